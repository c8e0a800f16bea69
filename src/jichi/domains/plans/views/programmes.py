"""The list of programmes and the page of one."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.web.table import Column, Table, show_table
from jichi.kernel.web.words import name_text

from ..forms import filter_for
from ..models import Edition, Programme
from ..queries import editions
from ..queries import programmes as reads
from ..rules.grades import ACHIEVEMENTS
from .programme_page import page_of


def listing(request: HttpRequest) -> HttpResponseBase:
    asked = request.GET.get("edition")
    edition = editions.edition_with(asked) if asked else editions.current_edition(today())
    if edition is None:
        return render(request, "plans/nothing.html")
    return show_table(request, table_of(edition), "plans/programmes.html", {"edition": edition})


def table_of(edition: Edition) -> Table:
    return Table(
        what=_("%(numeral)s %(title)sの事業") % {"numeral": edition.numeral, "title": edition.title},
        rows=reads.programmes_of(edition),
        columns=columns(edition),
        filters=filter_for(edition),
        filename=f"programmes-{edition.first_year}",
    )


def columns(edition: Edition) -> list[Column]:
    return [
        Column(key="name", label=_("事業"), heading=True, sort="name", cell=full_name, link=address),
        Column(key="effort", label=_("主な取組"), cell="effort_title"),
        Column(key="section", label=_("担当"), sort="section__name", cell=section),
        Column(
            key="priority",
            label=_("重点"),
            sort="is_priority",
            cell=lambda row: _("重点") if row.is_priority else "",
        ),
        Column(key="grade", label=_("達成状況"), sort="grade", cell=grade_words, export="grade"),
        Column(key="budget", label=_("予算（円）"), sort="budget", numeric=True, cell="budget"),
    ]


def full_name(programme: Any) -> str:
    return f"{programme.name}{_('（各区）')}" if programme.each_ward else programme.name


def section(programme: Any) -> str:
    return name_text(programme.section) if programme.section else ""


def address(programme: Programme) -> str:
    return reverse("plans:programme", args=[programme.reference])


def grade_words(programme: Any) -> str:
    if programme.grade is None:
        return ""
    grade = f"{programme.grade} {_(ACHIEVEMENTS[programme.grade])}"
    return _("%(grade)s（%(year)s年度）") % {"grade": grade, "year": programme.graded_year}


def page(request: Request, reference: str) -> HttpResponse:
    programme = reads.programme_with(reference)
    return render(request, "plans/programme.html", page_of(programme, request.actor))
