"""Is this document real, and does it still stand? For whoever holds the paper or the file; nobody signs in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jichi.kernel.actions.refusal import NotThere, Refusal

from .. import queries
from ..answers import NotIssued, answer_to_code, answer_to_hash
from ..forms import CodeForm, FileForm
from ..models import Certificate, Document
from .shown import facts_of, sentence_of


def home(request: HttpRequest) -> HttpResponse:
    """Ask by code, or by the file."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if not form.is_bound or not form.is_valid():
        return asked(request, form, FileForm(), status=422 if form.errors else 200)
    try:
        found = answer_to_code(form.cleaned_data["code"])
    except Refusal as refusal:
        return refused(request, form, refusal)
    return redirect("documents:by_code", found.printed_code)


def refused(request: HttpRequest, form: CodeForm, refusal: Refusal) -> HttpResponse:
    """The question once more, with what was wrong at its field."""
    form.add_error("code", str(refusal.message))
    return asked(request, form, FileForm(), status=refusal.status)


def by_code(request: HttpRequest, code: str) -> HttpResponse:
    """What the square on the paper leads to."""
    try:
        return answered(request, answer_to_code(code), by_file=False)
    except Refusal as refusal:
        form = CodeForm({"code": code})
        form.is_valid()
        return refused(request, form, refusal)


def by_file(request: HttpRequest) -> HttpResponse:
    """Compare a file with the register: all that arrives here is its hash (`middleware.py`)."""
    if request.method != "POST":
        return redirect("documents:verify")
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return asked(request, CodeForm(), form, status=422)
    try:
        return answered(request, answer_to_hash(form.cleaned_data["file"].sha256), by_file=True)
    except NotIssued:
        form.add_error(
            "file",
            _(
                "このファイルは、市が発行したときのファイルと同じではありません。台帳にある文書でも、一か所でも変わると同じになりません。紙の確認コードでも調べてください。"
            ),
        )
        return asked(request, CodeForm(), form, status=404)


def file(request: HttpRequest, code: str) -> HttpResponse:
    """The PDF as it was issued, of a document that is everybody's."""
    document = answer_to_code(code)
    headers = {"Content-Disposition": f'inline; filename="{document.printed_code}.pdf"'}
    return HttpResponse(queries.public_file(document), content_type="application/pdf", headers=headers)


def certificate(request: HttpRequest, fingerprint: str) -> HttpResponse:
    found = Certificate.objects.filter(fingerprint=fingerprint).first()
    if found is None:
        raise NotThere
    return HttpResponse(found.pem, content_type="application/x-pem-file")


def asked(request: HttpRequest, form: CodeForm, file_form: FileForm, *, status: int) -> HttpResponse:
    context = {"form": form, "file_form": file_form}
    return render(request, "documents/verify.html", context, status=status)


def answered(request: HttpRequest, document: Document, *, by_file: bool) -> HttpResponse:
    context: dict[str, Any] = {
        "document": document,
        "sentence": sentence_of(document),
        "facts": facts_of(document),
        "by_file": by_file,
    }
    response = render(request, "documents/answer.html", context)
    # A code is for who holds the paper; a search engine holds none.
    response["X-Robots-Tag"] = "noindex"
    return response
