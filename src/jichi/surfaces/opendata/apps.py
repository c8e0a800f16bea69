from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig


class OpendataConfig(SubsystemConfig):
    default = True
    name = "jichi.surfaces.opendata"
    label = "opendata"

    def manifest(self) -> Subsystem:
        return Subsystem(
            name="opendata",
            title=_("オープンデータ"),
            urls="jichi.surfaces.opendata.urls",
            prefix="opendata/",
            nav=(NavItem(label=_("オープンデータ"), url_name="opendata:home"),),
        )
