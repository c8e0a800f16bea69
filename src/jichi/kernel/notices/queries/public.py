"""Public notices: the archive for everybody, drafts for who may see to them."""

from datetime import date

from django.db.models import Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may, may_somewhere
from jichi.kernel.access.roles import Held
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Section

from ..models import PublicNotice
from ..permissions import May

WORKING = (May.DRAFT_PUBLIC_NOTICE, May.APPROVE_PUBLIC_NOTICE, May.POST_PUBLIC_NOTICE)


def archive() -> QuerySet[PublicNotice]:
    """Everything that was ever posted, the newest first."""
    rows = PublicNotice.objects.filter(posted_on__isnull=False).select_related("section__bureau")
    return rows.order_by("-posted_on", "-pk")


def on_the_board(on: date) -> QuerySet[PublicNotice]:
    return archive().filter(Q(until__isnull=True) | Q(until__gte=on), step="posted")


def over(on: date) -> QuerySet[PublicNotice]:
    """What still hangs although its last day has passed."""
    return PublicNotice.objects.filter(step="posted", until__lt=on).order_by("pk")


def drafted_for(*occasions: str) -> dict[str, PublicNotice]:
    """The public notices that were drafted for these occasions, posted or not, by occasion."""
    return {notice.occasion: notice for notice in PublicNotice.objects.filter(occasion__in=occasions)}


def posted_notice(reference: str) -> PublicNotice:
    """Raises: NotThere for a draft too."""
    found = archive().filter(reference=reference).first()
    if found is None:
        raise NotThere
    return found


def drafts_for(actor: Actor, *permissions: May) -> QuerySet[PublicNotice]:
    """The public notices, posted or not, that the actor may see to."""
    rows = Q(pk__in=[])
    for permission in permissions or WORKING:
        for held in holding(actor, permission):
            rows |= owned_within(held)
    return PublicNotice.objects.filter(rows).select_related("section__bureau").order_by("-drafted_on", "-pk")


def owned_within(held: Held) -> Q:
    limits = {
        "section__code": held.section,
        "section__bureau": held.bureau,
        "section__bureau__ward": held.ward,
    }
    within = {name: code for name, code in limits.items() if code is not None}
    return Q(**within) if within else ~Q(pk__in=[])


def gate(actor: Actor, *permissions: May) -> None:
    """Raises: NotThere for whoever has nothing to do with public notices."""
    if not any(may_somewhere(actor, permission) for permission in permissions or WORKING):
        raise NotThere


def notice_for(actor: Actor, reference: str, *permissions: May) -> PublicNotice:
    """Raises: NotThere."""
    found = drafts_for(actor, *permissions).filter(reference=reference).first()
    if found is None:
        raise NotThere
    return found


def sections_to_draft_in(actor: Actor) -> QuerySet[Section]:
    rows = Q(pk__in=[])
    for held in holding(actor, May.DRAFT_PUBLIC_NOTICE):
        limits = {"code": held.section, "bureau": held.bureau, "bureau__ward": held.ward}
        within = {name: code for name, code in limits.items() if code is not None}
        rows |= Q(**within) if within else ~Q(pk__in=[])
    return Section.objects.filter(rows).select_related("bureau").order_by("bureau__name", "name")


def verbs_for(actor: Actor, notice: PublicNotice) -> set[str]:
    """What the actor may do to a notice where it stands now."""
    possible = {
        "draft": {"change": May.DRAFT_PUBLIC_NOTICE, "approve": May.APPROVE_PUBLIC_NOTICE,
                  "return": May.APPROVE_PUBLIC_NOTICE},
        "approved": {"post": May.POST_PUBLIC_NOTICE, "return": May.APPROVE_PUBLIC_NOTICE},
        "posted": {"end": May.POST_PUBLIC_NOTICE},
    }.get(notice.step, {})  # fmt: skip
    found = {verb for verb, needed in possible.items() if may(actor, needed, notice.scope)}
    own = notice.drafted_by == f"person:{actor.account_id}"
    return found - {"approve", "return"} if own and notice.step == "draft" else found
