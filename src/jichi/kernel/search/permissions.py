"""Who sees what the city's search takes for the same."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.permission import Permission
from jichi.kernel.access.roles import Role


class May(Permission):
    SEE_SYNONYMS = "search.see_synonyms", _("検索の同義語を見る")


GRANTS = {role: tuple(May) for role in Role}
