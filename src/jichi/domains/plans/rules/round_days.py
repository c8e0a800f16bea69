"""The days of an evaluation round."""

from dataclasses import dataclass
from datetime import date

STEPS_DUE = ("draft_due", "section_due", "bureau_due", "publish_due")


@dataclass(frozen=True, kw_only=True)
class RoundDays:
    """By which day each step of a sheet is due."""

    draft_due: date
    section_due: date
    bureau_due: date
    publish_due: date

    def out_of_order(self, opened_on: date) -> tuple[str, ...]:
        """The steps that are due before the one they follow, or before the round opens."""
        days = [opened_on, *(getattr(self, name) for name in STEPS_DUE)]
        return tuple(
            name for name, before, due in zip(STEPS_DUE, days, days[1:], strict=False) if due < before
        )

    def due(self, step: str) -> date | None:
        """The day by which a sheet must have left a step; None where nothing more is due."""
        known = dict(zip(("draft", "section", "bureau", "approved"), STEPS_DUE, strict=True))
        return getattr(self, known[step]) if step in known else None
