"""Write the rooms of a domain from their templates."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from .names import Names

ROOMS = Path(__file__).parent / "rooms"


def write_rooms(names: Names, folder: Path) -> list[Path]:
    """Write every room; an existing folder is never touched.

    Raises: FileExistsError.
    """
    folder.mkdir(parents=True)
    return [write(folder / path, text) for path, text in rooms(names)]


def rooms(names: Names) -> Iterator[tuple[str, str]]:
    """Where each file goes inside the domain, and what it says."""
    for template in sorted(ROOMS.rglob("*.txt")):
        path = template.relative_to(ROOMS).as_posix().removesuffix(".txt")
        yield filled(path, names), filled(template.read_text(encoding="utf-8"), names)


def filled(text: str, names: Names) -> str:
    return Template(text).substitute(names.words)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
