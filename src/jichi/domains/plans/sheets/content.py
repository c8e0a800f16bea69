"""What stands on a sheet, as plain data: one source for the page, the paper and the CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.web.words import fiscal_year_text

from ..models import EffortReview, Imprint, Listing, ProgrammeReview
from .imprint import Entry, imprint_of_one
from .programme import days_of, programme_on, state_of
from .tallies import tallies

Content = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Programmes:
    """The programmes of an effort: its rows of the plan, those sheets that may be read, and what is 再掲."""

    listings: Sequence[Listing]
    entries: Sequence[Entry]
    relisted: Sequence[Listing] = ()


def content_of_one(review: EffortReview, listings: Sequence[Listing]) -> Content:
    """A 票(1). The chapter gives 政策の基本方向 a number and no title.

    What follows 成果の説明 on the city's own form was not seen; `direction` is what this house keeps.
    """
    imprint = review.imprint or imprint_of_one(review, listings)
    return {
        **head_of(imprint, review.round.year),
        "title": _("%(year)s年度 施策評価票（票1） %(name)s")
        % {"year": review.round.year, "name": imprint.effort},
        "reference": review.reference,
        "state": state_of(review),
        "days": days_of(review),
        "is_demo": review.is_demo,
        "section": imprint.section,
        "related": _("、").join(imprint.related.splitlines()),
        "is_priority": imprint.is_priority,
        "problem": review.problem,
        "outline": review.outline,
        "goal": review.goal,
        "result": review.result,
        "direction": review.direction,
    }


def content_of_two(sheet: EffortReview | ProgrammeReview, programmes: Programmes) -> Content:
    """A 票(2) of a whole effort under the head of the sheet at hand: the counts, then every programme.

    Each programme stands there as it was published. How many are missing and what is listed again is said
    anew each time: the whole grows as its sheets are published.
    """
    entries = programmes.entries
    head, year = head_for(sheet, programmes), sheet.round.year
    ends = head.last_year == year
    return {
        **head_of(head, year),
        "title": title_of_two(year, head.effort),
        "ends_the_plan": ends,
        "is_demo": any(entry.review.is_demo for entry in entries),
        "counts": tallies(entries, ends_the_plan=ends),
        "missing": missing(programmes),
        "relisted": [relisted(each) for each in programmes.relisted],
        "programmes": [programme_on(entry) for entry in entries],
    }


def head_for(sheet: EffortReview | ProgrammeReview, programmes: Programmes) -> Imprint:
    if isinstance(sheet, EffortReview):
        return sheet.imprint or imprint_of_one(sheet, programmes.listings)
    return next(entry.imprint for entry in programmes.entries if entry.review == sheet)


def content_of_own(content: Mapping[str, Any], review: ProgrammeReview) -> Content:
    """The same for one programme: its own lines, without the counts of its effort."""
    own = next(each for each in content["programmes"] if each["reference"] == review.reference)
    return {
        **content,
        "title": title_of_two(review.round.year, own["name"]),
        "is_demo": own["is_demo"],
        "counts": None,
        "missing": "",
        "relisted": [],
        "programmes": [own],
    }


def title_of_two(year: int, name: str) -> str:
    return _("%(year)s年度 事務事業評価票（票2） %(name)s") % {"year": year, "name": name}


def head_of(imprint: Imprint, year: int) -> Content:
    return {
        "year": fiscal_year_text(year),
        "plan": _("実行計画 %(first)s～%(last)s年度")
        % {"first": imprint.first_year, "last": imprint.last_year},
        "code": imprint.code,
        "effort": imprint.effort,
        "policy": f"{imprint.numeral} {imprint.policy}",
        "policy_direction": f"{imprint.numeral}-{imprint.direction}",
        "measure": f"{imprint.measure_code} {imprint.measure}",
    }


def missing(programmes: Programmes) -> str:
    """A sentence where the sheet does not have all programmes of the effort; else nothing."""
    counted = {"all": len(programmes.listings), "shown": len(programmes.entries)}
    if counted["all"] == counted["shown"]:
        return ""
    return _("この施策課題の%(all)s事業のうち、%(shown)s事業の評価を載せています。") % counted


def relisted(own: Listing) -> Content:
    """A programme that the effort lists again, with the code of the effort whose sheet evaluates it."""
    return {"name": own.name, "code": own.effort.sheet_code, "programme": own.programme.reference}
