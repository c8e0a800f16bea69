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

from ...actions.seals.work_off_books import IMAGES, check_seals
from ...actions.work_off_transfer import MAPPING, check_files, mapping_of, write_extract
from ...forms.files import ExtractForm, LoadForm, SealsForm
from ...permissions import May
from ...queries.seeing import gate
from ...queries.waiting_room import Waiting, new_job
from ...rules.filing.layout import ALL_TABLES
from ...rules.filing.mapping import UnusableMapping

TABLE = {table.name: table for table in ALL_TABLES}


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


def keep_files(form: LoadForm | SealsForm, job: Waiting) -> bool:
    if mapping := form.cleaned_data["mapping"]:
        keep(mapping, job.folder / MAPPING)
    try:
        how = mapping_of(job)
    except UnusableMapping as fault:
        form.add_error("mapping", f"{fault.where}: {fault.what}")
        return False
    for name, file in form.tables.items():
        keep(file, job.folder / how.of(TABLE[name]).file)
    return True


def keep(file: UploadedFile, target: Path) -> None:
    with target.open("wb") as kept:
        for piece in file.chunks():
            kept.write(piece)


def seals_page(request: Request) -> HttpResponse:
    """Hand in a ward's seals: the file of registrations and the pictures; looked at in the background like the others."""
    gate(request.actor, May.LOAD)
    form = SealsForm(request.POST or None, request.FILES or None, wards=wards_of(request, May.LOAD))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        job = new_job(
            request.actor, direction="in", reason=said["reason"], wards=[said["ward"]], subject="seals"
        )
        if keep_files(form, job):
            keep(said["images"], job.folder / IMAGES)
            check_seals.enqueue(key=job.key)
            return redirect("residents:transfer_job", job.key)
    return show_form(request, form, "residents/files/seals.html")


def extract_page(request: Request) -> HttpResponse:
    """Ask for an extract with a reason; it is written in the background."""
    gate(request.actor, May.EXTRACT)
    form = ExtractForm(request.POST or None, wards=wards_of(request, May.EXTRACT))
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


def wards_of(request: Request, needs: May) -> list[Ward]:
    wards = Ward.objects.order_by("code")
    return [ward for ward in wards if may(request.actor, needs, Scope(ward=ward.code))]
