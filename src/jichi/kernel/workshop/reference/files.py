"""All generated files, as they should be."""

from pathlib import Path

from django.utils.translation import override

from . import commands, database, diagrams, events, legal_values, links, roles, verbs

PAGES = {
    "roles": roles.page,
    "events": events.page,
    "verbs": verbs.page,
    "law": legal_values.page,
    "links": links.page,
    "commands": commands.page,
    "database": database.page,
}


def generated(root: Path) -> dict[Path, str]:
    """Path and text of every generated file of the house that lies at `root`."""
    with override("ja"):
        pages = {root / "docs/reference" / f"{name}.md": page() for name, page in PAGES.items()}
    return pages | diagrams.readmes(root / "src/jichi")


def out_of_date(root: Path) -> list[Path]:
    """The files that say something else than the code."""
    return [
        path
        for path, text in generated(root).items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
