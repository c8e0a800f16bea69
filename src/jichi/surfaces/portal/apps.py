from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig


class PortalConfig(SubsystemConfig):
    default = True
    name = "jichi.surfaces.portal"
    label = "portal"

    def manifest(self) -> Subsystem:
        from .findable import findable, index_pages

        return Subsystem(
            name="portal",
            title=_("ご案内"),
            urls="jichi.surfaces.portal.urls",
            load=index_pages,
            search=findable,
            asked=(
                NavItem(label=_("わたしの区"), url_name="portal:choose"),
                NavItem(label=_("区役所・出張所の場所"), url_name="places:offices"),
                NavItem(label=_("番号で探す"), url_name="threads:find"),
            ),
        )
