"""A document about a person, for staff: opened with a reason, and erased when its years are over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from .. import queries
from ..actions.erase_document import erase_document
from ..actions.look_at_document import look_at_document
from ..forms import EraseForm, LookForm
from ..models import Document
from ..words import kind_text


def look(request: Request, pk: int) -> HttpResponse:
    """Say why, and the document is shown for a while."""
    found = queries.document_for(request.actor, pk)
    if not queries.must_say_why(request.actor, found):
        return redirect("documents:document", pk)
    form = LookForm(request.POST or None)
    if form.is_valid() and looked(request, found, form):
        return redirect("documents:document", pk)
    context = {"document": found, "kind": kind_text(found.template)}
    return show_form(request, form, "documents/look.html", context)


def looked(request: Request, found: Document, form: LookForm) -> bool:
    try:
        look_at_document(actor=request.actor, document=found, **form.cleaned_data)
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


def file(request: Request, pk: int) -> HttpResponse:
    """The PDF as it was handed out."""
    found = queries.document_for(request.actor, pk)
    if queries.must_say_why(request.actor, found):
        return redirect("documents:look", pk)
    headers = {
        "Content-Disposition": f'inline; filename="{found.pk}.pdf"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(queries.file_for(found), content_type="application/pdf", headers=headers)


def erase(request: Request, pk: int) -> HttpResponse:
    """Give a reason, confirm: what names a person is gone for ever."""
    found = queries.document_to_erase(request.actor, pk)
    form = EraseForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT and erased(request, found, form):
        messages.success(
            request, _("控えを消しました。番号と状態は残り、確認コードのページにもそう表示されます。")
        )
        return redirect("documents:document", pk)
    act = Act(
        title=_("文書の控えを消す"),
        button=_("消す"),
        explains=_(
            "%(number)sの件名・内容・PDFを消します。もとには戻せません。番号、発行日、状態、指紋は残ります。"
        )
        % {"number": found.number},
        danger=True,
    )
    return show_form(request, form, "documents/erase.html", {"document": found}, act=act)


def erased(request: Request, found: Document, form: EraseForm) -> bool:
    try:
        erase_document(actor=request.actor, document=found, on=today(), **form.cleaned_data)
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True
