"""`jichi law check`: look at every law file."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jichi.kernel.subsystem import installed

from ...checks import faults_of_the_law
from ...loading import load_law

REFUSED = 2


class Command(BaseCommand):
    help = "Check the files of legal values and say how they stand today."
    # The check itself is the command's work: Django's own run of it would end with status 1.
    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("check", help="read every file and every key that code asks with")

    def handle(self, *args: Any, **options: Any) -> None:
        for fault in faults_of_the_law(key for part in installed() for key in part.law):
            raise CommandError(fault.msg, returncode=REFUSED)
        self.stdout.write(load_law())
