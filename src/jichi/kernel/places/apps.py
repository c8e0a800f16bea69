from jichi.kernel.subsystem import Subsystem, SubsystemConfig


class PlacesConfig(SubsystemConfig):
    default = True
    name = "jichi.kernel.places"
    label = "places"

    def manifest(self) -> Subsystem:
        from .manifest import PLACES

        return PLACES
