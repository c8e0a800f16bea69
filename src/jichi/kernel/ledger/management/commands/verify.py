"""`jichi verify`: check the chains and seals in the database.

With a file (`jichi verify EXPORT --key KEY`) `verifier.py` runs instead, and this is never loaded.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ...check import faults
from ...models import Event, Stream
from ...sealcheck import check_seals, sentences

FAULTY = 2


class Command(BaseCommand):
    help = "Check every chain and every seal of the public record; ends with 2 when one does not hold."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--checkpoint", action="append", default=[], help="a file with a kept checkpoint")

    def handle(self, *args: Any, **options: Any) -> None:
        kept = tuple(Path(each).read_text(encoding="utf-8") for each in options["checkpoint"])
        found = 0
        for sentence in self.sentences(kept):
            found += 1
            self.stdout.write(sentence)
        if found:
            raise CommandError(
                _("つながらない所が%(found)s件あります。") % {"found": found}, returncode=FAULTY
            )
        self.stdout.write(
            _("連なり%(streams)s本、記録%(events)s件を最初から計算し直しました。すべてつながっています。")
            % {"streams": Stream.objects.count(), "events": Event.objects.count()}
        )
        self.stdout.write(
            _("封印%(checkpoints)s個、封印された記録%(size)s件も、市の署名と合います。")
            % {"checkpoints": self.seals.checkpoints, "size": self.seals.sealed_size}
        )

    def sentences(self, kept: tuple[str, ...]) -> Iterator[str]:
        for fault in faults():
            yield _("%(stream)s の%(position)s番目：%(sentence)s") % vars(fault)
        self.seals = check_seals(kept)
        yield from sentences(self.seals)
