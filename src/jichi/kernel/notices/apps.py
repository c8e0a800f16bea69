from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class NoticesConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.notices"
    label = "notices"

    def manifest(self) -> Subsystem:
        return Subsystem(
            name="notices", title=_("お知らせ"), urls="jichi.kernel.notices.urls", prefix="notices/"
        )
