"""What staff work on: their programmes, their sheets, and the gates to both."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may, may_somewhere
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.values.fiscal_year import FiscalYear

from ..models import (
    BudgetYear,
    Edition,
    EffortReview,
    Indicator,
    IndicatorYear,
    PlannedAction,
    Programme,
    ProgrammeReview,
    Round,
)
from ..permissions import May, within
from .sheets import Sheet, sheet_for, sheet_two_for

STAFF = (May.ENTER_YEAR, May.READ_DRAFTS, May.GIVE_SECOND_OPINION)


def gate(actor: Actor, *permissions: May) -> None:
    """Let in who holds one of these somewhere.

    Raises: NotThere.
    """
    if not any(may_somewhere(actor, each) for each in permissions):
        raise NotThere


def latest_round() -> Round | None:
    return Round.objects.select_related("edition").order_by("-year", "-pk").first()


def year_of_work(opened: Round | None, on: date) -> int:
    """The year that is being evaluated, else the one that is running, or the plan's nearest to it."""
    if opened:
        return opened.year
    running = FiscalYear.of(on).year
    newest = Edition.objects.order_by("-last_year", "pk").first()
    return min(max(running, newest.first_year), newest.last_year) if newest else running


def my_programmes(actor: Actor, year: int) -> QuerySet[Programme]:
    """The programmes of the actor's own section, bureau or office, with how far their year is.

    Raises: NotThere for who has none to look after.
    """
    gate(actor, May.ENTER_YEAR, May.READ_DRAFTS)
    mine = within(actor, May.ENTER_YEAR, "section") | within(actor, May.READ_DRAFTS, "section")
    sheets = ProgrammeReview.objects.filter(programme=OuterRef("pk"), round__year=year).order_by("-round")
    money = BudgetYear.objects.filter(programme=OuterRef("pk"), year=year)
    listed = Q(listings__edition__first_year__lte=year, listings__edition__last_year__gte=year)
    return (
        Programme.objects.filter(mine, listed, listings__relisted=False)
        .annotate(
            each_ward=F("listings__each_ward"),
            sheet=Subquery(sheets.values("reference")[:1]),
            step=Subquery(sheets.values("step")[:1]),
            grade=Subquery(sheets.values("achievement")[:1]),
            budget=Subquery(money.values("budget")[:1]),
            settlement=Subquery(money.values("settlement")[:1]),
            place=F("listings__line"),
            unfinished=Count(
                "planned_actions",
                filter=Q(
                    planned_actions__year=year, planned_actions__state__in=["planned", "under_way", "late"]
                ),
                distinct=True,
            ),
        )
        .select_related("section__bureau")
        .order_by("place")
    )


def programme_for(actor: Actor, reference: str, permission: May) -> Programme:
    """A programme for which the actor may do this.

    Raises: NotThere.
    """
    programme = Programme.objects.select_related("section__bureau").filter(reference=reference).first()
    if programme is None or not may(actor, permission, programme.scope):
        raise NotThere
    return programme


def indicators_in(programme: Programme, year: int) -> list[Indicator]:
    """The programme's indicators, each with this and the last year as `near`."""
    near = IndicatorYear.objects.filter(year__in=[year - 1, year])
    return list(programme.indicators.prefetch_related(Prefetch("years", near, to_attr="near")).order_by("pk"))


def money_in(programme: Programme, year: int) -> dict[int, BudgetYear]:
    """The money of this and the last year, by year."""
    return {row.year: row for row in programme.budgets.filter(year__in=[year - 1, year])}


def actions_in(programme: Programme, year: int) -> list[PlannedAction]:
    return list(programme.planned_actions.filter(year=year).order_by("order"))


def review_for(actor: Actor, reference: str) -> Sheet:
    """A sheet that is the actor's business, at whatever step.

    Raises: NotThere.
    """
    gate(actor, *STAFF)
    return sheet_for(actor, reference)


def review_two_for(actor: Actor, reference: str) -> ProgrammeReview:
    """The same, where only a 票(2) will do.

    Raises: NotThere.
    """
    gate(actor, *STAFF)
    return sheet_two_for(actor, reference)


WAITS_FOR = {
    "draft": May.SUBMIT_REVIEW,
    "section": May.APPROVE_AS_SECTION,
    "bureau": May.APPROVE_AS_BUREAU,
    "approved": May.PUBLISH_REVIEW,
}


def waiting_for(actor: Actor) -> list[Sheet]:
    """The sheets whose next step is the actor's own, soonest due first. Two queries."""
    ones = EffortReview.objects.filter(theirs(actor, "section")).select_related(
        "round__edition", "effort", "section"
    )
    twos = ProgrammeReview.objects.filter(theirs(actor, "programme__section")).select_related(
        "round__edition", "programme__section"
    )
    return sorted([*ones, *twos], key=lambda sheet: (due_of(sheet), sheet.reference))


def theirs(actor: Actor, owner: str) -> Q:
    """Sheets at a step that waits for the actor; whoever submitted a sheet does not approve it."""
    own = Q(submitted_by=f"{actor.kind.value}:{actor.account_id or actor.name}")
    rows = Q(pk__in=[])
    for step, permission in WAITS_FOR.items():
        rows |= Q(step=step) & within(actor, permission, owner)
    return rows & ~(Q(step__in=["section", "bureau"]) & own)


def due_of(sheet: Sheet) -> date:
    """The day by which the sheet must leave the step at which it stands."""
    return sheet.round.days.due(sheet.step) or sheet.round.publish_due


def rounds() -> Iterable[Round]:
    """Every round, the newest first, with how many of its sheets stand at each step."""
    counted = {
        f"{kind}_{step}": Count(f"{kind}reviews", filter=Q(**{f"{kind}reviews__step": step}), distinct=True)
        for kind in ("effort", "programme")
        for step in ("draft", "section", "bureau", "approved", "published")
    }
    return (
        Round.objects.select_related("edition", "office__bureau").annotate(**counted).order_by("-year", "-pk")
    )


def grades_in(opened: Round) -> list[int | None]:
    """The grades given so far in a round, at whatever step the sheets are."""
    return list(opened.programmereviews.values_list("achievement", flat=True))
