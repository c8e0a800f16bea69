"""Evaluation sheets: the gate to one, and what stands on it."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet

from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.actions.refusal import NotThere

from ..models import Effort, EffortReview, Evidence, Listing, ProgrammeReview, Round, SecondOpinion
from ..records import OWNER_OF_ONE, OWNER_OF_TWO, readable_to
from ..sheets.content import Programmes
from ..sheets.imprint import Entry

Sheet = EffortReview | ProgrammeReview
ROUND = ("round__edition", "round__office", "imprint")


def sheet_for(actor: Actor, reference: str) -> Sheet:
    """A sheet that the actor may read: published, or a draft of one's own section, bureau or office.

    Raises: NotThere.
    """
    found = ones_for(actor).filter(reference=reference).first()
    return found or sheet_two_for(actor, reference)


def sheet_one_for(actor: Actor, reference: str) -> EffortReview:
    """A 票(1) that the actor may read. Raises: NotThere."""
    found = ones_for(actor).filter(reference=reference).first()
    if found is None:
        raise NotThere
    return found


def sheet_two_for(actor: Actor, reference: str) -> ProgrammeReview:
    """A 票(2) that the actor may read. Raises: NotThere."""
    found = twos().filter(readable_to(actor, owner=OWNER_OF_TWO), reference=reference).first()
    if found is None:
        raise NotThere
    return found


def ones_for(actor: Actor) -> QuerySet[EffortReview]:
    return ones().filter(readable_to(actor, owner=OWNER_OF_ONE))


def ones() -> QuerySet[EffortReview]:
    return EffortReview.objects.select_related(*ROUND, "effort__measure__edition", "section__bureau")


def twos() -> QuerySet[ProgrammeReview]:
    return ProgrammeReview.objects.select_related(*ROUND, "programme__section__bureau", "carried_from__round")


def sheet_one_of(actor: Actor, effort: Effort, year: int) -> EffortReview | None:
    """The 票(1) under which a 票(2) stands, if the actor may read it."""
    return ones_for(actor).filter(effort=effort, round__year=year).first()


def effort_of(review: ProgrammeReview) -> Effort:
    """The effort under which a 票(2) stands: where its programme is listed first."""
    listings = Listing.objects.select_related("effort__measure__edition")
    return listings.get(programme=review.programme_id, edition=review.round.edition_id, relisted=False).effort


def programmes_of(actor: Actor, effort: Effort, sheet: Sheet) -> Programmes:
    """What a 票(2) of this effort and year shows; beside a published sheet nobody's drafts, whoever reads.

    Few queries, however many programmes.
    """
    listings = listings_of(effort)
    reader = NOBODY if sheet.step == "published" else actor
    return Programmes(
        listings=listings, entries=entries_of(reader, listings, sheet.round), relisted=relisted_in(effort)
    )


def listings_of(effort: Effort) -> list[Listing]:
    """The effort's own programmes in printed order, with their items; what is 再掲 is another's."""
    return list(
        effort.listings.filter(relisted=False)
        .select_related("edition", "effort__measure__edition", "programme__section__bureau")
        .prefetch_related("items")
        .order_by("order")
    )


def entry_of(sheet: ProgrammeReview) -> Entry:
    """A 票(2) that is not published yet, with the published sheets of the plan's years before it."""
    listing = next(each for each in listings_of(effort_of(sheet)) if each.programme_id == sheet.programme_id)
    before = reviews_until(NOBODY, [listing], sheet.round).exclude(round=sheet.round)
    by_year = {review.round.year: review for review in before}
    return Entry(listing=listing, review=sheet, by_year={**by_year, sheet.round.year: sheet})


def relisted_in(effort: Effort) -> list[Listing]:
    """Where the programmes stand that the effort only lists again (再掲)."""
    again = effort.listings.filter(relisted=True).values("programme")
    own = Listing.objects.filter(edition=effort.measure.edition_id, relisted=False, programme__in=again)
    return list(own.select_related("effort", "programme").order_by("line"))


def entries_of(reader: Actor, listings: Sequence[Listing], evaluated: Round) -> list[Entry]:
    """The lines of a 票(2): for each programme the sheet of the year, with the plan's years before it."""
    found: dict[int, dict[int, ProgrammeReview]] = {}
    for review in reviews_until(reader, listings, evaluated):
        found.setdefault(review.programme_id, {})[review.round.year] = review
    return [
        Entry(listing=listing, review=by_year[evaluated.year], by_year=by_year)
        for listing in listings
        if evaluated.year in (by_year := found.get(listing.programme_id, {}))
    ]


def reviews_until(reader: Actor, listings: Sequence[Listing], evaluated: Round) -> QuerySet[ProgrammeReview]:
    return (
        ProgrammeReview.objects.filter(
            readable_to(reader, owner=OWNER_OF_TWO),
            programme__in=[listing.programme_id for listing in listings],
            round__edition=evaluated.edition_id,
            round__year__lte=evaluated.year,
        )
        .select_related("round", "imprint", "programme__section__bureau")
        .prefetch_related(
            "imprint__columns",
            Prefetch("evidence", Evidence.objects.order_by("pk")),
            Prefetch("second_opinions", SecondOpinion.objects.order_by("given_on", "pk")),
        )
    )
