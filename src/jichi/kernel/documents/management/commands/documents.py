"""`jichi documents check` and `jichi documents rotate-key`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jichi.kernel.documents.checks import WrongTemplates, refuse_wrong_ones
from jichi.kernel.documents.inventory import faults_of_the_register
from jichi.kernel.documents.loading import rotate_key


class Command(BaseCommand):
    help = "Check templates, numbers, files and signatures of all issued documents; change the city's key."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("what", choices=["check", "rotate-key"])

    def handle(self, *args: Any, **options: Any) -> None:
        if options["what"] == "check":
            self.check_all()
        else:
            self.stdout.write(f"signing from now on with {rotate_key()}")

    def check_all(self) -> None:
        """Draw every template, and look at every issued document."""
        try:
            self.stdout.write(f"{refuse_wrong_ones()} templates can be printed")
        except WrongTemplates as wrong:
            raise CommandError(str(wrong)) from wrong
        found = faults_of_the_register()
        said = f"{found.documents} documents: {found.made_again} made again byte for byte"
        self.stdout.write(f"{said}, {found.erased} erased" if found.erased else said)
        if found.faults:
            raise CommandError("\n".join(found.faults))
