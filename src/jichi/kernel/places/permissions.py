"""Who puts the city's places in. Reading them needs no permission."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    LOAD_PLACES = "places.load", _("区・町・組織・窓口のデータを取り込む")


GRANTS = {Role.ADMINISTRATOR: tuple(May)}
