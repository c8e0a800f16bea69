"""Who sees clocks, and whose work they are."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.permission import Permission
from jichi.kernel.access.policy import holding
from jichi.kernel.access.roles import Held, Role


class May(Permission):
    SEE_DEADLINES = "see_deadlines", _("期限を見る")
    OWE = "owe", _("期限のある仕事を受け持つ")
    PAUSE_CLOCK = "pause_clock", _("期限を止める・また動かす")
    EXTEND_CLOCK = "extend_clock", _("期限を延ばす")
    KEEP_CLOCKS = "keep_clocks", _("期限切れを記録し、担当者に知らせる")


OWING = (May.SEE_DEADLINES, May.OWE, May.PAUSE_CLOCK)
GRANTS = {
    Role.ADMINISTRATOR: (May.SEE_DEADLINES, May.KEEP_CLOCKS),
    Role.PLANNING_OFFICER: (May.SEE_DEADLINES,),
    Role.AUDITOR: (May.SEE_DEADLINES,),
    Role.SECTION_STAFF: OWING,
    Role.SECTION_CHIEF: (*OWING, May.EXTEND_CLOCK),
    Role.BUREAU_CHIEF: (*OWING, May.EXTEND_CLOCK),
}


def rows_for(actor: Actor, permission: May) -> Q:
    """The clocks for which the actor holds this permission, by their owner."""
    rows = Q(pk__in=[])
    for held in holding(actor, permission):
        rows |= owned_within(held)
    return rows


def owned_within(held: Held) -> Q:
    limits = {
        "owner__code": held.section,
        "owner__bureau": held.bureau,
        "owner__bureau__ward": held.ward,
    }
    within = {name: code for name, code in limits.items() if code is not None}
    return Q(**within) if within else ~Q(pk__in=[])
