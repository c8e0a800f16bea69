from jichi.kernel.subsystem import Subsystem, SubsystemConfig

from .permissions import GRANTS


class ThreadsConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.threads"
    label = "threads"

    def manifest(self) -> Subsystem:
        return Subsystem(
            name="threads",
            title="記録の番号とつながり",
            urls="jichi.kernel.threads.urls",
            prefix="r/",
            grants=GRANTS,
        )
