"""Words of plans for templates."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ..rules.codes import effort_mark

register = template.Library()

PARTS = {
    "title": gettext_noop("題名"),
    "name": gettext_noop("事業名"),
    "description": gettext_noop("概要"),
    "text": gettext_noop("文章"),
    "past": gettext_noop("これまでの取組と現状"),
    "planned": gettext_noop("計画期間の具体的な取組"),
    "later": gettext_noop("計画期間の後"),
    "each_ward": gettext_noop("各区の印"),
    "relisted": gettext_noop("再掲されている取組"),
    "mark": gettext_noop("番号"),
}


@register.filter
def part_name(field: str) -> str:
    """The name of a compared text for people."""
    return _(PARTS.get(field, field))


@register.filter
def circled(number: int) -> str:
    """The number of an effort as the plan prints it: ①."""
    return effort_mark(number)
