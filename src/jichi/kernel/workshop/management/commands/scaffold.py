import subprocess
import sys
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import get_resolver

from jichi.kernel.threads.declared import kind_numbered

from ...scaffold import rooms, settling
from ...scaffold.names import Names, WrongName, check

FIRST_FREE_KIND = 21


class Command(BaseCommand):
    help = "Write the rooms of a new domain with one working verb (open a case) and its tests."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="English, plural, as gardens")
        parser.add_argument("--title", required=True, help="Japanese title, as 市民農園")
        parser.add_argument("--title-en", required=True, help="English title, as 'Community gardens'")
        parser.add_argument("--kind", type=int, help="first two digits of its references; the next free ones")

    def handle(self, *args: Any, **options: Any) -> None:
        names = Names(
            name=options["name"],
            title=options["title"],
            title_en=options["title_en"],
            kind=options["kind"] or free_kind(),
        )
        try:
            check(names, taken=taken_names())
            refuse_taken_kind(names.kind)
            written = build(names, settings.ROOT / "src/jichi")
        except WrongName as wrong:
            raise CommandError(str(wrong)) from wrong
        self.stdout.write("\n".join(str(path.relative_to(settings.ROOT)) for path in written))
        self.stdout.write(next_steps(names.name))


def build(names: Names, source: Path) -> list[Path]:
    """Write the rooms, install them, and bring the code into the house's format."""
    folder = source / "domains" / names.name
    if folder.exists():
        raise WrongName(f"There is already a folder {folder.name} in src/jichi/domains; it stays as it is.")
    written = rooms.write_rooms(names, folder)
    settling.install(names, source / "config/settings.py")
    settling.add_texts(names, source / "locale")
    # Names of another length wrap lines elsewhere.
    if (ruff := Path(sys.executable).with_name("ruff")).exists():
        subprocess.run([ruff, "format", "--quiet", folder], check=True)
    return written


def taken_names() -> set[str]:
    addresses = {str(pattern.pattern).split("/")[0].strip("^") for pattern in get_resolver().url_patterns}
    return addresses | {app.label for app in apps.get_app_configs()} | {"kernel", "surfaces", "config"}


def free_kind() -> int:
    return next(number for number in range(FIRST_FREE_KIND, 100) if kind_numbered(number) is None)


def refuse_taken_kind(number: int) -> None:
    if (kind := kind_numbered(number)) is not None:
        raise WrongName(f"Kind {number} is taken by {kind.name}; the next free one is {free_kind()}.")


def next_steps(name: str) -> str:
    return (
        f"\nNow:\n"
        f"  .venv/bin/jichi reference                       the generated references\n"
        f"  .venv/bin/pytest src/jichi/domains/{name}   its tests\n"
        f"  ./run                                           its pages: http://localhost:8000/{name}/\n"
        f"docs/first-verb.md goes on from here."
    )
