from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class PlansConfig(SubsystemConfig):
    default = True
    name = "jichi.domains.plans"
    label = "plans"

    def manifest(self) -> Subsystem:
        from .permissions import GRANTS
        from .records import KINDS, LINKS

        return Subsystem(name="plans", title="計画と評価", grants=GRANTS, records=KINDS, links=LINKS)
