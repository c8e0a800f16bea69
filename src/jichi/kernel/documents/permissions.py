"""Who issues documents, keeps their register and the city's key, and which rows they see."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.permission import Permission
from jichi.kernel.access.policy import holding
from jichi.kernel.access.roles import Held, Role


class May(Permission):
    ISSUE = "documents.issue", _("文書に番号を付けて発行する")
    SEE_REGISTER = "documents.see_register", _("文書台帳を見る")
    WITHDRAW = "documents.withdraw", _("発行した文書を取り消す")
    ERASE = "documents.erase", _("保存期間が過ぎた文書の控えを消す")
    KEEP_KEY = "documents.keep_key", _("文書に署名する市の鍵を管理する")


GRANTS = {
    Role.ADMINISTRATOR: (May.SEE_REGISTER, May.KEEP_KEY),
    Role.PLANNING_OFFICER: (May.ISSUE, May.SEE_REGISTER, May.WITHDRAW, May.ERASE),
    Role.SECTION_STAFF: (May.ISSUE, May.SEE_REGISTER),
    Role.SECTION_CHIEF: (May.ISSUE, May.SEE_REGISTER, May.WITHDRAW, May.ERASE),
    Role.BUREAU_CHIEF: (May.SEE_REGISTER, May.WITHDRAW),
    Role.WARD_STAFF: (May.ISSUE, May.SEE_REGISTER),
    Role.AUDITOR: (May.SEE_REGISTER,),
    Role.REGISTRY_CLERK: (May.ISSUE, May.WITHDRAW),
    Role.REGISTRY_CHIEF: (May.ISSUE, May.WITHDRAW),
}


def rows_for(actor: Actor, permission: May) -> Q:
    """The documents for which the actor holds this permission, by who issued them."""
    rows = Q(pk__in=[])
    for held in holding(actor, permission):
        rows |= issued_within(held)
    return rows


def issued_within(held: Held) -> Q:
    limits = {"section__code": held.section, "bureau": held.bureau, "bureau__ward": held.ward}
    within = {name: code for name, code in limits.items() if code is not None}
    return Q(**within) if within else ~Q(pk__in=[])
