"""All that the registers offer to the rest of the house."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Subsystem

from .permissions import GRANTS
from .rules.family.ages import FAMILY_LAW

RESIDENTS = Subsystem(
    name="residents",
    title=_("住民の記録"),
    urls="jichi.domains.residents.urls",
    prefix="residents/",
    grants=GRANTS,
    law=FAMILY_LAW,
)
