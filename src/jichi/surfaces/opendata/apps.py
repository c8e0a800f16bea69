from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class OpendataConfig(SubsystemConfig):
    default = True
    name = "jichi.surfaces.opendata"
    label = "opendata"

    def manifest(self) -> Subsystem:
        return Subsystem(name="opendata", title="", urls="jichi.surfaces.opendata.urls", prefix="opendata/")
