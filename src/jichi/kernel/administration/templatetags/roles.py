"""Roles, places and periods of grants in words."""

from datetime import date, timedelta

from django import template
from django.utils.translation import gettext as _

from jichi.kernel.access import names
from jichi.kernel.access.models import Grant
from jichi.kernel.web.words import day_text

register = template.Library()
register.filter("role_name", names.role_name)
register.filter("place_name", names.place_name)


@register.filter
def period(grant: Grant) -> str:
    """From the first to the last day: ``2012年4月1日から2013年3月31日まで``."""
    first = day_text(grant.since, era=False)
    if grant.until is None:
        return _("%(first)sから") % {"first": first}
    if grant.until == grant.since:
        return _("%(first)sに取りやめ") % {"first": first}
    last = day_text(grant.until - timedelta(days=1), era=False)
    return _("%(first)sから%(last)sまで") % {"first": first, "last": last}


@register.filter
def has_not_ended(grant: Grant, day: date) -> bool:
    return grant.until is None or grant.until > max(day, grant.since)
