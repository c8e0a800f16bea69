from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class DeskConfig(SubsystemConfig):
    default = True
    name = "jichi.surfaces.desk"
    label = "desk"

    def manifest(self) -> Subsystem:
        return Subsystem(
            name="desk", title=_("わたしの仕事"), urls="jichi.surfaces.desk.urls", prefix="desk/"
        )
