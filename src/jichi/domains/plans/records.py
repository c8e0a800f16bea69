"""The kinds of record of this domain that have a public reference, and the links it makes."""

from jichi.kernel.threads.kinds import KindOfRecord, LinkKind

EDITION = KindOfRecord(number=11, name="計画", url=lambda reference: f"/plans/editions/{reference}/")
PROGRAMME = KindOfRecord(number=12, name="事業", url=lambda reference: f"/plans/programmes/{reference}/")
SHEET_ONE = KindOfRecord(number=13, name="施策評価票", url=lambda reference: f"/plans/sheets/{reference}/")
SHEET_TWO = KindOfRecord(
    number=14, name="事務事業評価票", url=lambda reference: f"/plans/reviews/{reference}/"
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
