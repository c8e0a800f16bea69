"""Who looks after accounts and roles."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    SEE_STAFF = "see_staff", _("職員と役割を見る")
    CREATE_ACCOUNT = "create_account", _("職員のアカウントを作る")
    GIVE_ROLE = "give_role", _("役割を与える・終える")
    SET_DEMO_DAY = "set_demo_day", _("デモの日付を変える")
    SET_UP_CITY = "set_up_city", _("市のデータベースをつくる")
    ELEVATE = "elevate", _("待機中の役割を一時的に使う")
    LOOK = "look", _("本人に関する記録を理由を示して見る")


EVERYBODY = (May.ELEVATE, May.LOOK)
GRANTS: dict[Role, tuple[May, ...]] = dict.fromkeys(Role, EVERYBODY) | {
    Role.ADMINISTRATOR: tuple(May),
    Role.AUDITOR: (May.SEE_STAFF, *EVERYBODY),
}
