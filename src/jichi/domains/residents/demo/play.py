"""Play the parts of the demo in their order. A part that is played already says so and changes nothing."""

from importlib import import_module
from importlib.util import find_spec

# One file each in this folder, with `play()`; those that this city does not have are left out.
PARTS = ("city", "story", "movements", "family", "seals", "protection", "certificates", "home")


def play() -> str:
    return " ".join(said for part in PARTS if (said := play_part(f"{__package__}.{part}")))


def play_part(name: str) -> str:
    return str(import_module(name).play()) if find_spec(name) else ""
