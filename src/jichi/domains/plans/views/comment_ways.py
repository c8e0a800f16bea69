"""What can be done with a comment, by whom, and in which words it is asked and answered."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.web.forms import Act

from ..desk_forms import voices as forms
from ..models import Comment
from ..permissions import May


@dataclass(frozen=True, kw_only=True)
class CommentWay(Act):
    """An act on a comment: its form, at which steps it is possible, and who may."""

    form: type[forms.ActForm]
    needs: May
    steps: tuple[str, ...]


COMMENT_WAYS = {
    "publish": CommentWay(
        form=forms.PublishForm,
        needs=May.HANDLE_COMMENT,
        steps=("received",),
        title=_("声を公開する"),
        button=_("公開する"),
        explains=_("公開すると、だれでも読めるようになります。"),
        done=_("声を公開しました。"),
    ),
    "reply": CommentWay(
        form=forms.ReplyForm,
        needs=May.REPLY_TO_COMMENT,
        steps=("public",),
        title=_("声に回答する"),
        button=_("回答する"),
        explains=_("回答は公開され、声を寄せた人に知らされます。あとから直せません。"),
        done=_("声に回答しました。"),
    ),
    "consequence": CommentWay(
        form=forms.ConsequenceForm,
        needs=May.REPLY_TO_COMMENT,
        steps=("replied",),
        title=_("その後の動きを知らせる"),
        button=_("知らせる"),
        explains=_("その後の動きは公開され、声を寄せた人に知らされます。あとから消せません。"),
        done=_("その後の動きを知らせました。"),
    ),
    "join": CommentWay(
        form=forms.JoinForm,
        needs=May.HANDLE_COMMENT,
        steps=("public",),
        title=_("ほかの声とまとめる"),
        button=_("まとめる"),
        explains=_(
            "まとめた先への回答が、この声への回答になります。まとめたことは記録に残り、あとで分けられます。"
        ),
        done=_("声をまとめました。"),
    ),
    "split": CommentWay(
        form=forms.SplitForm,
        needs=May.HANDLE_COMMENT,
        steps=("joined",),
        title=_("まとめた声を分ける"),
        button=_("分ける"),
        explains=_("この声には別に回答することになります。まとめていたことは記録に残ります。"),
        done=_("声を分けました。"),
    ),
    "keep_back": CommentWay(
        form=forms.KeepBackForm,
        needs=May.HANDLE_COMMENT,
        steps=("received", "public"),
        title=_("声を公開しない"),
        button=_("公開しない"),
        explains=_(
            "回答もしないことになります。個人の情報があるだけのときは、そこを消して公開してください。"
        ),
        done=_("声を公開しないことにしました。"),
        danger=True,
    ),
}


def open_comment_ways(actor: Actor, comment: Comment) -> dict[str, CommentWay]:
    """The acts that this person can do on this comment now."""
    return {
        name: way
        for name, way in COMMENT_WAYS.items()
        if comment.step in way.steps and may(actor, way.needs, comment.scope)
    }
