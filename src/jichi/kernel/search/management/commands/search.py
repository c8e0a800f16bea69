"""`jichi search rebuild`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jichi.kernel.search.index import rebuild


class Command(BaseCommand):
    help = "Look after the search index."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", choices=["rebuild"], help="rebuild: make the whole index again")

    def handle(self, *args: Any, **options: Any) -> None:
        done = 0
        for done in rebuild():
            self.stdout.write(f"\r{done:,} documents", ending="")
            self.stdout.flush()
        self.stdout.write(f"\rThe index holds {done:,} documents.")
