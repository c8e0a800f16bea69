from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class ResidentsConfig(SubsystemConfig):
    default = True
    name = "jichi.domains.residents"
    label = "residents"

    def manifest(self) -> Subsystem:
        from .manifest import RESIDENTS

        return RESIDENTS
