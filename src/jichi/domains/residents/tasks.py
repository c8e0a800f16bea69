"""What the clock does outside the counter: sessions that nobody goes on with end, and what nobody fetched lapses.

Files that were handed over are cleared away; the work on them is declared where it is done (`actions/work_off_transfer.py`).
"""

from datetime import time

from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now, today
from jichi.kernel.tasks.schedule import daily, every

from .actions.protection.remind_officers import remind_of_terms
from .actions.requests.ending_requests import lapse_request, overdue
from .actions.sessions.failing import end_late_session
from .actions.sessions.steps import MACHINE
from .models import CertificateRequest, TerminalSession
from .queries.stage_files import clear_abandoned
from .queries.waiting_room import clear_old_jobs
from .rules.session_times import FOR_STEP


@every(minutes=1, titled=_("端末での手続きの時間切れ"))
def end_late_sessions() -> None:
    """End what nobody goes on with; who has just taken a step goes before."""
    late = TerminalSession.objects.filter(step__in=FOR_STEP, ends_at__lte=now()).select_related("terminal")
    for session in late.order_by("ends_at"):
        try:
            end_late_session(actor=MACHINE, session=session)
        except Refusal:
            continue


@every(minutes=60, titled=_("受け取りの期限が過ぎた申込みの終了"))
def lapse_requests() -> None:
    """End the requests that nobody fetched; who was handed theirs meanwhile goes before."""
    on = today()
    for request in CertificateRequest.objects.filter(overdue(on)).select_related("office").order_by("pk"):
        try:
            lapse_request(actor=MACHINE, request=request, on=on)
        except Refusal:
            continue


@daily(at=time(8), titled=_("期間の終わる件を担当者に知らせる"))
def remind_of_protections() -> None:
    """Remind the officers in charge; a reminder that was given is not given again."""
    remind_of_terms(today())


@daily(at=time(3), titled=_("受け渡したファイルの片付け"))
def clear_files() -> None:
    clear_old_jobs()
    clear_abandoned()
