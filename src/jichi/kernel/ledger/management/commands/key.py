"""`jichi key`: show the key of the seals, pass it on, or replace a lost one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import Refusal

from ...actions.rotate_key import replace_lost_key, rotate_key
from ...actions.start_record import start_record_once
from ...keys import file_of
from ...models import Key
from ...verifier import read_key

SHELL = machine("shell", Role.ADMINISTRATOR)
VERBS = {"rotate": rotate_key, "replace": replace_lost_key}


class Command(BaseCommand):
    help = "Show the key that seals the record, hand over to a new one (rotate), or begin anew after a loss (replace)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("what", choices=("show", *VERBS), nargs="?", default="show")

    def handle(self, *args: Any, **options: Any) -> None:
        start_record_once(actor=SHELL)
        if verb := VERBS.get(options["what"]):
            try:
                verb(actor=SHELL)
            except Refusal as refused:
                raise CommandError(str(refused.message)) from refused
            self.stdout.write(
                _("新しい鍵にしました。公開鍵を広報に載せ、新しいファイルの控えをとってください。")
            )
        key = Key.objects.get(is_current=True)
        self.stdout.write(str(key))
        self.stdout.write(str(file_of(read_key(key.text))))
