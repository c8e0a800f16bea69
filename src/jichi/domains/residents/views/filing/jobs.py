"""The list of what came in and went out, and one job with how far it is."""

import json
from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.web.csv_export import csv_response

from ...actions.seals.work_off_books import take_over_seals
from ...actions.work_off_transfer import load_files
from ...permissions import May
from ...queries.seeing import gate
from ...queries.transfers import transfers_for
from ...queries.waiting_room import Waiting, job_of, jobs_of
from ...rules.filing.faults import SENTENCES, Fault
from .words import STAGES, STEPS, count_facts

# What a yes sets to work, by what is in the files.
LOADS = {"register": load_files, "seals": take_over_seals}
SHOWN = 200
# So often a page of a running job loads itself anew; no script is needed.
REFRESH = "3"


def transfers_page(request: Request) -> HttpResponse:
    gate(request.actor, May.LOAD, May.EXTRACT)
    context = {
        "transfers": transfers_for(request.actor)[:50],
        "jobs": [(job, STAGES[job.stage]) for job in jobs_of(request.actor) if job.stage != "done"],
    }
    return render(request, "residents/files/transfers.html", context)


def job_page(request: Request, key: UUID) -> HttpResponse:
    gate(request.actor, May.LOAD, May.EXTRACT)
    job = job_of(request.actor, key)
    context = {
        "job": job,
        "stage": STAGES[job.stage],
        "step": STEPS.get(job.step, ""),
        "facts": count_facts(job),
        "faults": [in_words(fault) for fault in islice(faults_of(job), SHOWN)],
        "shown": SHOWN,
        "ignored": [(file, heading) for file, headings in job.ignored.items() for heading in headings],
    }
    answer = render(request, "residents/files/job.html", context)
    if job.is_moving:
        answer["Refresh"] = REFRESH
    return answer


@require_POST
def confirm_load(request: Request, key: UUID) -> HttpResponse:
    """The yes of the person who saw what was found."""
    gate(request.actor, May.LOAD)
    job = job_of(request.actor, key)
    if job.direction == "in" and job.stage == "checked":
        job.stage = "asked"
        job.keep()
        LOADS[job.subject].enqueue(key=job.key)
    return redirect("residents:transfer_job", key)


def faults_csv(request: Request, key: UUID) -> HttpResponseBase:
    gate(request.actor, May.LOAD, May.EXTRACT)
    job = job_of(request.actor, key)
    heads = [_("ファイル"), _("行"), _("列"), _("誤り")]
    return csv_response(filename="faults", heads=heads, rows=map(in_words, faults_of(job)))


def extract_file(request: Request, key: UUID) -> HttpResponseBase:
    gate(request.actor, May.EXTRACT)
    job = job_of(request.actor, key)
    if job.stage != "done" or not job.result.exists():
        raise NotThere
    return FileResponse(job.result.open("rb"), as_attachment=True, filename=f"extract-{job.act}.zip")


def faults_of(job: Waiting) -> Iterator[Fault]:
    if job.faults_file.exists():
        with job.faults_file.open(encoding="utf-8") as lines:
            for line in lines:
                yield Fault(*json.loads(line))


def in_words(fault: Fault) -> tuple[str, int, str, str]:
    return fault.file, fault.line, fault.column, _(SENTENCES[fault.code])
