"""The kinds of record of this domain that have a public reference, and the links it makes."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.threads.kinds import KindOfRecord, LinkKind, LinkRule

from .models import Comment, EffortReview, ProgrammeReview
from .permissions import May, within

OWNER_OF_ONE, OWNER_OF_TWO = "section", "programme__section"


def readable_to(actor: Actor, *, owner: str) -> Q:
    """The sheets that the actor may read, by the path to their section: published ones, and drafts of one's own.

    A committee reads what it may judge: sheets that the bureau has approved.
    """
    judged = Q(step="approved") & within(actor, May.GIVE_SECOND_OPINION, owner)
    return Q(step="published") | within(actor, May.READ_DRAFTS, owner) | judged


def readable_sheets(actor: Actor, references: Collection[str]) -> set[str]:
    """Which of these sheets that are not public the actor may read all the same."""
    ones = EffortReview.objects.filter(readable_to(actor, owner=OWNER_OF_ONE), reference__in=references)
    twos = ProgrammeReview.objects.filter(readable_to(actor, owner=OWNER_OF_TWO), reference__in=references)
    return {*ones.values_list("reference", flat=True), *twos.values_list("reference", flat=True)}


def readable_comments(actor: Actor, references: Collection[str]) -> set[str]:
    """Which of these comments that are not public the actor may read: those that are the own section's work."""
    mine = within(actor, May.HANDLE_COMMENT, "programme__section")
    return set(Comment.objects.filter(mine, reference__in=references).values_list("reference", flat=True))


# Addresses are written out: to reverse one reads every page of the house, half a second for a command.
def edition_page(reference: str) -> str:
    return f"/plans/editions/{reference}/"


def programme_page(reference: str) -> str:
    return f"/plans/programmes/{reference}/"


def sheet_one_page(reference: str) -> str:
    return f"/plans/sheets/{reference}/"


def sheet_two_page(reference: str) -> str:
    return f"/plans/reviews/{reference}/"


EDITION = KindOfRecord(number=11, name=_("計画"), url=edition_page)
PROGRAMME = KindOfRecord(number=12, name=_("事業"), url=programme_page, is_hub=True)
SHEET_ONE = KindOfRecord(
    number=13,
    name=_("施策評価票"),
    url=sheet_one_page,
    readable=readable_sheets,
)
SHEET_TWO = KindOfRecord(
    number=14,
    name=_("事務事業評価票"),
    url=sheet_two_page,
    readable=readable_sheets,
)
COMMENT = KindOfRecord(
    number=15,
    name=_("声"),
    url=lambda reference: f"/plans/comments/{reference}/",
    readable=readable_comments,
    is_voice=True,
)
REPLY = KindOfRecord(number=16, name=_("回答"), url=lambda reference: f"/plans/replies/{reference}/")
CONSEQUENCE = KindOfRecord(
    number=17, name=_("その後の動き"), url=lambda reference: f"/plans/consequences/{reference}/"
)
KINDS = (EDITION, PROGRAMME, SHEET_ONE, SHEET_TWO, COMMENT, REPLY, CONSEQUENCE)

# What a person may tie to a programme by its number stands in actions/link_programme.py.
LINKS = (
    LinkRule(kind=LinkKind.CARRIED_OUT_BY, end=(PROGRAMME,)),
    LinkRule(kind=LinkKind.BUDGETED_IN, start=(PROGRAMME,)),
    LinkRule(kind=LinkKind.RESULTED_IN, start=(PROGRAMME,)),
    LinkRule(kind=LinkKind.BASED_ON, start=(PROGRAMME,)),
    LinkRule(kind=LinkKind.CONCERNS, start=(PROGRAMME,)),
    LinkRule(kind=LinkKind.CONCERNS, start=(COMMENT,), end=(PROGRAMME,)),
    LinkRule(kind=LinkKind.JOINED, start=(COMMENT,), end=(COMMENT,)),
    LinkRule(kind=LinkKind.REPLIED_BY, start=(COMMENT,), end=(REPLY,)),
    LinkRule(kind=LinkKind.CHANGED, start=(REPLY, CONSEQUENCE), end=(CONSEQUENCE,)),
    LinkRule(kind=LinkKind.BUDGETED_IN, start=(REPLY, CONSEQUENCE), end=(CONSEQUENCE,)),
    LinkRule(kind=LinkKind.CARRIED_OUT_BY, start=(REPLY, CONSEQUENCE), end=(CONSEQUENCE,)),
    LinkRule(kind=LinkKind.RESULTED_IN, start=(REPLY, CONSEQUENCE), end=(CONSEQUENCE, SHEET_TWO)),
)
