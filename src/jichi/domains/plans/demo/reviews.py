"""The rounds of evaluation: two published, the last one still on its way through the desks."""

from datetime import date, timedelta
from typing import Any

from jichi.kernel.places.models import Section

from ..actions.add_evidence import NewEvidence, add_evidence
from ..actions.approve_as_bureau import approve_as_bureau
from ..actions.approve_as_section import approve_as_section
from ..actions.draft_review import SheetOne, SheetTwo, draft_effort_review, draft_review
from ..actions.give_second_opinion import Opinion, give_second_opinion
from ..actions.open_round import open_round
from ..actions.publish_round import publish_round
from ..actions.submit_review import submit_review
from ..models import Edition, EffortReview, Evidence, Listing, Programme, ProgrammeReview, Round, Statement
from ..rules.round_days import RoundDays
from .story import BUREAU, CHIEF, COMMITTEE, PLANNER, STAFF, Part, Story

AHEAD = timedelta(days=3)
# How far the sheets of the open round have come: untouched, drafted, submitted, with the bureau, approved.
FARTHEST = 4


def play_round(
    story: Story, edition: Edition, told: dict[str, Any], cast: list[tuple[Programme, Listing, Part]]
) -> None:
    days = RoundDays(
        **{name: told[name] for name in ("draft_due", "section_due", "bureau_due", "publish_due")}
    )
    opened = open_round(
        actor=PLANNER,
        edition=edition,
        year=told["year"],
        days=days,
        on=told["opened_on"],
        office=Section.objects.get(code=story.data["office"]),
        is_demo=True,
    )
    is_open = told is story.data["rounds"][-1]
    n = opened.year - story.first_year
    for place, (programme, _listing, part) in enumerate(cast):
        review = opened.programmereviews.get(programme=programme)
        fill_in(review, part, n, opened, farthest=place % (FARTHEST + 1) if is_open else FARTHEST)
    for place, sheet in enumerate(opened.effortreviews.select_related("effort").order_by("pk")):
        fill_in_effort(sheet, opened, farthest=place % (FARTHEST + 1) if is_open else FARTHEST)
    if not is_open:
        publish_round(actor=PLANNER, opened=opened, on=opened.publish_due - AHEAD)
        give_opinions(story, opened, cast)


def fill_in(review: ProgrammeReview, part: Part, n: int, opened: Round, *, farthest: int) -> None:
    if farthest == 0:
        return
    draft_review(actor=STAFF, review=review, sheet=sheet_two(part, n, opened))
    add_evidence(actor=STAFF, review=review, evidence=evidence(part, n, opened.year))
    move_on(review, opened, farthest)


def move_on(review: ProgrammeReview | EffortReview, opened: Round, farthest: int) -> None:
    """Through the desks, three days before each is due, as far as the story has come."""
    if farthest >= 2:
        submit_review(actor=STAFF, review=review, on=opened.draft_due - AHEAD)
    if farthest >= 3:
        approve_as_section(actor=CHIEF, review=review, on=opened.section_due - AHEAD)
    if farthest >= 4:
        approve_as_bureau(actor=BUREAU, review=review, on=opened.bureau_due - AHEAD)


def sheet_two(part: Part, n: int, opened: Round) -> SheetTwo:
    told, check = part.data["indicator"], part.data["check_result"][n]
    ends = check in ("D", "H")
    return SheetTwo(
        achievement=part.data["grade"][n],
        check_result=check,
        plan_end_grade=part.data["grade"][n] if opened.ends_the_plan else None,
        goal=f"{told['name']}を{part.target(n)}{told['unit']}にする。",
        changed_goal=part.data["changed_goal"] if check in "EFGH" else "",
        result=f"{opened.year}年度の{told['name']}は{part.actual(n)}{told['unit']}となった（目標{part.target(n)}{told['unit']}）。",
        why_this_grade=part.data["why"][n],
        next_year=part.data["ends_because"] if ends else "",
    )


def evidence(part: Part, n: int, year: int) -> NewEvidence:
    told = part.data["indicator"]
    return NewEvidence(
        kind=Evidence.Kind.INDICATOR,
        title=told["name"],
        where=f"{told['source']}（{year}年度）",
        shows=f"{part.actual(n)}{told['unit']}（目標{part.target(n)}{told['unit']}）",
    )


def fill_in_effort(sheet: EffortReview, opened: Round, *, farthest: int) -> None:
    """票(1) in the chapter's own words, and how many of its programmes reached their goal."""
    if farthest == 0:
        return
    effort = sheet.effort
    said = {kind: list(effort.statements.filter(kind=kind).order_by("order")) for kind in Statement.Kind}
    reviews = opened.programmereviews.filter(programme__listings__effort=effort).distinct()
    reached = reviews.filter(achievement__lte=3).count()
    draft_effort_review(
        actor=STAFF,
        review=sheet,
        sheet=SheetOne(
            problem=said[Statement.Kind.ISSUE][0].text,
            outline=said[Statement.Kind.APPROACH][0].text,
            goal=said[Statement.Kind.APPROACH][-1].text,
            result=f"{opened.year}年度は、{reviews.count()}事業のうち{reached}事業がほぼ目標どおりか、それ以上となった。",
            direction="目標に届かなかった事業は、原因を調べて次の年度のやり方を変える。",
        ),
    )
    move_on(sheet, opened, farthest)


def give_opinions(story: Story, opened: Round, cast: list[tuple[Programme, Listing, Part]]) -> None:
    day: date = opened.publish_due + timedelta(days=30)
    for programme, _listing, part in cast:
        if told := part.opinion(opened.year):
            opinion = Opinion(
                body=story.data["committee"],
                achievement=told["achievement"],
                opinion=told["text"],
                is_demo=True,
            )
            review = opened.programmereviews.get(programme=programme)
            give_second_opinion(actor=COMMITTEE, review=review, opinion=opinion, on=day)
