"""What of notices waits for a person."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.subsystem import WorkItem

from .models import PublicNotice
from .permissions import May
from .queries.outgoing import letters_waiting, received
from .queries.public import drafts_for


def work_of(actor: Actor, on: date) -> Iterator[WorkItem]:
    """Drafts that wait for this person's yes or for posting, letters to be printed, replies to be read."""
    for notice in drafts_for(actor).filter(step__in=("draft", "approved")):
        if what_next := next_step(actor, notice):
            yield item_of(notice, what_next)
    yield from outgoing(actor)


def next_step(actor: Actor, notice: PublicNotice) -> str:
    """What this person is to do with a draft; nothing when it waits for somebody else."""
    is_own = notice.drafted_by == f"person:{actor.account_id}"
    if notice.step == "approved":
        return (
            _("決裁されました。掲示してください。")
            if may(actor, May.POST_PUBLIC_NOTICE, notice.scope)
            else ""
        )
    if notice.returned_because:
        mends = is_own and may(actor, May.DRAFT_PUBLIC_NOTICE, notice.scope)
        return _("差し戻されました。直してください。") if mends else ""
    decides = not is_own and may(actor, May.APPROVE_PUBLIC_NOTICE, notice.scope)
    return _("内容を確かめて、決裁するか差し戻してください。") if decides else ""


def outgoing(actor: Actor) -> Iterator[WorkItem]:
    if may(actor, May.POST_LETTERS) and (count := letters_waiting()):
        title = ngettext("発送を待つ手紙が%(count)s通", "発送を待つ手紙が%(count)s通", count)
        yield WorkItem(
            title=title % {"count": count},
            url=reverse("notices:letters"),
            what_next=_("束にして印刷し、発送してください。"),
        )
    if may(actor, May.READ_REPLIES) and (count := received().filter(handled_at__isnull=True).count()):
        title = ngettext("読まれていない返信が%(count)s件", "読まれていない返信が%(count)s件", count)
        yield WorkItem(
            title=title % {"count": count},
            url=reverse("notices:inbox"),
            what_next=_("読んで、必要な課に伝えてください。"),
        )


def item_of(notice: PublicNotice, what_next: str) -> WorkItem:
    return WorkItem(
        title=notice.title,
        url=reverse("notices:draft", args=[notice.reference]),
        what_next=what_next,
        reference=notice.reference,
        is_approval=True,
    )
