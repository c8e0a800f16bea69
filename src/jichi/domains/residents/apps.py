from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class ResidentsConfig(SubsystemConfig):
    default = True
    name = "jichi.domains.residents"
    label = "residents"

    def ready(self) -> None:
        super().ready()
        # What comes of a movement: each subject says so when it is loaded.
        from .actions import lapse_seals  # noqa: F401

    def manifest(self) -> Subsystem:
        from .manifest import RESIDENTS

        return RESIDENTS
