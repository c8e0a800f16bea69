"""The board and the archive of public notices, for everybody."""

from typing import Any

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import override

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.threads.models import Record
from jichi.kernel.threads.thread import follow
from jichi.kernel.web.table import show_table

from ..events import stream_of
from ..paper import paper_of_public_notice
from ..queries.public import archive, on_the_board, posted_notice, verbs_for
from ..words import heading_of
from .public_words import archive_table, facts_of, step_line


def home(request: Request) -> HttpResponseBase:
    extra = {"hanging": on_the_board(today()).count()}
    return show_table(request, archive_table(archive()), "notices/public/archive.html", extra)


def page(request: Request, reference: str) -> HttpResponse:
    notice = posted_notice(reference)
    record = Record.objects.get(reference=notice.reference)
    given: dict[str, Any] = {
        "notice": notice,
        "heading": heading_of(notice),
        "facts": facts_of(notice),
        "steps": step_line(notice),
        "runs": notice.runs_on(today()),
        "thread": follow(record, actor=request.actor),
        "verbs": verbs_for(request.actor, notice),
        "record_url": f"/record/streams/{stream_of(notice.reference)}/",
    }
    return render(request, "notices/public/page.html", given)


def paper(request: Request, reference: str) -> HttpResponse:
    """The notice as it hangs in the city hall; always in Japanese."""
    notice = posted_notice(reference)
    with override("ja"):
        pdf = paper_of_public_notice(notice, heading_of(notice))
    name = f"{notice.reference}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
