from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ...reference.files import generated, out_of_date


class Command(BaseCommand):
    help = "Write docs/reference/ and the state diagrams of the READMEs from the code that runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="only say what is out of date; exit status 1"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        stale = out_of_date(settings.ROOT)
        names = "\n".join(str(path.relative_to(settings.ROOT)) for path in stale)
        if options["check"]:
            if stale:
                raise CommandError(f"Out of date, run jichi reference:\n{names}")
            return
        texts = generated(settings.ROOT)
        for path in stale:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[path], encoding="utf-8")
        self.stdout.write(names or "Everything is up to date.")
