"""What people may do with the register. Following a thread needs no permission."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    REGISTER_RECORD = "threads.register_record", _("ほかの場所にある記録を登録する")


REGISTRARS = (
    Role.PLANNING_OFFICER,
    Role.SECTION_STAFF,
    Role.SECTION_CHIEF,
    Role.WARD_STAFF,
    Role.COMMITTEE_SECRETARIAT,
)
GRANTS = dict.fromkeys(REGISTRARS, (May.REGISTER_RECORD,))
