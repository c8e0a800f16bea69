"""Tags and filters of the page kit."""

from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jichi.kernel.web import words
from jichi.kernel.web.charts import NARROW, WIDE, Chart, Flow, sparkline
from jichi.kernel.web.wardmap import WardMap

register = template.Library()

register.filter("short_day", words.short_day_text)
register.filter("wareki", words.wareki_text)
register.filter("moment", words.moment_text)
register.filter("fiscal_year", words.fiscal_year_text)
register.filter("yen", words.yen_text)
register.filter("named", words.name_text)
register.filter("section", words.section_text)


@register.filter
def day(value: date) -> str:
    """``2026年（令和8年）11月25日``."""
    return words.day_text(value)


@register.filter
def plain_day(value: date) -> str:
    """``2026年11月25日``, where the era stands elsewhere on the page."""
    return words.day_text(value, era=False)


@register.filter
def iso(value: date | datetime) -> str:
    """For the attribute `datetime`."""
    return value.isoformat()


@register.filter
def count(value: Any) -> Any:
    """Thousands apart; anything but a whole number as it is."""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else value


@register.filter
def is_check(field: BoundField) -> bool:
    """Whether the field is one checkbox, whose label stands beside it."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def unit_of(field: BoundField) -> str:
    """The unit beside the box, where the widget has one."""
    return getattr(field.field.widget, "unit", "")


@register.filter
def first_control(field: BoundField) -> str:
    """The id that an error link jumps to: the control, or the first of a group."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.simple_tag(takes_context=True)
def deadline(context: dict[str, Any], due: date, how: str = "", law: str = "", url: str = "") -> SafeString:
    """The badge of a deadline, reckoned from the page's `today`; `how` opens the way it was computed."""
    today = context["today"]
    badge = words.deadline_badge(due, today=today() if callable(today) else today)
    given = {"badge": badge, "how": how, "law": law, "source": law, "url": url}
    return mark_safe(render_to_string("kit/deadline.html", given))


@register.inclusion_tag("kit/reference.html")
def ref(reference: str) -> dict[str, str]:
    """A public reference number, to be copied."""
    return {"reference": reference}


@register.simple_tag
def law_link(source: str, url: str = "", unconfirmed: bool = False) -> SafeString:
    """The provision behind a value; 「未確認」 where nobody has confirmed it. No blank around it: it stands in text."""
    given = {"source": source, "url": url, "unconfirmed": unconfirmed}
    return mark_safe(render_to_string("kit/law_link.html", given).strip())


@register.inclusion_tag("kit/chart.html")
def chart(picture: Chart) -> dict[str, Any]:
    """A chart for wide and narrow screens, with its table, source and date."""
    return {
        "chart": picture,
        "wide": mark_safe(picture.svg(width=WIDE)),
        "narrow": mark_safe(picture.svg(width=NARROW)),
    }


@register.inclusion_tag("kit/flow.html")
def flow(picture: Flow) -> dict[str, Any]:
    """What led to what, for wide and narrow screens; the page says the same in words below it."""
    return {"wide": mark_safe(picture.svg(width=WIDE)), "narrow": mark_safe(picture.svg(width=NARROW))}


@register.filter
def spark(values: list[Any], label: str) -> SafeString:
    """A small line for a table cell; the label says it in words."""
    return mark_safe(sparkline(values, label=label))


@register.inclusion_tag("kit/wardmap.html")
def wardmap(ward_map: WardMap) -> dict[str, Any]:
    """The ward map with legend, table and credit."""
    return {
        "map": ward_map,
        "wide": mark_safe(ward_map.svg(width=WIDE)),
        "narrow": mark_safe(ward_map.svg(width=NARROW)),
        "credit": _("国土数値情報（国土交通省）"),
    }
