"""Roles and places of a role in words."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from .models import Holding
from .roles import Role

ROLE_NAMES = {
    Role.ADMINISTRATOR: gettext_lazy("システム管理者"),
    Role.PLANNING_OFFICER: gettext_lazy("計画担当"),
    Role.SECTION_STAFF: gettext_lazy("課の担当者"),
    Role.SECTION_CHIEF: gettext_lazy("課長"),
    Role.BUREAU_CHIEF: gettext_lazy("局長"),
    Role.WARD_STAFF: gettext_lazy("区役所の職員"),
    Role.COMMITTEE_SECRETARIAT: gettext_lazy("委員会事務局"),
    Role.AUDITOR: gettext_lazy("監査担当"),
}


def role_name(role: str) -> str:
    """The role as people call it."""
    return str(ROLE_NAMES[Role(role)])


def place_name(holding: Holding) -> str:
    """Where the role is held: one ward, bureau or section, or the whole city."""
    place = holding.section or holding.bureau or holding.ward
    if place is None:
        return _("市全体")
    return place.name_en if (get_language() or "").startswith("en") else str(place)


def title_in_words(title: str) -> str:
    """What the record calls an actor (`Actor.title`), said to a reader.

    Example: ``planning_officer+section_chief`` is 「計画担当・課長」.
    """
    if title.startswith("machine:"):
        return _("自動処理（%(name)s）") % {"name": title.removeprefix("machine:")}
    known = {"resident": _("利用者"), "nobody": _("サインインしていない人")}
    return known.get(title) or _("・").join(role_name(part) for part in title.split("+"))
