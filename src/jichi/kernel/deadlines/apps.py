from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig

from .permissions import GRANTS, May


class DeadlinesConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.deadlines"
    label = "deadlines"

    def manifest(self) -> Subsystem:
        from .work import work_of
        from .working_days import LAW

        return Subsystem(
            name="deadlines",
            title=_("期限"),
            urls="jichi.kernel.deadlines.urls",
            prefix="desk/deadlines/",
            grants=GRANTS,
            desk=(NavItem(label=_("期限"), url_name="deadlines:home", key="d", needs=May.SEE_DEADLINES),),
            law=LAW,
            work=work_of,
        )
