"""Take a public notice from the board. It stays in the archive."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.values.fault import gettext_noop

from ..events import PublicNoticeEnded, stream_of
from ..models import PublicNotice
from ..notify import notify_followers
from ..permissions import May
from ..queries.public import over
from ..wording import worded
from .public_notices import locked, step_on

PERIOD_OVER = gettext_noop("掲示の期間が終わったため")


class WhyEnded(Refusal):
    code = "notices.why_ended"
    status = 400
    message = _("掲示を終える理由を書いてください。理由は公開の記録に残ります。")


@action(needs=May.POST_PUBLIC_NOTICE, within="notice")
def end_public_notice(*, actor: Actor, notice: PublicNotice, because: str, on: date) -> PublicNotice:
    """Take a notice from the board before its time, or where it has no last day.

    Ledger: notices.public.ended
    Raises: WrongStep; WhyEnded.
    """
    if not because.strip():
        raise WhyEnded(fields={"because": str(WhyEnded.message)})
    return ended(notice, because.strip(), on)


@action(needs=May.KEEP_OUTBOX)
def end_what_is_over(*, actor: Actor, on: date) -> int:
    """Take down what had its last day before this one; answers how many.

    Ledger: notices.public.ended, once for each
    """
    rows = [ended(notice, PERIOD_OVER, on) for notice in over(on)]
    return len(rows)


def ended(notice: PublicNotice, because: str, on: date) -> PublicNotice:
    held = locked(notice)
    step_on(held, "end")
    held.ended_on = on
    held.save(update_fields=["step", "ended_on"])
    told = PublicNoticeEnded(notice=held.reference, on=on, because=because, step=held.step)
    record(told, stream=stream_of(held.reference))
    notify_followers(
        reference=held.reference,
        key=f"public-notice-ended/{held.reference}",
        url=held.url,
        **worded("notices.public_notice_ended", title=held.title),
    )
    return held
