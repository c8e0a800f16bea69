from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class PlacesConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.places"
    label = "places"

    def manifest(self) -> Subsystem:
        from .load import load_city
        from .permissions import GRANTS

        return Subsystem(
            name="places",
            title=_("区と窓口"),
            grants=GRANTS,
            load=load_city,
        )
