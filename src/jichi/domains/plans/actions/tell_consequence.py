"""Say what came of a reply: a change, its budget, that it was carried out, its result."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Record
from jichi.kernel.threads.registry import issue, link

from ..events import ReplyHadConsequence
from ..models import BudgetYear, Comment, Consequence, PlannedAction, ProgrammeReview, Reply
from ..permissions import May
from ..queries.voices import joined_to
from ..records import CONSEQUENCE
from ..streams import stream_of
from .comment_steps import tell_followers

LINKS = {
    Consequence.Sort.CHANGED: LinkKind.CHANGED,
    Consequence.Sort.BUDGETED: LinkKind.BUDGETED_IN,
    Consequence.Sort.CARRIED_OUT: LinkKind.CARRIED_OUT_BY,
    Consequence.Sort.RESULTED: LinkKind.RESULTED_IN,
}
ORDER = list(LINKS)


class ConsequenceNotFull(Refusal):
    code = "plans.consequence_not_full"
    status = 400


class NotOfThisProgramme(Refusal):
    code = "plans.not_of_this_programme"
    status = 400
    message = gettext_lazy("この事業の取組・予算・評価票の中から選んでください。")


@dataclass(frozen=True, kw_only=True)
class NewConsequence:
    """What happened and when; where it stands in the programme's own figures, if it does."""

    sort: Consequence.Sort
    text: str
    happened_on: date
    planned_action: PlannedAction | None = None
    budget: BudgetYear | None = None
    review: ProgrammeReview | None = None
    is_demo: bool = False


@action(needs=May.REPLY_TO_COMMENT, within="reply")
def tell_consequence(*, actor: Actor, reply: Reply, told: NewConsequence, on: date) -> Consequence:
    """Add a step to the thread of a reply: it follows the latest one of an earlier kind.

    Ledger: plans.reply.had_consequence
    Raises: ConsequenceNotFull; NotOfThisProgramme.
    """
    reply = lock(Reply.objects.filter(pk=reply.pk)).get()
    refuse_unless_full(reply, told, on)
    refuse_foreign(reply, told)
    before = Record.objects.get(reference=before_of(reply, told))
    registered = issue(kind=CONSEQUENCE, title=told.text.strip(), on=told.happened_on)
    columns = {**vars(told), "text": told.text.strip()}
    kept = Consequence.objects.create(reference=registered.reference, reply=reply, **columns)
    event = record(event_of(kept), stream=stream_of(reply))
    link(kind=LINKS[told.sort], start=before, end=registered, event=event)
    tell_all(reply, kept)
    return kept


def before_of(reply: Reply, told: NewConsequence) -> str:
    """The reference of what this follows from: the latest step of an earlier kind, else the reply itself."""
    earlier = ORDER[: ORDER.index(told.sort)]
    rows = reply.consequences.filter(sort__in=earlier, happened_on__lte=told.happened_on)
    latest = max(rows, key=lambda row: (ORDER.index(Consequence.Sort(row.sort)), row.pk), default=None)
    return latest.reference if latest else reply.reference


def refuse_unless_full(reply: Reply, told: NewConsequence, on: date) -> None:
    wrong = {
        "text": "" if told.text.strip() else _("何がどうなったかを入力してください。"),
        "happened_on": "",
    }
    if told.happened_on < reply.replied_on:
        wrong["happened_on"] = _("回答の日（%(day)s）より後の日を入力してください。") % {
            "day": reply.replied_on
        }
    if told.happened_on > on:
        wrong["happened_on"] = _("まだ来ていない日は入力できません。起きたことだけを知らせます。")
    if fields := {name: said for name, said in wrong.items() if said}:
        raise ConsequenceNotFull(_("まだ足りないところがあります。"), fields=fields)


def refuse_foreign(reply: Reply, told: NewConsequence) -> None:
    named = {"planned_action": told.planned_action, "budget": told.budget, "review": told.review}
    if fields := {
        name: str(NotOfThisProgramme.message)
        for name, row in named.items()
        if row is not None and row.programme_id != reply.programme_id
    }:
        raise NotOfThisProgramme(fields=fields)


def event_of(kept: Consequence) -> ReplyHadConsequence:
    return ReplyHadConsequence(
        reply=kept.reply.reference,
        consequence=kept.reference,
        sort=kept.sort,
        text=kept.text,
        happened_on=kept.happened_on,
    )


def tell_all(reply: Reply, kept: Consequence) -> None:
    """Tell the followers of every voice that the reply answered."""
    answered = list(Comment.objects.filter(reply=reply))
    for comment in (*answered, *joined_to(answered)):
        tell_followers(
            comment,
            step=f"consequence/{kept.reference}",
            subject=gettext_lazy("あなたの声のその後をお知らせします"),
            body=format_lazy("{sort}：{text}", sort=Consequence.Sort(kept.sort).label, text=kept.text),
            url=f"/r/{comment.reference}/thread/",
        )
