"""Post a public notice."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.models import Event
from jichi.kernel.search.index import index
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Record
from jichi.kernel.threads.registry import link, rename

from ..events import PublicNoticePosted, stream_of
from ..findable import document_of
from ..models import PublicNotice
from ..notify import notify_subscribers
from ..numbering import next_number
from ..permissions import May
from ..wording import worded
from .public_notices import locked, step_on, words_digest


class EndsBeforeItBegins(Refusal):
    code = "notices.ends_before_it_begins"
    message = _("掲示の最後の日が過ぎています。差し戻して、期間を直してください。")


@action(needs=May.POST_PUBLIC_NOTICE, within="notice")
def post_public_notice(*, actor: Actor, notice: PublicNotice, on: date) -> PublicNotice:
    """Give the notice its number of the year and let everybody read it, for ever; subscribers are told.

    Ledger: notices.public.posted
    Raises: WrongStep; EndsBeforeItBegins.
    """
    held = locked(notice)
    step_on(held, "post")
    if held.until and held.until < on:
        raise EndsBeforeItBegins
    held.year, held.number, held.posted_on = on.year, next_number(held.sort, on.year), on
    held.save()
    event = record(told(held, on), stream=stream_of(held.reference), basis=held.basis)
    rename(reference=held.reference, title=held.title, public=True)
    tie_to_subject(held, event)
    index(document_of(held))
    tell_subscribers(held)
    return held


def told(notice: PublicNotice, on: date) -> PublicNoticePosted:
    return PublicNoticePosted(
        notice=notice.reference,
        sort=notice.sort,
        number=f"{notice.year}-{notice.number}",
        title=notice.title,
        on=on,
        until=notice.until,
        words_digest=words_digest(notice),
        subject=notice.subject,
        step=notice.step,
    )


def tie_to_subject(notice: PublicNotice, event: Event) -> None:
    subject = Record.objects.filter(reference=notice.subject).first() if notice.subject else None
    if subject:
        here = Record.objects.get(reference=notice.reference)
        link(kind=LinkKind.CONCERNS, start=here, end=subject, event=event)


def tell_subscribers(notice: PublicNotice) -> None:
    bureau = notice.section.bureau
    notify_subscribers(
        topic="public-notices",
        wards=[bureau.ward] if bureau.ward else [],
        key=f"public-notice/{notice.reference}",
        url=notice.url,
        **worded(
            "notices.public_notice",
            sort=notice.get_sort_display(),
            number=notice.number,
            title=notice.title,
            bureau=bureau.name,
            text=notice.text,
        ),
    )
