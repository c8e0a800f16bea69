"""Handing files in, and asking for an extract."""

from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward
from jichi.kernel.web.forms import show_form

from ...actions.work_off_transfer import MAPPING, check_files, mapping_of, write_extract
from ...forms.files import ExtractForm, LoadForm
from ...permissions import May
from ...queries.seeing import gate
from ...queries.waiting_room import Waiting, new_job
from ...rules.filing.layout import BY_NAME
from ...rules.filing.mapping import UnusableMapping


def load_page(request: Request) -> HttpResponse:
    """Hand the files in; they are looked at in the background, and nothing changes before somebody says yes."""
    gate(request.actor, May.LOAD)
    form = LoadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        job = new_job(request.actor, direction="in", reason=form.cleaned_data["reason"], wards=[])
        if keep_files(form, job):
            check_files.enqueue(key=job.key)
            return redirect("residents:transfer_job", job.key)
    return show_form(request, form, "residents/files/load.html")


def keep_files(form: LoadForm, job: Waiting) -> bool:
    if mapping := form.cleaned_data["mapping"]:
        keep(mapping, job.folder / MAPPING)
    try:
        how = mapping_of(job)
    except UnusableMapping as fault:
        form.add_error("mapping", f"{fault.where}: {fault.what}")
        return False
    for name, file in form.tables.items():
        keep(file, job.folder / how.of(BY_NAME[name]).file)
    return True


def keep(file: UploadedFile, target: Path) -> None:
    with target.open("wb") as kept:
        for piece in file.chunks():
            kept.write(piece)


def extract_page(request: Request) -> HttpResponse:
    """Ask for an extract with a reason; it is written in the background."""
    gate(request.actor, May.EXTRACT)
    form = ExtractForm(request.POST or None, wards=wards_of(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        job = new_job(
            request.actor,
            direction="out",
            reason=said["reason"],
            wards=said["wards"],
            encoding=said["encoding"],
        )
        write_extract.enqueue(key=job.key)
        return redirect("residents:transfer_job", job.key)
    return show_form(request, form, "residents/files/extract.html")


def wards_of(request: Request) -> list[Ward]:
    wards = Ward.objects.order_by("code")
    return [ward for ward in wards if may(request.actor, May.EXTRACT, Scope(ward=ward.code))]
