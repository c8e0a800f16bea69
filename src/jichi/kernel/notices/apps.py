from typing import Any

from django.core.checks import CheckMessage, Error, register

from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class NoticesConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.notices"
    label = "notices"

    def manifest(self) -> Subsystem:
        from .manifest import NOTICES

        return NOTICES

    def ready(self) -> None:
        super().ready()
        register(look_at_the_wordings)


def look_at_the_wordings(**_options: Any) -> list[CheckMessage]:
    """The system check: what notices say, the defaults and the city's own."""
    from .wording import WrongWording, wordings

    try:
        wordings()
    except WrongWording as wrong:
        return [Error(str(wrong), id="notices.E001")]
    return []
