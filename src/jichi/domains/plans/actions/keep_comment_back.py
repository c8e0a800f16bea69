"""Keep a comment from the public, or take back one that was public."""

from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.deadlines.clocks import cancel
from jichi.kernel.deadlines.queries import open_deadline

from ..events import CommentKeptBack
from ..models import Comment
from ..permissions import May
from ..streams import stream_of
from .comment_on_programme import DUTY
from .comment_steps import locked_comment, reason, step_on, tell_followers


@action(needs=May.HANDLE_COMMENT, within="comment")
def keep_comment_back(*, actor: Actor, comment: Comment, because: str, on: date) -> Comment:
    """Keep a comment back, with a reason that the public record tells; what was said is kept, unread by others.

    Ledger: plans.comment.kept_back; deadlines.deadline.cancelled
    Raises: CommentElsewhere; NoReason.
    """
    held = locked_comment(comment, move="keep_back")
    said = reason(because, _("公開しない理由を入力してください。理由は公の記録に残ります。"))
    was_public = held.is_public
    step_on(held, "keep_back", kept_back_because=said)
    told = CommentKeptBack(
        comment=held.reference, programme=held.programme.reference, was_public=was_public, because=said
    )
    record(told, stream=stream_of(held))
    if running := open_deadline(kind=DUTY, subject=held.reference):
        cancel(deadline=running, on=on, because=_("公開しないことにしたため"))
    tell_followers(
        held,
        step="kept_back",
        subject=gettext_lazy("あなたの声は公開しないことになりました"),
        body=format_lazy(gettext_lazy("理由：{because}"), because=said),
        url=f"/r/{held.reference}/",
    )
    return held
