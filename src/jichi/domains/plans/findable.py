"""What the search box may find of plans: the tree, programmes, comments and replies for all, sheets for who may read them."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet
from django.utils.translation import gettext_noop

from jichi.kernel.search.document import SearchDocument

from .models import (
    PUBLIC_STEPS,
    Comment,
    Edition,
    Effort,
    EffortReview,
    Listing,
    Measure,
    Programme,
    ProgrammeReview,
    Reply,
)
from .permissions import May
from .records import edition_page, programme_page, sheet_one_page, sheet_two_page

PROGRAMME = gettext_noop("事業")
EFFORT = gettext_noop("主な取組")
MEASURE = gettext_noop("基本施策")
SHEET = gettext_noop("評価票")
VOICE = gettext_noop("声")
REPLY = gettext_noop("回答")
Sheet = EffortReview | ProgrammeReview
OF_ONE = ("problem", "outline", "goal", "result", "direction")
OF_TWO = ("goal", "changed_goal", "result", "why_this_grade", "next_year")


def findable() -> Iterator[SearchDocument]:
    """Every programme as its newest listing says it, every measure and effort of every edition, every sheet."""
    for edition in Edition.objects.order_by("first_year"):
        yield from measures_of(edition)
        yield from efforts_of(edition)
    yield from map(programme_document, newest_listings().values())
    comments = Comment.objects.filter(step__in=PUBLIC_STEPS).select_related("programme").order_by("pk")
    yield from map(comment_document, comments.iterator())
    replies = Reply.objects.select_related("programme").order_by("pk")
    yield from map(reply_document, replies.iterator())
    yield from sheets_among(EffortReview.objects.all(), ProgrammeReview.objects.all())


def findable_of(edition: Edition) -> Iterator[SearchDocument]:
    """What an edition changes about what can be found."""
    yield from measures_of(edition)
    yield from efforts_of(edition)
    newest = newest_listings().values()
    yield from (programme_document(each) for each in newest if each.edition_id == edition.pk)


def findable_about(programme: Programme) -> Iterator[SearchDocument]:
    """What a change of its owner or wards changes about what can be found: the programme and its sheets."""
    yield from map(programme_document, newest_listings(programme=programme).values())
    yield from sheets_among(EffortReview.objects.none(), programme.reviews.all())


def newest_listings(**of: Programme) -> dict[int, Listing]:
    """The newest listing of every programme, by the programme's key."""
    listings = Listing.objects.filter(relisted=False, **of).select_related(
        "edition", "programme__section", "effort__measure"
    )
    ordered = listings.order_by("edition__first_year").prefetch_related("items", "programme__wards")
    return {listing.programme_id: listing for listing in ordered}


def measures_of(edition: Edition) -> Iterator[SearchDocument]:
    measures = Measure.objects.filter(edition=edition).select_related("edition")
    yield from map(measure_document, measures.order_by("line").prefetch_related("efforts"))


def efforts_of(edition: Edition) -> Iterator[SearchDocument]:
    efforts = Effort.objects.filter(measure__edition=edition).select_related("measure__edition")
    yield from map(effort_document, efforts.prefetch_related("statements"))


def programme_document(listing: Listing) -> SearchDocument:
    programme = listing.programme
    wards = list(programme.wards.all())
    items = (item.text for item in listing.items.all())
    body = [listing.description, listing.effort.title, *items, "・".join(ward.name for ward in wards)]
    return SearchDocument(
        key=f"plans/programme/{programme.reference}",
        kind=PROGRAMME,
        title=listing.name,
        body="\n".join(filter(None, body)),
        url=programme_page(programme.reference),
        reference=programme.reference,
        wards=tuple(ward.code for ward in wards),
        bureaus=(programme.section.bureau_id,) if programme.section else (),
        years=tuple(listing.edition.years),
    )


def measure_document(measure: Measure) -> SearchDocument:
    edition = measure.edition
    efforts = list(measure.efforts.all())
    return SearchDocument(
        key=f"plans/measure/{edition.reference}/{measure.place}",
        kind=MEASURE,
        title=measure.title,
        body="\n".join([f"{edition.numeral} {edition.title}", *(effort.title for effort in efforts)]),
        url=f"{edition_page(edition.reference)}#m{measure.pk}",
        years=tuple(edition.years),
    )


def effort_document(effort: Effort) -> SearchDocument:
    edition = effort.measure.edition
    statements: Iterable[str] = (statement.text for statement in effort.statements.all())
    return SearchDocument(
        key=f"plans/effort/{edition.reference}/{effort.place}",
        kind=EFFORT,
        title=effort.title,
        body="\n".join([effort.measure.title, *statements]),
        url=f"{edition_page(edition.reference)}#e{effort.pk}",
        years=tuple(edition.years),
    )


def sheets_among(ones: QuerySet[EffortReview], twos: QuerySet[ProgrammeReview]) -> Iterator[SearchDocument]:
    yield from map(
        sheet_document,
        ones.select_related("round", "imprint", "effort", "section__bureau").order_by("pk").iterator(),
    )
    yield from map(
        sheet_document,
        twos.select_related("round", "imprint", "programme__section__bureau").order_by("pk").iterator(),
    )


def sheet_document(sheet: Sheet) -> SearchDocument:
    """A published sheet for everybody, under the name it was published with; a draft for who may read drafts."""
    public = sheet.step == "published"
    is_one = isinstance(sheet, EffortReview)
    name = str(sheet.imprint) if sheet.imprint else sheet.title
    # Said in Japanese whatever the language of whoever writes the sheet.
    title = f"{sheet.round.year}年度 {'施策評価票' if is_one else '事務事業評価票'} {name}"
    return SearchDocument(
        key=f"plans/sheet/{sheet.reference}",
        kind=SHEET,
        title=title,
        body="\n".join(text for field in (OF_ONE if is_one else OF_TWO) if (text := getattr(sheet, field))),
        url=(sheet_one_page if is_one else sheet_two_page)(sheet.reference),
        reference=sheet.reference,
        public=public,
        needs=None if public else May.READ_DRAFTS,
        scope=sheet.scope,
        years=(sheet.round.year,),
    )


def comment_key(comment: Comment) -> str:
    return f"plans/comment/{comment.reference}"


def comment_document(comment: Comment) -> SearchDocument:
    """A public comment in the words that were published; nothing of who said it."""
    return SearchDocument(
        key=comment_key(comment),
        kind=VOICE,
        title=comment.title,
        body=f"{comment.programme.name}\n{comment.text}",
        url=f"/plans/comments/{comment.reference}/",
        reference=comment.reference,
    )


def reply_document(reply: Reply) -> SearchDocument:
    return SearchDocument(
        key=f"plans/reply/{reply.reference}",
        kind=REPLY,
        title=f"{reply.programme.name}への声に回答",
        body=f"{reply.text}\n{reply.reasons}",
        url=f"/plans/replies/{reply.reference}/",
        reference=reply.reference,
    )
