"""Reply to a comment, with reasons; whatever was joined to it has its reply too."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.deadlines.clocks import meet
from jichi.kernel.deadlines.queries import open_deadline
from jichi.kernel.ledger.canonical import digest
from jichi.kernel.search.index import index
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.registry import issue, link

from ..events import CommentReplied
from ..findable import reply_document
from ..models import Answer, Comment, Reply
from ..permissions import May
from ..queries.voices import joined_to, record_of
from ..records import REPLY
from ..streams import stream_of
from .comment_on_programme import DUTY
from .comment_steps import locked_comment, step_on, tell_followers


class ReplyNotFull(Refusal):
    code = "plans.reply_not_full"
    status = 400


class RepliedBeforeItCame(Refusal):
    code = "plans.replied_before_it_came"
    status = 400
    message = gettext_lazy("回答の日は、声が届いた日より後にしてください。")


@dataclass(frozen=True, kw_only=True)
class NewReply:
    """What the section answers, in one of four ways, and why."""

    answer: str
    text: str
    reasons: str
    is_demo: bool = False


@action(needs=May.REPLY_TO_COMMENT, within="comment")
def reply_to_comment(*, actor: Actor, comment: Comment, reply: NewReply, on: date) -> Reply:
    """Give a public reply with its reasons; the clock of the comment is met.

    Ledger: plans.comment.replied; deadlines.deadline.met
    Raises: CommentElsewhere; ReplyNotFull; RepliedBeforeItCame.
    """
    held = locked_comment(comment, move="reply")
    refuse_unless_full(reply)
    if on < held.received_on:
        raise RepliedBeforeItCame
    joined = list(joined_to([held]))
    given = keep(held, reply, on)
    event = record(told(held, given, len(joined)), stream=stream_of(held))
    link(kind=LinkKind.REPLIED_BY, start=record_of(held), end=record_of(given), event=event)
    step_on(held, "reply", reply=given)
    if running := open_deadline(kind=DUTY, subject=held.reference):
        meet(deadline=running, on=on)
    index(reply_document(given))
    for each in (held, *joined):
        tell(each, given)
    return given


def keep(comment: Comment, new: NewReply, on: date) -> Reply:
    # Said in Japanese whatever the language of whoever replies: the title stands in the register.
    with override("ja"):
        title = f"{Answer(new.answer).label}：{comment.title}"
    registered = issue(kind=REPLY, title=title, on=on)
    return Reply.objects.create(
        reference=registered.reference,
        programme=comment.programme,
        answer=new.answer,
        text=new.text.strip(),
        reasons=new.reasons.strip(),
        replied_on=on,
        is_demo=new.is_demo,
    )


def refuse_unless_full(new: NewReply) -> None:
    wrong = {
        "answer": "" if new.answer in Answer.values else _("回答の種類を選んでください。"),
        "text": "" if new.text.strip() else _("回答を入力してください。"),
        "reasons": ""
        if new.reasons.strip()
        else _("回答の理由を入力してください。理由のない回答はできません。"),
    }
    if fields := {name: said for name, said in wrong.items() if said}:
        raise ReplyNotFull(_("回答に足りないところがあります。"), fields=fields)


def tell(comment: Comment, reply: Reply) -> None:
    tell_followers(
        comment,
        step=f"replied/{reply.reference}",
        subject=gettext_lazy("あなたの声に回答しました"),
        body=format_lazy("{title}\n{text}", title=comment.title, text=reply.text),
        url=f"/plans/replies/{reply.reference}/",
    )


def told(comment: Comment, reply: Reply, joined: int) -> CommentReplied:
    said = {"answer": reply.answer, "text": reply.text, "reasons": reply.reasons}
    return CommentReplied(
        comment=comment.reference,
        joined=joined,
        reply=reply.reference,
        answer=reply.answer,
        reply_digest=digest(said),
    )
