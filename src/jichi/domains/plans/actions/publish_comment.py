"""Make public what is said in a comment, after somebody has read it for personal data."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.event import Personal

from ..events import CommentPublished
from ..models import Comment
from ..permissions import May
from ..rules.personal_data import personal_data_in
from ..streams import stream_of
from .comment_steps import locked_comment, step_on, tell_followers


class NothingToPublish(Refusal):
    code = "plans.nothing_to_publish"
    status = 400


class LooksPersonal(Refusal):
    """The text still holds what looks like personal data, and nobody has said that it is none."""

    code = "plans.looks_personal"
    status = 409


@action(needs=May.HANDLE_COMMENT, within="comment")
def publish_comment(
    *, actor: Actor, comment: Comment, title: str, text: str, is_checked: bool = False, on: date
) -> Comment:
    """Let everybody read a comment, in the words that remain after personal data was taken out.

    What looks like personal data has to be taken out or declared harmless (`is_checked`).

    Ledger: plans.comment.published
    Raises: CommentElsewhere; NothingToPublish; LooksPersonal.
    """
    held = locked_comment(comment, move="publish")
    refuse_empty(title, text)
    if not is_checked:
        refuse_personal(title, text)
    step_on(held, "publish", title=title.strip(), text=text.strip(), published_on=on)
    record(told(held), stream=stream_of(held))
    tell_followers(
        held,
        step="published",
        subject=gettext_lazy("あなたの声を公開しました"),
        body=gettext_lazy(
            "担当の課が読み、個人の情報がないことを確かめて公開しました。次は、課が理由をつけて回答します。"
        ),
    )
    return held


def refuse_empty(title: str, text: str) -> None:
    wrong = {"title": title, "text": text}
    if fields := {
        name: _("公開する文を入力してください。") for name, said in wrong.items() if not said.strip()
    }:
        raise NothingToPublish(fields=fields)


def refuse_personal(title: str, text: str) -> None:
    fields = {}
    for name, said in {"title": title, "text": text}.items():
        if found := personal_data_in(said):
            listed = _("、").join(f"「{each.text}」（{_(each.words)}）" for each in found)
            fields[name] = _(
                "個人の情報のように見えるところがあります：%(found)s。消すか、確かめたしるしを付けてください。"
            ) % {"found": listed}
    if fields:
        raise LooksPersonal(_("まだ公開していません。"), fields=fields)


def told(comment: Comment) -> CommentPublished:
    return CommentPublished(
        comment=comment.reference,
        programme=comment.programme.reference,
        is_as_written=comment.text == comment.original,
        title=Personal(comment.title),
        text=Personal(comment.text),
    )
