"""What the search box may find of plans: efforts, programmes, and what was said and replied about them; all public."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_noop

from jichi.kernel.search.document import SearchDocument

from .models import PUBLIC_STEPS, Comment, Edition, Effort, Listing, Reply
from .records import edition_page, programme_page

PROGRAMME = gettext_noop("事業")
EFFORT = gettext_noop("主な取組")
VOICE = gettext_noop("声")
REPLY = gettext_noop("回答")


def findable() -> Iterator[SearchDocument]:
    """Every programme as its newest listing says it, and every effort of every edition."""
    for edition in Edition.objects.order_by("first_year"):
        yield from efforts_of(edition)
    yield from map(programme_document, newest_listings().values())
    comments = Comment.objects.filter(step__in=PUBLIC_STEPS).select_related("programme").order_by("pk")
    yield from map(comment_document, comments.iterator())
    replies = Reply.objects.select_related("programme").order_by("pk")
    yield from map(reply_document, replies.iterator())


def findable_of(edition: Edition) -> Iterator[SearchDocument]:
    """What an edition changes about what can be found."""
    yield from efforts_of(edition)
    newest = newest_listings().values()
    yield from (programme_document(each) for each in newest if each.edition_id == edition.pk)


def newest_listings() -> dict[int, Listing]:
    """The newest listing of every programme, by the programme's key."""
    listings = Listing.objects.filter(relisted=False).select_related("programme", "effort__measure")
    ordered = listings.order_by("edition__first_year").prefetch_related("items")
    return {listing.programme_id: listing for listing in ordered}


def efforts_of(edition: Edition) -> Iterator[SearchDocument]:
    efforts = Effort.objects.filter(measure__edition=edition).select_related("measure__edition")
    yield from map(effort_document, efforts.prefetch_related("statements"))


def programme_document(listing: Listing) -> SearchDocument:
    body = [listing.description, listing.effort.title, *(item.text for item in listing.items.all())]
    return SearchDocument(
        key=f"plans/programme/{listing.programme.reference}",
        kind=PROGRAMME,
        title=listing.name,
        body="\n".join(body),
        url=programme_page(listing.programme.reference),
        reference=listing.programme.reference,
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
