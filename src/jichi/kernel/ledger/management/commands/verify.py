"""`jichi verify`: check the chains in the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ...check import faults
from ...models import Event, Stream

FAULTY = 2


class Command(BaseCommand):
    help = "Check every chain of the public record; ends with 2 when one does not hold."

    def handle(self, *args: Any, **options: Any) -> None:
        found = 0
        for fault in faults():
            found += 1
            self.stdout.write(_("%(stream)s の%(position)s番目：%(sentence)s") % vars(fault))
        if found:
            raise CommandError(
                _("つながらない所が%(found)s件あります。") % {"found": found}, returncode=FAULTY
            )
        self.stdout.write(
            _("連なり%(streams)s本、記録%(events)s件を最初から計算し直しました。すべてつながっています。")
            % {"streams": Stream.objects.count(), "events": Event.objects.count()}
        )
