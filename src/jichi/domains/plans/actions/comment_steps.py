"""Lead a comment from step to step; part of the verbs on comments, not a verb of its own."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.notices.notify import notify_followers
from jichi.kernel.search.index import forget, index
from jichi.kernel.steps.wrong_step import WrongStep
from jichi.kernel.threads.registry import rename

from ..findable import comment_document, comment_key
from ..models import Comment
from ..states import COMMENT

Text = str | Promise


class CommentElsewhere(Refusal):
    """The comment stands where this verb is not possible; the sentence says what is."""

    code = "plans.comment_elsewhere"


class NoReason(Refusal):
    code = "plans.no_reason"
    status = 400


def locked_comment(comment: Comment, *, move: str) -> Comment:
    """The comment as it stands now, held until the act ends, if this move is possible from there.

    Raises: CommentElsewhere.
    """
    rows = Comment.objects.select_related("programme__section__bureau", "ward")
    held = lock_only(rows.filter(pk=comment.pk))
    after(held.step, move)
    return held


def lock_only(rows: Any) -> Comment:
    lock(Comment.objects.filter(pk__in=rows.values("pk"))).get()
    found: Comment = rows.get()
    return found


def after(step: str, move: str) -> str:
    try:
        return COMMENT.after(step, move)
    except WrongStep as wrong:
        language = get_language() or "ja"
        raise CommentElsewhere(wrong.said(translate=gettext, language=language)) from None


def step_on(comment: Comment, move: str, **columns: object) -> None:
    """Take the move, write the columns that go with it, and keep the register and the index in step."""
    comment.step = after(comment.step, move)
    for name, value in columns.items():
        setattr(comment, name, value)
    comment.save(update_fields=["step", *columns])
    show_or_hide(comment)


def show_or_hide(comment: Comment) -> None:
    title = comment.title if comment.is_public else f"{comment.programme.name}への声"
    rename(reference=comment.reference, title=title, public=comment.is_public)
    if comment.is_public:
        index(comment_document(comment))
    else:
        forget(comment_key(comment))


def reason(because: str, sentence: str, *, field: str = "because") -> str:
    """Raises: NoReason."""
    if not because.strip():
        raise NoReason(sentence, fields={field: sentence})
    return because.strip()


def tell_followers(comment: Comment, *, step: str, subject: Text, body: Text, url: str = "") -> None:
    """Tell whoever follows a comment about its next step, in their language and by their channel."""
    notify_followers(
        reference=comment.reference,
        key=f"plans/{comment.reference}/{step}",
        subject=subject,
        body=body,
        url=url or f"/plans/comments/{comment.reference}/",
    )
