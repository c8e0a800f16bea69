from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import NavItem, Subsystem, SubsystemConfig


class AdministrationConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.administration"
    label = "administration"

    def manifest(self) -> Subsystem:
        from .demo import load_demo_people
        from .permissions import GRANTS, May

        return Subsystem(
            name="administration",
            is_of_the_house=True,
            title=_("管理"),
            grants=GRANTS,
            desk=(
                NavItem(label=_("職員と役割"), url_name="administration:staff", needs=May.SEE_STAFF),
                NavItem(label=_("役割ごとの権限"), url_name="administration:roles", needs=May.SEE_STAFF),
                NavItem(label=_("一時的な権限"), url_name="administration:elevations", needs=May.ELEVATE),
                *demo_items(),
            ),
            demo=load_demo_people,
        )


def demo_items() -> tuple[NavItem, ...]:
    from django.conf import settings

    from .permissions import May

    if not settings.DEMO:
        return ()
    item = NavItem(label=_("デモの日付"), url_name="administration:demo_day", needs=May.SET_DEMO_DAY)
    return (item,)
