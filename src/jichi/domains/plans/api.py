"""Plans over the API: read only; no key is needed."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema

from jichi.kernel.rest.lazy import gettext_lazy as _

from .models import Edition, Effort, Listing, Programme, ProgrammeReview
from .queries import editions
from .queries import programmes as reads

router = Router()


class EditionOut(Schema):
    reference: str
    numeral: str
    title: str
    first_year: int
    last_year: int
    source_digest: str
    is_demo: bool


class ListingOut(Schema):
    programme: str
    name: str
    description: str
    each_ward: bool
    relisted: bool
    past: list[str]
    planned: list[str]
    later: list[str]


class EffortOut(Schema):
    number: int
    title: str
    sheet_code: str
    issues: list[str]
    approaches: list[str]
    programmes: list[ListingOut]


class MeasureOut(Schema):
    code: str
    title: str
    efforts: list[EffortOut]


class TreeOut(Schema):
    edition: EditionOut
    measures: list[MeasureOut]


class ReviewOut(Schema):
    reference: str
    year: int
    achievement: int
    check_result: str
    plan_end_grade: int | None
    goal: str
    changed_goal: str
    result: str
    why: str
    published_on: date
    is_demo: bool


class ProgrammeOut(Schema):
    reference: str
    name: str
    section: str | None
    is_priority: bool
    charter_principle: str
    listings: list[ListingOut]
    reviews: list[ReviewOut]


@router.get("/editions/", response=list[EditionOut], summary=_("計画の一覧（新しい順）"))
def list_editions(request: HttpRequest) -> list[Edition]:
    return editions.editions()


@router.get("/editions/{reference}/", response=TreeOut, summary=_("一つの計画の施策・取組・事業"))
def read_edition(request: HttpRequest, reference: str) -> dict[str, object]:
    edition = editions.edition_with(reference)
    measures = [
        {
            "code": measure.code,
            "title": measure.title,
            "efforts": [effort_out(each) for each in measure.efforts.all()],
        }
        for measure in editions.tree_of(edition)
    ]
    return {"edition": edition, "measures": measures}


def effort_out(effort: Effort) -> dict[str, object]:
    said = list(effort.statements.all())
    return {
        "number": effort.number,
        "title": effort.title,
        "sheet_code": effort.sheet_code,
        "issues": [each.text for each in said if each.kind == "issue"],
        "approaches": [each.text for each in said if each.kind == "approach"],
        "programmes": [listing_out(each) for each in effort.listings.all()],
    }


def listing_out(listing: Listing) -> dict[str, object]:
    items = list(listing.items.all())
    columns = {
        name: [each.text for each in items if each.column == name] for name in ("past", "planned", "later")
    }
    return {
        "programme": listing.programme.reference,
        "name": listing.name,
        "description": listing.description,
        "each_ward": listing.each_ward,
        "relisted": listing.relisted,
        **columns,
    }


@router.get("/programmes/{reference}/", response=ProgrammeOut, summary=_("一つの事業と公表された評価"))
def read_programme(request: HttpRequest, reference: str) -> dict[str, object]:
    programme = reads.programme_with(reference)
    return {
        **programme_out(programme),
        "listings": [listing_out(each) for each in reads.listings_of(programme)],
        "reviews": [review_out(each) for each in reads.published_reviews_of(programme)],
    }


def programme_out(programme: Programme) -> dict[str, object]:
    return {
        "reference": programme.reference,
        "name": programme.name,
        "section": str(programme.section) if programme.section else None,
        "is_priority": programme.is_priority,
        "charter_principle": programme.charter_principle,
    }


def review_out(review: ProgrammeReview) -> dict[str, object]:
    return {
        "reference": review.reference,
        "year": review.round.year,
        "achievement": review.achievement,
        "check_result": review.check_result,
        "plan_end_grade": review.plan_end_grade,
        "goal": review.goal,
        "changed_goal": review.changed_goal,
        "result": review.result,
        "why": review.why_this_grade,
        "published_on": review.published_on,
        "is_demo": review.is_demo,
    }
