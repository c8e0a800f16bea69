"""A template, an office and a key for tests of issued documents."""

from datetime import date
from pathlib import Path
from typing import Any

from tests.town import Town

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.documents.actions.issue_document import Order, issue_document
from jichi.kernel.documents.models import Document
from jichi.kernel.documents.templates import DocumentTemplate
from jichi.kernel.places.models import Section

SHEET = Path(__file__).parent / "sheet.typ"
DAY = date(2012, 7, 9)
NAMES = "𠮷田 髙橋 﨑山 渡邉󠄂 葛󠄁城"
DATA: dict[str, Any] = {
    "title": "証明書",
    "number": None,
    "person": NAMES,
    "facts": [{"label": "所管", "value": "総合企画局自治政策部"}],
    "programmes": [{"name": "区民会議の運営", "actual": "各区で4回開催", "grade": "3"}],
}
TEMPLATE = DocumentTemplate(
    domain="tests", file="sheet.typ", title="試験の証明書", default=SHEET, sample=lambda: DATA
)
CLERK = machine("clerk", Role.SECTION_CHIEF, Role.ADMINISTRATOR)


def order(section: Section, **changes: Any) -> Order:
    told = {"template": TEMPLATE.name, "data": DATA, "title": f"{NAMES}の証明書", **changes}
    return Order(bureau=section.bureau, section=section, **told)


def issued(town: Town, *, on: date = DAY, **changes: Any) -> Document:
    return issue_document(actor=CLERK, order=order(town.section, **changes), on=on)
