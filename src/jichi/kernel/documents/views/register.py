"""The register of issued documents (文書台帳) for staff."""

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell
from jichi.kernel.web.table import show_table

from .. import queries
from ..actions.withdraw_document import withdraw_document
from ..forms import WithdrawForm
from ..models import Document
from ..numbering import numbers
from ..retention import is_over
from ..streams import stream_of
from ..tables import register_table
from ..words import title_of
from .shown import facts_for_staff, looks_shown


def register(request: Request) -> HttpResponseBase:
    table = register_table(queries.register_for(request.actor))
    return show_table(
        request, table, "documents/register.html", {"symbols_are_unconfirmed": is_unconfirmed()}
    )


def is_unconfirmed() -> bool:
    return numbers().confidence == "unconfirmed"


def document(request: Request, pk: int) -> HttpResponse:
    found = queries.document_for(request.actor, pk)
    if queries.must_say_why(request.actor, found):
        return redirect("documents:look", pk)
    context = {
        "document": found,
        "title": title_of(found),
        "facts": facts_for_staff(found),
        "looks": looks_shown(found),
        "may_withdraw": queries.may_withdraw(request.actor, found),
        "may_erase": queries.may_erase(request.actor, found) and is_over(found, today()),
        "file_url": "" if found.is_erased else reverse("documents:staff_file", args=[pk]),
        "record_url": f"/record/streams/{stream_of(found)}/",
    }
    return render(request, "documents/document.html", context)


def withdraw(request: Request, pk: int) -> HttpResponse:
    """Choose a reason, confirm: whoever asks by the code is told from then on."""
    found = queries.document_to_withdraw(request.actor, pk)
    if queries.must_say_why(request.actor, found):
        return redirect("documents:look", pk)
    form = WithdrawForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT and withdrawn(request, found, form):
        messages.success(request, _("文書を取り消しました。確認コードのページにも、そう表示されます。"))
        return redirect("documents:document", pk)
    act = Act(
        title=_("文書を取り消す"),
        button=_("取り消す"),
        explains=_(
            "%(number)s「%(title)s」は有効でなくなります。番号は欠番にならず、取り消しはもとに戻せません。"
        )
        % {"number": found.number, "title": title_of(found)},
        danger=True,
    )
    context = {"document": found, "lead": title_of(found)}
    return show_form(request, form, "documents/withdraw.html", context, act=act)


def withdrawn(request: Request, found: Document, form: WithdrawForm) -> bool:
    try:
        withdraw_document(actor=request.actor, document=found, on=today(), **form.cleaned_data)
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True
