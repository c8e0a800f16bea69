"""The plan at a glance: by measure, ward and year; budget; grades."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jichi.kernel.deadlines.public import public_clocks

from ..queries import editions, figures
from ..rules.grades import ACHIEVEMENTS
from .edition_charts import grade_chart, money_chart, ward_map
from .edition_frame import frame_of


def dashboard(request: HttpRequest, reference: str) -> HttpResponse:
    edition = editions.edition_with(reference)
    money, grades = figures.money_by_year(edition), figures.grades_by_year(edition)
    year = max(grades, default=edition.first_year)
    context = {
        **frame_of(edition, here="dashboard"),
        "year": year,
        "programmes": figures.programmes_in(edition).count(),
        "money_chart": money_chart(edition, money),
        "grade_charts": [
            grade_chart(edition, of_year, grades[of_year]) for of_year in sorted(grades, reverse=True)
        ],
        "clocks": public_clocks(edition.reference),
        "ward_map": ward_map(edition, figures.programmes_by_ward(edition)),
        "measures": measure_rows(edition, year),
    }
    return render(request, "plans/dashboard.html", context)


def measure_rows(edition: Any, year: int) -> list[dict[str, Any]]:
    counts = figures.programmes_by_measure(edition)
    money, grades = figures.money_by_measure(edition, year), figures.grades_by_measure(edition, year)
    return [
        {
            "code": editions.with_edition(measure, edition).code,
            "pk": measure.pk,
            "title": measure.title,
            "programmes": counts.get(measure.pk, 0),
            "money": money.get(measure.pk),
            "grades": [
                (f"{grade} {_(ACHIEVEMENTS[grade])}", times)
                for grade, times in sorted(grades.get(measure.pk, {}).items())
            ],
        }
        for measure in edition.measures.order_by("direction", "number")
    ]
