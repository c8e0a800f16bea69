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
    Role.REGISTRY_CLERK: gettext_lazy("戸籍・住民記録の担当者"),
    Role.REGISTRY_CHIEF: gettext_lazy("区民課長"),
}

# The machines that act, by the names under which the record keeps them (`Actor.title`).
MACHINE_NAMES = {
    "importer": gettext_lazy("データの取り込み"),
    "shell": gettext_lazy("管理者のコマンド"),
    "start": gettext_lazy("起動"),
    "clock": gettext_lazy("期限の時計"),
    "scheduler": gettext_lazy("定時の処理"),
    "sealer": gettext_lazy("記録の封印"),
    "issuer": gettext_lazy("文書の発行"),
    "post": gettext_lazy("通知の発送"),
    "demo": gettext_lazy("デモの準備"),
    "demo-planner": gettext_lazy("デモの計画担当"),
    "demo-clerk": gettext_lazy("デモの職員"),
    "demo-staff": gettext_lazy("デモの課の担当者"),
    "demo-section-chief": gettext_lazy("デモの課長"),
    "demo-bureau-chief": gettext_lazy("デモの局長"),
    "demo-committee": gettext_lazy("デモの委員会事務局"),
    "demo-registry": gettext_lazy("デモの住民記録の担当者"),
    "loader": gettext_lazy("住民の記録の取り込み"),
    "protection-watch": gettext_lazy("支援措置の見守り"),
    "terminal": gettext_lazy("証明書の端末"),
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


def machine_name(code: str) -> str:
    """The machine as people call it; one of a later version of the house keeps its own name."""
    return str(MACHINE_NAMES.get(code, code))


def title_in_words(title: str) -> str:
    """What the record calls an actor (`Actor.title`), said to a reader.

    Example: ``planning_officer+section_chief`` is 「計画担当・課長」, ``machine:demo-staff`` 「自動処理（デモの課の担当者）」.
    """
    if title.startswith("machine:"):
        return _("自動処理（%(name)s）") % {"name": machine_name(title.removeprefix("machine:"))}
    known = {"resident": _("利用者"), "nobody": _("サインインしていない人")}
    return known.get(title) or _("・").join(role_name(part) for part in title.split("+"))
