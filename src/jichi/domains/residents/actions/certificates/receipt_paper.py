"""The paper of a receipt: drawn from what the register of certificates keeps, and read back before it is given."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.utils.translation import gettext, override

from jichi.kernel.documents.actions.issue_document import Order
from jichi.kernel.documents.readback import UnreadablePaper, read_back
from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Section

from ...models import Certificate
from ...rules.certificates.fees import EXEMPTIONS
from ...rules.certificates.items import day_words
from ...rules.certificates.reading import OTHER_DOCUMENT, WrongPaper
from .desks import desk_of

TEMPLATE, SERIES, TITLE = "residents.receipt", "receipts", "領収書"


def receipt_order(papers: Sequence[Certificate], on: date) -> Order:
    """The order of the receipt of these papers, in the name of the ward office that took the money."""
    section, bureau = desk_of(papers[0].ward)
    with override("ja"):
        data = content(papers, section, on)
    return Order(
        template=TEMPLATE,
        data=data,
        title=TITLE,
        bureau=bureau,
        section=section,
        series=SERIES,
        is_demo=papers[0].is_demo,
        examine=partial(examine, data),
    )


def content(papers: Sequence[Certificate], section: Section | None, on: date) -> dict[str, Any]:
    office = papers[0].office
    return {
        "title": TITLE,
        "lines": [[gettext(each.what.name), yen(each.fee), waiver(each)] for each in papers],
        "total": yen(sum(each.fee for each in papers)),
        "day": day_words(on),
        "who": settings.CITY["name"],
        "place": office.name if office else f"{papers[0].ward.name}役所{section.name if section else ''}",
    }


def yen(amount: int) -> str:
    return f"{amount:,}円"


def waiver(paper: Certificate) -> str:
    """Why a paper was free, with the provision as far as the law book names it."""
    if not paper.exemption:
        return ""
    choice = law.entry(EXEMPTIONS.key).choices.get(paper.exemption)
    return f"免除：{choice.name if choice else paper.exemption}"


def examine(data: dict[str, Any], pdf: bytes) -> None:
    """Raises: WrongPaper where the finished paper does not say each line and the sum."""
    try:
        paper = read_back(pdf)
    except UnreadablePaper:
        raise WrongPaper(fault=OTHER_DOCUMENT) from None
    told = [data["total"], data["day"], data["place"], *(text for line in data["lines"] for text in line)]
    if not all(paper.says(text) for text in told if text):
        raise WrongPaper(fault=OTHER_DOCUMENT)
