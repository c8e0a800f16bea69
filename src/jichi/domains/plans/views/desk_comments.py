"""The desk's comments: the list, one comment with what can be done, and the acts."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.administration.actions.look_at import look_at
from jichi.kernel.clock.reading import today
from jichi.kernel.threads.models import Channel
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of
from jichi.kernel.web.table import Column, Table, show_table

from ..actions.comment_on_programme import enter_comment
from ..desk_forms.telling import tell_all
from ..desk_forms.voices import ActForm, CommentFilter
from ..forms import EntryForm
from ..models import Comment
from ..permissions import May
from ..queries import voices as reads
from ..queries.desk import programme_for
from ..rules.personal_data import personal_data_in
from .comment_ways import open_comment_ways
from .comment_words import facts_of, step_name, steps_of


def listing(request: Request) -> HttpResponseBase:
    table = Table(
        what=_("届いた声"),
        rows=reads.comments_at_work(request.actor),
        columns=columns(),
        filters=CommentFilter,
        filename="comments",
    )
    return show_table(request, table, "plans/desk/comments.html")


def columns() -> list[Column]:
    return [
        Column(key="title", label=_("声"), heading=True, link=address),
        Column(key="programme", label=_("事業"), cell="programme.name", sort="programme__name"),
        Column(key="step", label=_("段階"), cell=lambda row: step_name(row.step), sort="step"),
        Column(key="received_on", label=_("届いた日"), sort="received_on"),
        Column(key="channel", label=_("届き方"), cell=lambda row: str(Channel(row.channel).label)),
        Column(key="due_on", label=_("回答の期限"), sort="due_on"),
    ]


def address(comment: Comment) -> str:
    return reverse("plans:desk_comment", args=[comment.reference])


def page(request: Request, reference: str) -> HttpResponse:
    comment = reads.comment_at_work(request.actor, reference)
    return render(request, "plans/desk/comment.html", page_of(request, comment))


def page_of(request: Request, comment: Comment) -> dict[str, object]:
    findings = personal_data_in(f"{comment.title}\n{comment.original}")
    return {
        "comment": comment,
        "facts": facts_of(comment),
        "steps": steps_of(comment),
        "step": step_name(comment.step),
        "findings": [{"text": each.text, "words": _(each.words)} for each in findings],
        "ways": open_comment_ways(request.actor, comment),
        "is_owed": comment.step in ("received", "public"),
        "has_panel": True,
    }


@require_POST
def authors(request: Request, reference: str) -> HttpResponse:
    """Who said it: shown on request only, and noted for those who can read who looked."""
    comment = reads.comment_at_work(request.actor, reference, May.SEE_AUTHOR)
    found = reads.authors_of(request.actor, comment)
    for author in found:
        if author.account:
            what, why = gettext_noop("声を寄せた人の名前と連絡先"), gettext_noop("声に回答するため")
            look_at(actor=request.actor, concerned=author.account, what=what, why=why)
    given = page_of(request, comment) | {"authors": found, "authors_shown": True}
    return render(request, "plans/desk/comment.html", given)


def act(request: Request, reference: str, name: str) -> HttpResponse:
    """One official act: asked, confirmed, done."""
    comment = reads.comment_at_work(request.actor, reference)
    way = open_comment_ways(request.actor, comment).get(name)
    if way is None:
        raise NotThere
    form = way.form(request.POST or None, actor=request.actor, comment=comment)
    if stage_of(request, form) is Stage.ACT and done(form):
        messages.success(request, way.done)
        return redirect("plans:desk_comment", reference)
    extra = page_of(request, comment) | {"way": way, "has_panel": False}
    return show_form(request, form, "plans/desk/comment_act.html", extra, act=None if form.errors else way)


def done(form: ActForm) -> bool:
    try:
        form.act(on=today())
    except Refusal as refusal:
        tell_all(form, refusal)
        return False
    return True


def enter(request: Request, reference: str) -> HttpResponse:
    """Write down what came by telephone, by letter or at the counter."""
    programme = programme_for(request.actor, reference, May.HANDLE_COMMENT)
    form = EntryForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            comment = enter_comment(
                actor=request.actor,
                programme=programme,
                comment=form.comment(),
                received_on=form.cleaned_data["received_on"],
                on=today(),
            )
        except Refusal as refusal:
            tell_all(form, refusal)
        else:
            return render(request, "plans/desk/comment_receipt.html", {"comment": comment})
    words = Act(title=_("届いた声を書き入れる"), button=_("受け付ける"))
    extra = {"programme": programme, "back": reverse("plans:desk_comments")}
    return show_form(
        request, form, "plans/desk/comment_entry.html", extra, act=None if form.errors else words
    )
