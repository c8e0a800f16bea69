"""The counts above a 票(2): how many programmes have which grade, and how many of those are 重点."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from ..rules.grades import ACHIEVEMENTS, CHECK_RESULTS, PLAN_END_GRADES, RESOURCES
from .imprint import Entry

Row = dict[str, Any]


def tallies(entries: Sequence[Entry], *, ends_the_plan: bool) -> dict[str, Any]:
    """The count tables, with numbers as text; the grades of the whole plan only in its last year."""
    return {
        "achievements": [
            counted(f"{grade} {_(name)}", entries, lambda review, grade=grade: review.achievement == grade)
            for grade, name in ACHIEVEMENTS.items()
        ],
        "total": counted(_("計"), entries, lambda review: review.achievement is not None),
        "checks": [checks_of(entries, resources) for resources in RESOURCES],
        "plan_end": plan_end(entries) if ends_the_plan else [],
    }


def plan_end(entries: Sequence[Entry]) -> list[Row]:
    return [
        counted(name, entries, lambda review, grade=grade: review.plan_end_grade == grade)
        for grade, name in PLAN_END_GRADES.items()
    ]


def counted(name: str, entries: Sequence[Entry], chosen: Callable[..., bool]) -> Row:
    """All that were chosen, and the 重点 among them."""
    found = [entry for entry in entries if chosen(entry.review)]
    return {
        "name": name,
        "all": str(len(found)),
        "priority": str(sum(entry.imprint.is_priority for entry in found)),
    }


def checks_of(entries: Sequence[Entry], resources: str) -> Row:
    """One line of the matrix: goal kept (A to D) beside goal changed (E to H)."""
    codes = [code for code, cell in CHECK_RESULTS.items() if cell.resources == resources]
    cells = [
        {"code": code, "all": str(sum(each.review.check_result == code for each in entries))}
        for code in codes
    ]
    return {"name": _(resources), "cells": cells}
