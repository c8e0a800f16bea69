"""What stands around a sheet: its steps, last year's words, what the figures say, and the spread of grades."""

from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may

from ..desk_forms.review import SheetForm, form_of
from ..models import EffortReview, IndicatorYear, ProgrammeReview
from ..permissions import May
from ..queries.desk import due_of, grades_in
from ..queries.judging import JUDGED
from ..queries.sheets import Sheet
from ..rules.carried import FieldChange, changes_since
from ..rules.grades import ACHIEVEMENTS, CHECK_RESULTS, GOAL_CHANGED, GOAL_KEPT, PLAN_END_GRADES
from ..rules.spread import spread_of
from ..rules.suggestion import Measured, Suggestion, suggestion_of
from .step_line import step_name, steps_of
from .ways import open_acts

TEXTS = ("goal", "result", "why_this_grade", "changed_goal", "next_year", "problem", "outline", "direction")


def context_of(actor: Actor, sheet: Sheet, form: SheetForm) -> dict[str, Any]:
    two = sheet if isinstance(sheet, ProgrammeReview) else None
    return {
        "sheet": sheet,
        "is_one": two is None,
        "form": form,
        "rows": rows_of(sheet, form),
        "step": step_name(sheet.step),
        "step_kind": "done" if sheet.step == "published" else "now",
        "steps": steps_of(sheet),
        "due": None if sheet.step == "published" else due_of(sheet),
        "acts": open_acts(actor, sheet),
        "may_judge": two is not None
        and sheet.step in JUDGED
        and may(actor, May.GIVE_SECOND_OPINION, sheet.scope),
        "evidence": list(two.evidence.order_by("pk")) if two else [],
        "opinions": list(two.second_opinions.order_by("given_on", "pk")) if two else [],
        "suggestion": suggestion_for(two) if two else None,
        "spread": spread_of(grades_in(sheet.round)),
        "has_panel": True,
    }


def rows_of(sheet: Sheet, form: SheetForm) -> list[dict[str, Any]]:
    """Each field with what it says now in words, and what last year's sheet said there."""
    changes = {change.field: change for change in since_last_year(sheet)}
    return [
        {
            "field": form[name],
            "label": form.fields[name].label,
            "said": said(sheet, name),
            "change": changes.get(name),
        }
        for name in form.fields
    ]


def rows_of_text(sheet: Sheet) -> list[dict[str, Any]]:
    """The sheet to be read: what is filled in, in the order of the form."""
    return [row for row in rows_of(sheet, form_of(sheet)) if row["said"]]


def since_last_year(sheet: Sheet) -> tuple[FieldChange, ...]:
    last = sheet.carried_from
    return (
        changes_since(vars(last), vars(sheet), [name for name in TEXTS if hasattr(sheet, name)])
        if last
        else ()
    )


def said(sheet: Sheet, name: str) -> str:
    value = getattr(sheet, name)
    if isinstance(sheet, EffortReview) or not value:
        return value or ""
    choices = {
        "achievement": lambda: f"{value} {_(ACHIEVEMENTS[value])}",
        "check_result": lambda: check_in_words(value),
        "plan_end_grade": lambda: PLAN_END_GRADES[value],
    }
    return choices[name]() if name in choices else value


def check_in_words(code: str) -> str:
    """For example C 現状維持・目標どおり."""
    cell = CHECK_RESULTS[code]
    return f"{code} {_(cell.resources)}{_('・')}{_(GOAL_CHANGED if cell.goal_changes else GOAL_KEPT)}"


def suggestion_for(sheet: ProgrammeReview) -> Suggestion:
    """What the programme's indicators of the year say on their own."""
    rows = IndicatorYear.objects.filter(indicator__programme=sheet.programme_id, year=sheet.round.year)
    return suggestion_of(
        Measured(
            name=f"{row.indicator.name}（{row.indicator.unit}）",
            target=row.target,
            actual=row.actual,
            more_is_better=row.indicator.more_is_better,
        )
        for row in rows.select_related("indicator").order_by("indicator")
    )
