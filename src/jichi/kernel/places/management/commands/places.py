"""`jichi places load`: bring the places in line with the city's files."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...actions.load_city import load_city
from ...reading import WrongPlacesFile

REFUSED = 2


class Command(BaseCommand):
    help = "Load wards, towns, bureaus, sections and offices from the city's folder."

    def add_arguments(self, parser: Any) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        loading = verbs.add_parser("load", help="bring the places in line with the files")
        loading.add_argument("folder", type=Path, nargs="?", help="by default places/ of the city's folder")

    def handle(self, *args: Any, folder: Path | None, **options: Any) -> None:
        try:
            self.stdout.write(load_city(folder))
        except WrongPlacesFile as wrong:
            raise CommandError(str(wrong), returncode=REFUSED) from wrong
