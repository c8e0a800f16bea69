"""Mail for staff: what did not go out, whose address is left alone, what people answered."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.administration.actions.look_at import look_at
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of
from jichi.kernel.web.table import ShownTable, show_table

from ..actions.handle_received_mail import erase_received_mail, handle_received_mail
from ..actions.restore_address import restore_address
from ..decoder.message import letter_of, parsed
from ..forms import NothingForm
from ..permissions import May
from ..queries.outgoing import (
    counts_by_state,
    gate,
    mail_in_doubt,
    received,
    received_for,
    suspended_now,
)
from ..tables import doubt_table, received_table, suspended_table
from .asking import asked

NO_WAY_BACK = gettext_lazy("消した内容は、もとに戻せません。")


@login_required
def outbox(request: Request) -> HttpResponse:
    gate(request.actor, May.KEEP_OUTBOX)
    given = {
        "counts": [{"label": label, "value": count} for label, count in counts_by_state().items()],
        "doubt": ShownTable(doubt_table(mail_in_doubt()), request.GET),
        "suspended": ShownTable(suspended_table(suspended_now()), request.GET),
    }
    return render(request, "notices/mailbox/outbox.html", given)


@login_required
def restore(request: Request, pk: int) -> HttpResponse:
    gate(request.actor, May.KEEP_OUTBOX)
    row = get_object_or_404(suspended_now(), pk=pk)
    form = NothingForm(request.POST)
    if stage_of(request, form) is Stage.ACT:
        restore_address(actor=request.actor, suspended=row)
        messages.success(request, _("この宛先に、またメールを送ります。"))
        return redirect("notices:outbox")
    act = Act(
        title=_("この宛先にまたメールを送る"),
        button=_("また送る"),
        explains=_("宛先が使えることを、本人に確かめてから行ってください。"),
    )
    extra = {"title": act.title, "lead": row.address, "submit": _("確認へ進む")}
    return show_form(request, form, "notices/public/form.html", extra, act=act)


@login_required
def inbox(request: Request) -> HttpResponseBase:
    gate(request.actor, May.READ_REPLIES)
    return show_table(request, received_table(received()), "notices/mailbox/inbox.html")


@login_required
def page(request: Request, pk: int) -> HttpResponse:
    row = received_for(request.actor, pk)
    if row.notice and not row.erased_at:
        why = gettext_noop("メールの返信を読むため")
        look_at(actor=request.actor, concerned=row.notice.account, what=gettext_noop("メールの返信"), why=why)
    files = letter_of(parsed(bytes(row.raw))).files if row.raw else ()
    given = {"mail": row, "files": [{"name": file.name, "size": len(file.content)} for file in files]}
    return render(request, "notices/mailbox/received.html", given)


@login_required
def attached(request: Request, pk: int, number: int) -> HttpResponse:
    """A file that came with a mail: always saved, never shown, whatever it says it is."""
    row = received_for(request.actor, pk)
    files = letter_of(parsed(bytes(row.raw))).files if row.raw else ()
    if not 1 <= number <= len(files):
        raise NotThere
    file = files[number - 1]
    answer = HttpResponse(file.content, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"
    return answer


@require_POST
@login_required
def handled(request: Request, pk: int) -> HttpResponse:
    handle_received_mail(actor=request.actor, received=received_for(request.actor, pk))
    messages.success(request, _("処理済みにしました。"))
    return redirect("notices:inbox")


@require_POST
@login_required
def erased(request: Request, pk: int) -> HttpResponse:
    row = received_for(request.actor, pk)
    act = Act(title=_("メールの内容を消す"), button=_("内容を消す"), explains=str(NO_WAY_BACK), danger=True)
    if question := asked(request, act):
        return question
    erase_received_mail(actor=request.actor, received=row)
    messages.success(request, _("メールの内容を消しました。"))
    return redirect("notices:inbox")
