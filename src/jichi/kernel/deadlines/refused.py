"""What stands against a change of a clock, each in a sentence of its own."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.calendar import Unit

from .models import COUNTING, Deadline
from .words import day_in_words, length_text

MOST_LETTERS = 300


class NoPauseAllowed(Refusal):
    code = "deadlines.no_pause_allowed"
    message = gettext_lazy("この期限を止める定めがありません。根拠の条文を確かめてください。")


class NoExtensionAllowed(Refusal):
    code = "deadlines.no_extension_allowed"
    message = gettext_lazy("この期限を延ばす定めがありません。根拠の条文を確かめてください。")


class NotRunning(Refusal):
    code = "deadlines.not_running"
    message = gettext_lazy("この期限は、いま動いていません。画面を開きなおして、今の状態を確かめてください。")


class NotPaused(Refusal):
    code = "deadlines.not_paused"
    message = gettext_lazy("この期限は止まっていません。画面を開きなおして、今の状態を確かめてください。")


class DayOutOfReach(Refusal):
    """The day lies outside of what the period allows; the sentence says between which days it lies."""

    code = "deadlines.day_out_of_reach"
    status = 400


class TooLong(Refusal):
    code = "deadlines.too_long"
    status = 400


class ReasonNeeded(Refusal):
    code = "deadlines.reason_needed"
    status = 400
    message = gettext_lazy("理由を記入してください。")


def refuse_stopped(deadline: Deadline) -> None:
    """Raises: NotRunning."""
    if deadline.state not in COUNTING:
        raise NotRunning


def refuse_day_out_of(first: date, on: date, last: date | None) -> None:
    """Raises: DayOutOfReach."""
    if on < first:
        said = _("%(day)s以後の日にしてください。その日までのことは、もう記録されています。")
        raise day_out_of_reach(said % {"day": day_in_words(first)})
    if last is not None and on > last:
        said = _("期限は%(day)sに過ぎています。期限の中の日だけを入れられます。")
        raise day_out_of_reach(said % {"day": day_in_words(last)})


def day_out_of_reach(said: str) -> DayOutOfReach:
    return DayOutOfReach(said, fields={"on": said})


def refuse_too_long(deadline: Deadline, length: int) -> None:
    """Raises: TooLong."""
    most = deadline.extension_length or 0
    if not 1 <= length <= most:
        said = _("延ばせるのは%(most)sまでです（%(basis)s）。") % {
            "most": length_text(most, Unit(deadline.extension_unit)),
            "basis": deadline.extension_basis,
        }
        raise TooLong(said, fields={"length": said})


def reason(because: str) -> str:
    """The reason as it is kept.

    Raises: ReasonNeeded.
    """
    because = because.strip()
    if not because:
        raise ReasonNeeded(fields={"because": str(ReasonNeeded.message)})
    if len(because) > MOST_LETTERS:
        said = _("理由は%(most)s文字までで書いてください。") % {"most": MOST_LETTERS}
        raise ReasonNeeded(said, fields={"because": said})
    return because
