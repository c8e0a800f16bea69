"""A broken rule, said to a person: what happened, why, what to do next."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.values.fault import Refusal

__all__ = ["LeftNoTrace", "NotAllowed", "NotThere", "Refusal"]


class NotAllowed(Refusal):
    code = "not_allowed"
    status = 403
    message = _("この操作をする権限がありません。権限が必要なときは、所属の管理者に相談してください。")


class NotThere(Refusal):
    """Also the answer to what is somebody else's: the difference must not be learnt."""

    code = "not_there"
    status = 404
    message = _("お探しのものは見つかりませんでした。番号やアドレスを確かめてください。")


class LeftNoTrace(AssertionError):
    """A programming error: an action ended without a ledger event."""
