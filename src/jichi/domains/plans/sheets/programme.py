"""One programme on a 票(2): its grades, its goals over the years, what shows them, who sees it otherwise."""

from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.web.words import day_text, name_text

from ..models import EffortReview, Evidence, ProgrammeReview, SecondOpinion
from ..rules.grades import ACHIEVEMENTS, CHECK_RESULTS, GOAL_CHANGED, GOAL_KEPT, PLAN_END_GRADES
from ..states import REVIEW
from .grid import grid_of
from .imprint import Entry


def programme_on(entry: Entry) -> dict[str, Any]:
    review, imprint = entry.review, entry.imprint
    each_ward = _("（各区）") if imprint.each_ward else ""
    return {
        "reference": review.reference,
        "programme": review.programme.reference,
        "state": state_of(review),
        "days": days_of(review),
        "is_demo": review.is_demo,
        "name": f"{imprint.name}{each_ward}",
        "section": imprint.section,
        "outline": imprint.outline,
        "is_priority": imprint.is_priority,
        "achievement": achievement_in_words(review.achievement),
        "check": check_in_words(review.check_result),
        "plan_end": PLAN_END_GRADES.get(review.plan_end_grade or 0, ""),
        "why": review.why_this_grade,
        "changed_goal": review.changed_goal,
        "next_year": review.next_year,
        "columns": grid_of(entry.columns),
        "evidence": [evidence_in_words(each) for each in review.evidence.all()],
        "opinions": [opinion_on(each) for each in review.second_opinions.all()],
    }


def achievement_in_words(grade: int | None) -> str:
    """For example 3 目標をほぼ達成; nothing while it is not graded."""
    return f"{grade} {_(ACHIEVEMENTS[grade])}" if grade else ""


def check_in_words(code: str) -> str:
    """For example C 現状維持・目標どおり; nothing while it is not decided."""
    if code not in CHECK_RESULTS:
        return ""
    cell = CHECK_RESULTS[code]
    return f"{code} {_(cell.resources)}{_('・')}{_(GOAL_CHANGED if cell.goal_changes else GOAL_KEPT)}"


def evidence_in_words(evidence: Evidence) -> str:
    return _("%(kind)s「%(title)s」（%(where)s）：%(shows)s") % {
        "kind": evidence.get_kind_display(),
        "title": evidence.title,
        "where": evidence.where,
        "shows": evidence.shows,
    }


def opinion_on(given: SecondOpinion) -> dict[str, str]:
    return {
        "body": given.body,
        "achievement": achievement_in_words(given.achievement),
        "opinion": given.opinion,
        "day": day_text(given.given_on, era=False),
    }


def state_of(review: EffortReview | ProgrammeReview) -> str:
    """Nothing on a published sheet; on any other that it is a draft, so that paper is not taken for more."""
    if review.step == "published":
        return ""
    return _("公表前（%(step)s）") % {"step": name_text(REVIEW.step(review.step))}


def days_of(review: EffortReview | ProgrammeReview) -> list[dict[str, str]]:
    """Who had the sheet and when it left them, as far as it came."""
    desks = (_("作成課の提出"), _("課長の確認"), _("局の確認"), _("公表"))
    return [
        {"desk": desk, "day": day_text(day, era=False) if day else ""}
        for desk, day in zip(desks, review.days.values(), strict=True)
    ]
