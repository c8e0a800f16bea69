"""The kinds of record of this domain that have a public reference, and the links it makes."""

from collections.abc import Collection

from jichi.kernel.access.actor import Actor
from jichi.kernel.threads.kinds import KindOfRecord, LinkKind

from .models import EffortReview, ProgrammeReview
from .permissions import May, within


def readable_sheets(actor: Actor, references: Collection[str]) -> set[str]:
    """Which of these sheets that are not public the actor may read all the same."""
    ones = EffortReview.objects.filter(within(actor, May.READ_DRAFTS, "section"))
    twos = ProgrammeReview.objects.filter(within(actor, May.READ_DRAFTS, "programme__section"))
    return {
        *ones.filter(reference__in=references).values_list("reference", flat=True),
        *twos.filter(reference__in=references).values_list("reference", flat=True),
    }


EDITION = KindOfRecord(number=11, name="計画", url=lambda reference: f"/plans/editions/{reference}/")
PROGRAMME = KindOfRecord(number=12, name="事業", url=lambda reference: f"/plans/programmes/{reference}/")
SHEET_ONE = KindOfRecord(
    number=13,
    name="施策評価票",
    url=lambda reference: f"/plans/sheets/{reference}/",
    readable=readable_sheets,
)
SHEET_TWO = KindOfRecord(
    number=14,
    name="事務事業評価票",
    url=lambda reference: f"/plans/sheets/{reference}/",
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
