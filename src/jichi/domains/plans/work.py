"""What of plans waits for a person."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.subsystem import WorkItem

from .models import Comment
from .permissions import ANSWERS_COMMENTS, WAITS_FOR_ROLE
from .queries.desk import due_of, waiting_for
from .queries.sheets import Sheet
from .queries.voices import waiting_comments

NEXT = {
    "draft": gettext_lazy("評価票を書いて、根拠をつけて提出してください。"),
    "section": gettext_lazy("課として確認するか、差し戻してください。"),
    "bureau": gettext_lazy("局として確認するか、差し戻してください。"),
    "approved": gettext_lazy("公表するか、差し戻してください。"),
}


def work_of(actor: Actor, on: date) -> Iterable[WorkItem]:
    """The sheets whose next step this person may take, their own or not; the comments that wait to be checked or replied to."""
    for sheet in waiting_for(actor):
        yield item_of(sheet, own=WAITS_FOR_ROLE[sheet.step] in actor.roles)
    answers = bool(ANSWERS_COMMENTS & set(actor.roles))
    yield from (item_of_comment(comment, own=answers) for comment in waiting_comments(actor))


def item_of(sheet: Sheet, *, own: bool) -> WorkItem:
    return WorkItem(
        title=_("%(year)s年度の評価票：%(title)s") % {"year": sheet.round.year, "title": sheet.title},
        url=reverse("plans:desk_review", args=[sheet.reference]),
        what_next=str(NEXT[sheet.step]),
        due=due_of(sheet),
        reference=sheet.reference,
        is_approval=sheet.step in ("section", "bureau", "approved"),
        is_own=own,
    )


def item_of_comment(comment: Comment, *, own: bool) -> WorkItem:
    is_new = comment.step == "received"
    return WorkItem(
        title=_("声に回答する：%(programme)s") % {"programme": comment.programme.name},
        url=reverse("plans:desk_comment", args=[comment.reference]),
        what_next=_("個人の情報がないか読んで、公開してください。")
        if is_new
        else _("理由をつけて回答してください。"),
        due=comment.due_on,
        reference=comment.reference,
        is_own=own,
    )
