from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig

from .permissions import GRANTS


class ThreadsConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.threads"
    label = "threads"

    def manifest(self) -> Subsystem:
        from .cards import CARDS
        from .datasets import DATASETS
        from .findable import findable

        return Subsystem(
            name="threads",
            title=_("記録の番号とつながり"),
            urls="jichi.kernel.threads.urls",
            prefix="r/",
            grants=GRANTS,
            asked=(NavItem(label=_("声のゆくえ"), url_name="threads:coverage"),),
            cards=CARDS,
            datasets=DATASETS,
            search=findable,
            router="jichi.kernel.threads.api.router",
        )
