"""`jichi seal`: seal what is new, now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ...actions.seal_record import NoKeyToSealWith
from ...starting import seal


class Command(BaseCommand):
    help = "Seal what is new on the public record: one tree, one signed root. Safe at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.stdout.write(seal())
        except NoKeyToSealWith as refused:
            raise CommandError(str(refused.message)) from refused
