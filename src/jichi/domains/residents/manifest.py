"""All that the registers offer to the rest of the house."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem

from .demo import play
from .permissions import GRANTS, May
from .queries.papers.templates import TEMPLATES as CERTIFICATE_TEMPLATES
from .rules.certificates.law import LAW as CERTIFICATE_LAW
from .rules.protection_term import LAW as PROTECTION_LAW
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
        NavItem(label=_("取り込みと書き出し"), url_name="residents:transfers", needs=May.LOAD),
    ),
    work=work_of,
    law=(
        *CERTIFICATE_LAW,
        *PROTECTION_LAW,
    ),
    documents=(*CERTIFICATE_TEMPLATES,),
    demo=play,
)
