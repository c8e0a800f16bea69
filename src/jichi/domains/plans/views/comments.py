"""Comments on programmes as residents meet them: writing one, and reading what became of it."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.law.book import Confidence
from jichi.kernel.threads.queries import record_for
from jichi.kernel.threads.thread import follow
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of

from ..actions.comment_on_programme import SentBefore, comment_on_programme
from ..desk_forms.telling import tell_all
from ..forms import CommentForm
from ..models import Comment, Programme
from ..queries import voices as reads
from ..queries.programmes import programme_with
from ..rules.personal_data import personal_data_in
from .comment_words import facts_of, facts_of_consequence, facts_of_reply, steps_of


def write(request: Request, reference: str) -> HttpResponse:
    """Fill in, confirm, receipt; no account and no script is needed."""
    programme = programme_with(reference)
    form = CommentForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT and (sent := taken(request, programme, form)):
        return receipt(request, sent)
    act = None if form.errors else Act(title=_("事業に意見を送る"), button=_("送る"), explains=warning(form))
    extra = {"programme": programme, **period_of(today())}
    return show_form(request, form, "plans/comment_form.html", extra, act=act)


def taken(request: Request, programme: Programme, form: CommentForm) -> Comment | None:
    """The comment that this form has become; the same form sent twice is one comment."""
    try:
        return comment_on_programme(
            actor=request.actor, programme=programme, comment=form.comment(), received_on=today()
        )
    except SentBefore:
        return Comment.objects.get(ticket=form.cleaned_data["ticket"])
    except Refusal as refusal:
        tell_all(form, refusal)
        return None


def warning(form: CommentForm) -> str:
    """Before it is sent: what in the text may tell who wrote it."""
    if not form.is_bound or not form.is_valid():
        return ""
    typed = form.cleaned_data
    found = personal_data_in(f"{typed['title']}\n{typed['text']}")
    if not found:
        return ""
    listed = _("、").join(f"「{each.text}」" for each in found)
    said = _(
        "だれか分かる情報が入っているかもしれません：%(found)s。公開の前に課が確かめますが、消してから送ると安心です。"
    )
    return said % {"found": listed}


def period_of(day: date) -> dict[str, Any]:
    """In how many days a comment of this day is replied to, and whether anybody has read the provision."""
    days = reads.reply_days(day)
    return {"days": days, "is_unconfirmed": bool(days and days.confidence is not Confidence.READ)}


def receipt(request: Request, comment: Comment) -> HttpResponse:
    given = {
        "comment": comment,
        "programme": comment.programme,
        "is_following": request.actor.account_id is not None,
        **period_of(comment.received_on),
    }
    return render(request, "plans/comment_receipt.html", given)


def comment(request: Request, reference: str) -> HttpResponse:
    found = reads.comment_for(request.actor, reference)
    return render(request, "plans/comment.html", comment_page(request, found))


def comment_page(request: Request, found: Comment) -> dict[str, Any]:
    return {
        "comment": found,
        "facts": facts_of(found),
        "steps": steps_of(found),
        "reply": found.reply,
        "thread": follow(record_for(request.actor, found.reference), actor=request.actor),
        "record_url": f"/record/streams/plans/{found.reference}/",
    }


def reply(request: Request, reference: str) -> HttpResponse:
    found = reads.reply_with(reference)
    given = {
        "reply": found,
        "facts": facts_of_reply(found, reads.comment_replied_by(found)),
        "thread": follow(record_for(request.actor, reference), actor=request.actor),
        "record_url": f"/record/streams/plans/{reference}/" if found.consequences.all() else "",
    }
    return render(request, "plans/reply.html", given)


def consequence(request: Request, reference: str) -> HttpResponse:
    found = reads.consequence_with(reference)
    given = {
        "consequence": found,
        "facts": facts_of_consequence(found),
        "thread": follow(record_for(request.actor, reference), actor=request.actor),
        "record_url": f"/record/streams/plans/{found.reply.reference}/",
    }
    return render(request, "plans/consequence.html", given)
