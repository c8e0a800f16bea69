from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class PlansConfig(SubsystemConfig):
    default = True
    name = "jichi.domains.plans"
    label = "plans"

    def manifest(self) -> Subsystem:
        from .manifest import PLANS

        return PLANS
