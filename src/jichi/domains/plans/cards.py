"""What plans show on the public home and on a ward's page; nothing where there is nothing to tell."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from jichi.kernel.subsystem import Card, WardCard

from .queries.editions import current_edition
from .queries.figures import grades_by_year
from .queries.programmes import programmes_of

REACHED = (1, 2, 3)
SHOWN = 5


def latest_evaluation(on: date) -> Mapping[str, Any]:
    """How the latest published year went, in one sentence."""
    edition = current_edition(on)
    grades = grades_by_year(edition) if edition else {}
    if not grades:
        return {}
    year, counts = max(grades.items())
    reached = sum(counts[grade] for grade in REACHED)
    return {"edition": edition, "year": year, "all": counts.total(), "reached": reached}


def ward_programmes(ward: str, on: date) -> Mapping[str, Any]:
    """The programmes that name the ward, a few of them and how many there are."""
    edition = current_edition(on)
    if edition is None:
        return {}
    programmes = list(programmes_of(edition).filter(wards=ward))
    return {"ward": ward, "programmes": programmes[:SHOWN], "all": len(programmes)} if programmes else {}


CARDS = (Card(template="plans/card_evaluation.html", context=latest_evaluation, order=40),)
WARD_CARDS = (WardCard(template="plans/card_ward.html", context=ward_programmes, order=40),)
