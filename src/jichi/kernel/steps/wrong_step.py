"""A verb that the case's step does not allow."""

from collections.abc import Sequence

from jichi.kernel.values.fault import Fault
from jichi.kernel.values.fault import gettext_noop as _

from .step import Label, Move, Step


class WrongStep(Fault):
    """The case stands at `step`, where `verb` is not possible; `allowed` are the moves that are."""

    code = "wrong_step"

    def __init__(
        self, *, step: Step, verb: str, label: Label, allowed: Sequence[Move], labels: Sequence[Label]
    ) -> None:
        self.step, self.verb, self.allowed = step, verb, tuple(allowed)
        if not allowed:
            self.sentence = _("手続きは「%(step)s」で終わっているため、次の操作はできません：%(verb)s。")
            super().__init__(step=step, verb=label)
            return
        self.sentence = _(
            "いまは「%(step)s」の段階のため、次の操作はできません：%(verb)s。いまできる操作：%(allowed)s。"
        )
        super().__init__(step=step, verb=label, allowed=tuple(labels))
