from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class PortalConfig(SubsystemConfig):
    default = True
    name = "jichi.surfaces.portal"
    label = "portal"

    def manifest(self) -> Subsystem:
        return Subsystem(name="portal", title="", urls="jichi.surfaces.portal.urls", prefix="")
