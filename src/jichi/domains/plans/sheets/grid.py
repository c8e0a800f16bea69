"""The grid of a programme on a 票(2): now, each year of the plan and what follows, by goal and by result."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from ..models import ImprintColumn

Column = dict[str, str]


def grid_of(columns: Sequence[ImprintColumn]) -> list[Column]:
    """A column with its head for now, for each year of the plan and for what follows it."""
    return [
        {
            "head": head_of(column, is_last=column is columns[-1]),
            "goal": column.goal,
            "differing": column.differing,
            "result": column.result,
        }
        for column in columns
    ]


def head_of(column: ImprintColumn, *, is_last: bool) -> str:
    if column.year is None:
        return _("現状")
    head = _("%(year)s年度以降") if is_last else _("%(year)s年度")
    return head % {"year": column.year}
