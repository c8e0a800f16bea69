"""Comments on programmes: what the public reads, what staff work on, and the gates to both."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.law.book import Dated, NotInForce, NotKnown
from jichi.kernel.law.shelf import law
from jichi.kernel.threads.models import Author, Record
from jichi.kernel.threads.voices import authors_behind

from ..models import PUBLIC_STEPS, Comment, Consequence, Programme, Reply
from ..permissions import May, within
from ..rules.reply_day import REPLY_DAYS
from .desk import gate

OWNER = "programme__section"


def all_comments() -> QuerySet[Comment]:
    rows = Comment.objects.select_related("programme__section__bureau", "ward", "reply")
    return rows.order_by("-received_on", "-pk")


def public_comments() -> QuerySet[Comment]:
    """What everybody may read, the newest first."""
    return all_comments().filter(step__in=PUBLIC_STEPS)


def comments_on(programme: Programme, *, most: int) -> tuple[list[Comment], int]:
    """The newest public comments on a programme, each once (joined ones stand with the one they joined), and how many."""
    rows = public_comments().filter(programme=programme)
    return list(rows.exclude(step="joined")[:most]), rows.count()


def comment_for(actor: Actor, reference: str) -> Comment:
    """A comment that the actor may read: a public one, or one that is the own section's work.

    Raises: NotThere.
    """
    comment = all_comments().filter(reference=reference).first()
    if comment is None or not (comment.is_public or may(actor, May.HANDLE_COMMENT, comment.scope)):
        raise NotThere
    return comment


def comment_at_work(actor: Actor, reference: str, permission: May = May.HANDLE_COMMENT) -> Comment:
    """A comment for which the actor may do this.

    Raises: NotThere.
    """
    comment = all_comments().filter(reference=reference).first()
    if comment is None or not may(actor, permission, comment.scope):
        raise NotThere
    return comment


def comments_at_work(actor: Actor) -> QuerySet[Comment]:
    """The comments of the actor's own sections, at whatever step.

    Raises: NotThere.
    """
    gate(actor, May.HANDLE_COMMENT)
    return all_comments().filter(within(actor, May.HANDLE_COMMENT, OWNER))


def waiting_comments(actor: Actor) -> QuerySet[Comment]:
    """The comments for which the actor's section has something to do: check and publish, or reply."""
    check = Q(step="received") & within(actor, May.HANDLE_COMMENT, OWNER)
    reply = Q(step="public") & within(actor, May.REPLY_TO_COMMENT, OWNER)
    return all_comments().filter(check | reply).order_by("due_on", "pk")


def reply_with(reference: str) -> Reply:
    """A reply with what it answers and what came of it. Raises: NotThere."""
    consequences = Consequence.objects.order_by("happened_on", "pk")
    replies = Reply.objects.select_related("programme__section__bureau").prefetch_related(
        Prefetch("consequences", consequences)
    )
    if (reply := replies.filter(reference=reference).first()) is None:
        raise NotThere
    return reply


def consequence_with(reference: str) -> Consequence:
    """Raises: NotThere."""
    rows = Consequence.objects.select_related("reply__programme", "planned_action", "budget", "review__round")
    if (found := rows.filter(reference=reference).first()) is None:
        raise NotThere
    return found


def comment_replied_by(reply: Reply) -> Comment | None:
    """The comment that the reply was written to; those joined to it stand in its thread."""
    return reply.comments.order_by("received_on", "pk").first()


def reply_days(on: date) -> Dated[int] | None:
    """In how many days a comment that comes on this day is replied to; None as long as nobody knows."""
    try:
        return law.at(on, REPLY_DAYS)
    except (NotKnown, NotInForce):
        return None


def record_of(thing: Comment | Reply | Consequence | Programme) -> Record:
    return Record.objects.get(reference=thing.reference)


def authors_of(actor: Actor, comment: Comment) -> list[Author]:
    """Who said it, and who said what was joined to it; nothing for whoever may not see it."""
    if not may(actor, May.SEE_AUTHOR, comment.scope):
        return []
    return authors_behind([record_of(comment)])


def joined_to(comments: Iterable[Comment]) -> QuerySet[Comment]:
    """The comments that at present are joined to one of these."""
    leads = [comment.reference for comment in comments]
    keys = Record.objects.filter(
        links_from__kind="joined", links_from__parting=None, links_from__to_record__reference__in=leads
    )
    return all_comments().filter(reference__in=keys.values("reference"), step="joined")
