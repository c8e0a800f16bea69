"""All that the registers offer to the rest of the house."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem

from .demo import play
from .permissions import GRANTS, May
from .queries.papers.templates import TEMPLATES as CERTIFICATE_TEMPLATES
from .rules.certificates.law import LAW as CERTIFICATE_LAW

RESIDENTS = Subsystem(
    name="residents",
    title=_("住民の記録"),
    urls="jichi.domains.residents.urls",
    prefix="residents/",
    grants=GRANTS,
    law=(*CERTIFICATE_LAW,),
    documents=(*CERTIFICATE_TEMPLATES,),
    desk=(NavItem(label=_("取り込みと書き出し"), url_name="residents:transfers", needs=May.LOAD),),
    demo=play,
)
