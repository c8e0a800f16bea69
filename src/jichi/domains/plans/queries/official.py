"""The official document of a sheet: whether there is one, and whether it says what the sheet says now."""

import json
from collections.abc import Mapping
from typing import Any

from jichi.kernel.documents.models import Document
from jichi.kernel.documents.queries import standing_of
from jichi.kernel.places.models import Section

from ..models import EffortReview, ProgrammeReview

Sheet = EffortReview | ProgrammeReview


def official_of(review: Sheet) -> Document | None:
    return standing_of(review.reference).first()


def says_the_same(document: Document, content: Mapping[str, Any]) -> bool:
    """Whether the paper holds this content. Made plain first: what a paper is given is text, lists and numbers."""
    return bool(json.loads(document.given)["data"] == json.loads(json.dumps(content)))


def gives_out(review: Sheet) -> Section | None:
    """The section that issues the sheet: its owner, else the office that runs the round; None where neither is known."""
    return review.section or review.round.office


def published_sheet(reference: str) -> Sheet | None:
    """The sheet with this reference, if it is published."""
    asked = {"reference": reference, "step": "published"}
    return EffortReview.objects.filter(**asked).first() or ProgrammeReview.objects.filter(**asked).first()
