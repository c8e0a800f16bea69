"""`jichi law check` looks at every law file; `jichi law show` prints the law of a day, or what two days differ in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from jichi.kernel.clock.reading import today
from jichi.kernel.subsystem import installed

from ...checks import faults_of_the_law
from ...comparing import differences
from ...loading import load_law
from ...shelf import read_law
from ...words import STANDINGS, row_text

REFUSED = 2


class Command(BaseCommand):
    help = "Check the files of legal values; show the law of a day."
    # The check itself is the command's work: Django's own run of it would end with status 1.
    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("check", help="read every file and every key that code asks with")
        showing = verbs.add_parser("show", help="print the law of a day, what is to be confirmed first")
        showing.add_argument("--on", type=date.fromisoformat, help="by default today (or the demo day)")
        showing.add_argument(
            "--against", type=date.fromisoformat, help="show only what differs from this day"
        )

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        self.check_law()
        if verb == "check":
            self.stdout.write(load_law())
            return
        for line in law_in_lines(options["on"] or today(), options["against"]):
            self.stdout.write(line)

    def check_law(self) -> None:
        for fault in faults_of_the_law(key for part in installed() for key in part.law):
            raise CommandError(fault.msg, returncode=REFUSED)


def law_in_lines(on: date, against: date | None) -> Iterator[str]:
    if against:
        for each in differences(read_law(), on=on, against=against):
            yield f"{each.entry.key}  {row_text(each.entry, each.on)} | {row_text(each.entry, each.against)}"
        return
    for line in read_law().everything(on):
        yield f"{STANDINGS[line.standing]}  {line.entry.key}  {row_text(line.entry, line.row)}"
