"""All that the registers offer to the rest of the house."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem

from .permissions import GRANTS, May
from .rules.protection_term import PROTECTION_YEARS, RENEWAL_MONTHS
from .work import work_of

RESIDENTS = Subsystem(
    name="residents",
    title=_("住民の記録"),
    urls="jichi.domains.residents.urls",
    prefix="residents/",
    grants=GRANTS,
    desk=(
        NavItem(label=_("住民を探す"), url_name="residents:search", needs=May.LOOK, key="r"),
        NavItem(label=_("支援措置"), url_name="residents:protections", needs=May.SEE_PROTECTED),
        NavItem(label=_("閲覧の記録"), url_name="residents:looks", needs=May.READ_LOOKS),
    ),
    law=(
        PROTECTION_YEARS,
        RENEWAL_MONTHS,
    ),
    work=work_of,
)
