"""Write the draft sheets of a round; part of `open_round`, not a verb of its own."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q

from jichi.kernel.places.models import Section
from jichi.kernel.threads.registry import issue

from ..models import (
    Effort,
    EffortReview,
    Listing,
    ListingItem,
    ProgrammeReview,
    Round,
    Statement,
)
from ..records import SHEET_ONE, SHEET_TWO
from ..rules.grades import CHECK_RESULTS


def write_sheets_one(opened: Round, on: date, is_demo: bool) -> list[EffortReview]:
    """A 票(1) for every effort of the edition."""
    last = EffortReview.objects.filter(year_before(opened)).select_related("effort")
    # By its code, not its row: the effort of a later plan is another row.
    before = {sheet.effort.sheet_code: sheet for sheet in last}
    efforts = Effort.objects.filter(measure__edition=opened.edition).order_by("line")
    rows = [
        sheet_one(opened, effort, before.get(effort.sheet_code), is_demo)
        for effort in efforts.prefetch_related("statements", first_listings())
    ]
    for row in rows:
        title = f"{opened.year}年度 施策評価票 {row.effort.title}"
        row.reference = issue(kind=SHEET_ONE, title=title, on=on, public=False).reference
    return EffortReview.objects.bulk_create(rows)


def first_listings() -> Prefetch:
    """The programmes that are an effort's own; what is listed again (再掲) is another's."""
    own = Listing.objects.filter(relisted=False).select_related("programme__section__bureau")
    return Prefetch("listings", own.order_by("order"), to_attr="own_listings")


def sheet_one(opened: Round, effort: Effort, last: EffortReview | None, is_demo: bool) -> EffortReview:
    texts = (
        {"problem": last.problem, "outline": last.outline, "goal": last.goal}
        if last
        else {
            "problem": said_in(effort, Statement.Kind.ISSUE),
            "outline": said_in(effort, Statement.Kind.APPROACH),
        }
    )
    return EffortReview(
        round=opened,
        effort=effort,
        section=owner_of(listing.programme.section for listing in effort.own_listings),  # type: ignore[attr-defined]
        carried_from=last,
        is_demo=is_demo,
        **texts,
    )


def owner_of(sections: Iterable[Section | None]) -> Section | None:
    """The section that owns most of an effort's programmes; of equals the one that is listed first."""
    counted = Counter(section for section in sections if section is not None)
    return counted.most_common(1)[0][0] if counted else None


def said_in(effort: Effort, kind: str) -> str:
    said = sorted((each.order, each.text) for each in effort.statements.all() if each.kind == kind)
    return "\n".join(f"・{text}" for _, text in said)


def write_sheets_two(opened: Round, on: date, is_demo: bool) -> list[ProgrammeReview]:
    """A 票(2) for every programme that the edition lists."""
    last = ProgrammeReview.objects.filter(year_before(opened))
    before = {sheet.programme_id: sheet for sheet in last}
    rows = [
        sheet_two(opened, listing, before.get(listing.programme_id), is_demo)
        for listing in listings_of(opened)
    ]
    for row in rows:
        title = f"{opened.year}年度 事務事業評価票 {row.programme.name}"
        row.reference = issue(kind=SHEET_TWO, title=title, on=on, public=False).reference
    return ProgrammeReview.objects.bulk_create(rows)


def sheet_two(
    opened: Round, listing: Listing, last: ProgrammeReview | None, is_demo: bool
) -> ProgrammeReview:
    return ProgrammeReview(
        round=opened,
        programme=listing.programme,
        carried_from=last,
        goal=goal_after(last) if last else planned_in(listing),
        is_demo=is_demo,
    )


def listings_of(opened: Round) -> Iterable[Listing]:
    planned = ListingItem.objects.filter(column=ListingItem.Column.PLANNED).order_by("order")
    return (
        Listing.objects.filter(edition=opened.edition, relisted=False)
        .select_related("programme__section__bureau")
        .prefetch_related(Prefetch("items", planned, to_attr="planned_items"))
        .order_by("line")
    )


def planned_in(listing: Listing) -> str:
    return "\n".join(f"・{item.text}" for item in listing.planned_items)  # type: ignore[attr-defined]


def goal_after(last: ProgrammeReview) -> str:
    """The goal that last year's sheet leaves: the changed one where it was changed (E to H)."""
    chosen = CHECK_RESULTS.get(last.check_result)
    return last.changed_goal if chosen and chosen.goal_changes else last.goal


def year_before(opened: Round) -> Q:
    """The sheets of the year before: of this plan or, in its first year, of the plan before it."""
    return Q(round__year=opened.year - 1, round__edition__policy_number=opened.edition.policy_number)
