"""`jichi mail receive`: a mail server hands a mail over, on standard input."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.notices.actions.take_mail_in import take_mail_in
from jichi.kernel.notices.machine import POST

# As sysexits.h has them: the mail server keeps the mail and tries again; it sends the mail back.
TRY_AGAIN, REFUSED = 75, 65


class Command(BaseCommand):
    requires_system_checks = ()
    help = "Take in a mail from standard input: a report that a mail did not arrive, or a person's reply."

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        receive = verbs.add_parser("receive", help="read one mail (RFC 5322) from standard input")
        receive.add_argument("--recipient", default="", help="the address in the envelope")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            take_mail_in(actor=POST, raw=sys.stdin.buffer.read(), recipient=options["recipient"])
        except Refusal as refusal:
            raise CommandError(str(refusal.message), returncode=REFUSED) from refusal
        except (OperationalError, InterfaceError) as away:
            raise CommandError("The database does not answer; try again.", returncode=TRY_AGAIN) from away
