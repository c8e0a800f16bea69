"""Hear voices about the same thing together, and part them again. Nothing of either is ever lost."""

from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, permit, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.deadlines.clocks import cancel
from jichi.kernel.deadlines.queries import open_deadline
from jichi.kernel.threads.voices import join, joined_link, split

from ..events import CommentJoined, CommentSplit
from ..models import Comment
from ..permissions import May
from ..queries.voices import record_of
from ..streams import stream_of
from .comment_on_programme import DUTY, start_clock
from .comment_steps import locked_comment, reason, step_on, tell_followers


class CannotBeJoined(Refusal):
    code = "plans.cannot_be_joined"


@action(needs=May.HANDLE_COMMENT, within="comment")
def join_comment(*, actor: Actor, comment: Comment, into: Comment, because: str, on: date) -> Comment:
    """Let a comment be heard together with an earlier one: its reply is the other's from now on.

    Ledger: plans.comment.joined; deadlines.deadline.cancelled
    Raises: CommentElsewhere; CannotBeJoined; NoReason; NotAllowed where the other is not the actor's business.
    """
    permit(actor, May.HANDLE_COMMENT, into.scope)
    held = locked_comment(comment, move="join")
    target = locked_target(held, into)
    said = reason(because, _("どこが同じか、まとめる理由を入力してください。"))
    told = CommentJoined(comment=held.reference, into=target.reference, because=said)
    event = record(told, stream=stream_of(held))
    join(voice=record_of(held), into=record_of(target), event=event, note=said)
    step_on(held, "join")
    if running := open_deadline(kind=DUTY, subject=held.reference):
        cancel(deadline=running, on=on, because=_("ほかの声とまとめて回答するため"))
    tell_followers(
        held,
        step=f"joined/{event.position}",
        subject=gettext_lazy("あなたの声は、同じことについての声とまとめて回答します"),
        body=format_lazy(
            gettext_lazy("まとめた先：{other}。理由：{because}"), other=target.title, because=said
        ),
    )
    return held


def locked_target(comment: Comment, into: Comment) -> Comment:
    """The comment that is joined: one that still waits for its reply and was there first."""
    if into.pk == comment.pk:
        refuse(_("声を、その声自身とはまとめられません。"))
    if into.step == "joined":
        link = joined_link(record_of(into))
        where = link.to_record.reference if link else ""
        refuse(_("その声は%(where)sとまとめられています。%(where)sを選んでください。") % {"where": where})
    target = locked_comment(into, move="reply")
    # The earlier one has the earlier last day: nobody waits longer because voices were joined.
    if (target.received_on, target.pk) > (comment.received_on, comment.pk):
        refuse(
            _("先に届いた声にまとめます。%(other)sのほうを、こちらにまとめてください。")
            % {"other": into.reference}
        )
    return target


def refuse(sentence: str) -> None:
    raise CannotBeJoined(sentence, fields={"into": sentence})


@action(needs=May.HANDLE_COMMENT, within="comment")
def split_comment(*, actor: Actor, comment: Comment, because: str, on: date) -> Comment:
    """Let a joined comment go its own way again: it is owed a reply of its own, by its own day.

    Ledger: plans.comment.split; deadlines.deadline.started
    Raises: CommentElsewhere; NoReason.
    """
    held = locked_comment(comment, move="split")
    said = reason(because, _("どこが違うか、分ける理由を入力してください。"))
    joined = joined_link(record_of(held))
    assert joined is not None, "a comment at the step joined has its link"
    told = CommentSplit(comment=held.reference, away_from=joined.to_record.reference, because=said)
    event = record(told, stream=stream_of(held))
    split(joined=joined, event=event, because=said)
    step_on(held, "split")
    start_clock(held, because=event, on=on)
    tell_followers(
        held,
        step=f"split/{event.position}",
        subject=gettext_lazy("あなたの声には、別に回答します"),
        body=format_lazy(gettext_lazy("理由：{because}"), because=said),
    )
    return held
