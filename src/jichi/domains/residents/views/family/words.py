"""Words of the family desk in the reader's language."""

from django.utils.translation import gettext as _

from jichi.kernel.steps import StepTable
from jichi.kernel.web.words import day_text

from ...models import FamilyNotification, FamilyRegister
from ...rules.family.kinds import KINDS, Kind
from ...rules.family.words import ROLES, Role


def step_text(table: StepTable, step: str) -> str:
    return _(table.step(step).name)


def kind_text(kind: Kind) -> str:
    return _(kind.name)


def role_text(role: str) -> str:
    return _(ROLES[Role(role)])


def kind_ways() -> list[dict[str, str]]:
    """Every kind of notification, with its article."""
    return [{"code": kind.code, "name": kind_text(kind), "article": kind.article} for kind in KINDS]


def facts_of(notification: FamilyNotification) -> list[dict[str, object]]:
    """How it came and what was decided. What is not said is left out."""
    said = {
        _("受け付けた区"): notification.ward.name,
        _("受け付けた日"): day_text(notification.received_on),
        _("届出の期限"): day_text(notification.due_on) if notification.due_on else "",
        _("遅れた理由"): notification.late_reason,
        _("届出人"): notification.notified_by,
        _("本人確認の書類"): notification.proofs,
        _("受理した市区町村長"): notification.accepted_by,
        _("決めた日"): day_text(notification.decided_on) if notification.decided_on else "",
        _("効力の生じた日"): day_text(notification.effective_on) if notification.effective_on else "",
        _("理由"): notification.reason,
    }
    return [{"label": label, "value": value} for label, value in said.items() if value]


def parties_of(notification: FamilyNotification) -> list[dict[str, object]]:
    rows = notification.parties.select_related("member__register").order_by("pk")
    return [
        {
            "role": role_text(row.role),
            "name": row.name,
            "birth": day_text(row.birth) if row.birth else "",
            "register": row.member.register if row.member else None,
            "elsewhere": row.domicile,
            "appeared": row.appeared,
            "is_witness": row.role == Role.WITNESS.value,
        }
        for row in rows
    ]


def register_facts(register: FamilyRegister) -> list[dict[str, object]]:
    said = {
        _("この戸籍を編製した日"): day_text(register.made_on),
        _("除籍になった日"): day_text(register.closed_on) if register.closed_on else "",
        _("戸籍を持つ区"): register.ward.name,
    }
    return [{"label": label, "value": value} for label, value in said.items() if value]
