"""The evaluation sheets as pages, PDF and CSV. Published ones for everybody, drafts for who may read them."""

from datetime import date

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import override

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.web.csv_export import csv_response

from ..models import EffortReview, ProgrammeReview
from ..queries import sheets as reads
from ..sheets.content import Content, content_of_one, content_of_own, content_of_two
from ..sheets.lines import Lines, lines_of_one, lines_of_two
from ..sheets.paper import paper_of_one, paper_of_two
from .sheet_pages import page_of_one, page_of_two

OFFICIAL = "ja"


def sheet_one(request: Request, reference: str) -> HttpResponse:
    review = reads.sheet_one_for(request.actor, reference)
    content = one(review)
    return render(
        request,
        "plans/sheet_one.html",
        page_of_one(review, request.actor, content, whole_two(review, request.actor)),
    )


def sheet_one_pdf(request: Request, reference: str) -> HttpResponse:
    review = reads.sheet_one_for(request.actor, reference)
    with override(OFFICIAL):
        return pdf_response(paper_of_one(one(review), on=day_of(review)), reference)


def sheet_one_csv(request: Request, reference: str) -> StreamingHttpResponse:
    return csv(reference, lines_of_one(one(reads.sheet_one_for(request.actor, reference))))


def programmes_pdf(request: Request, reference: str) -> HttpResponse:
    """The 票(2) of a whole effort, under the number of its 票(1)."""
    review = reads.sheet_one_for(request.actor, reference)
    with override(OFFICIAL):
        content = whole_two(review, request.actor)
        return pdf_response(paper_of_two(content, on=day_of(review)), f"{reference}-2")


def programmes_csv(request: Request, reference: str) -> StreamingHttpResponse:
    review = reads.sheet_one_for(request.actor, reference)
    return csv(f"{reference}-2", lines_of_two(whole_two(review, request.actor)))


def sheet_two(request: Request, reference: str) -> HttpResponse:
    review = reads.sheet_two_for(request.actor, reference)
    content = whole_two(review, request.actor)
    return render(request, "plans/sheet_two.html", page_of_two(review, request.actor, content))


def sheet_two_pdf(request: Request, reference: str) -> HttpResponse:
    review = reads.sheet_two_for(request.actor, reference)
    with override(OFFICIAL):
        content = content_of_own(whole_two(review, request.actor), review)
        return pdf_response(paper_of_two(content, on=day_of(review)), reference)


def sheet_two_csv(request: Request, reference: str) -> StreamingHttpResponse:
    review = reads.sheet_two_for(request.actor, reference)
    return csv(reference, lines_of_two(content_of_own(whole_two(review, request.actor), review)))


def one(review: EffortReview) -> Content:
    return content_of_one(review, reads.listings_of(review.effort))


def whole_two(review: EffortReview | ProgrammeReview, actor: Actor) -> Content:
    """The 票(2) of the effort to which the sheet belongs."""
    effort = review.effort if isinstance(review, EffortReview) else reads.effort_of(review)
    return content_of_two(review, reads.programmes_of(actor, effort, review))


def day_of(review: EffortReview | ProgrammeReview) -> date:
    """The day that stands in the PDF: of publication, so that it stays the same bytes; a draft's is today."""
    return review.published_on or today()


def pdf_response(drawn: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(drawn, content_type="application/pdf", headers=headers)


def csv(name: str, lines: Lines) -> StreamingHttpResponse:
    heads, rows = lines
    return csv_response(filename=name, heads=heads, rows=rows)
