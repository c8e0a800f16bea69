"""The kinds of record of this domain that have a public reference, and the links it makes."""

from collections.abc import Collection

from django.db.models import Q
from django.utils.translation import gettext_noop as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.threads.kinds import KindOfRecord, LinkKind

from .models import EffortReview, ProgrammeReview
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
PROGRAMME = KindOfRecord(number=12, name=_("事業"), url=programme_page)
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
KINDS = (EDITION, PROGRAMME, SHEET_ONE, SHEET_TWO)

LINKS = (
    LinkKind.RAISED_IN,
    LinkKind.CONCLUDED_IN,
    LinkKind.BUDGETED_IN,
    LinkKind.CARRIED_OUT_BY,
    LinkKind.RESULTED_IN,
    LinkKind.BASED_ON,
    LinkKind.CONCERNS,
)
