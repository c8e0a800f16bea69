"""The first administrator is made from a shell: whoever has the machine has the city."""

import getpass
import sys
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from jichi.kernel.access.actor import machine
from jichi.kernel.access.place import Place
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.administration.actions.create_account import create_account
from jichi.kernel.administration.actions.give_role import give_role
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Bureau, Section, Ward

SHELL = machine("shell", Role.ADMINISTRATOR)


class Command(BaseCommand):
    help = (
        "Make an account of staff, or give it a role. The acts are on the record as those of machine:shell."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        create = verbs.add_parser("create", help="make an account; with --role also give it a role")
        create.add_argument("--name", required=True)
        create.add_argument(
            "--password-stdin", action="store_true", help="read the password from the first line of input"
        )
        add_role_arguments(create, required=False)
        add_role_arguments(verbs.add_parser("grant", help="give an account a role"), required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                account = create(options) if options["verb"] == "create" else find(options["email"])
                if options["role"]:
                    grant(account, options)
        except Refusal as refusal:
            raise CommandError(str(refusal.message)) from refusal
        self.stdout.write(f"{account.email}: {options['role'] or 'no role'}")


def add_role_arguments(parser: CommandParser, *, required: bool) -> None:
    parser.add_argument("--email", required=True)
    parser.add_argument("--role", choices=[role.value for role in Role], required=required)
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--ward", help="JIS code, as 14131")
    place.add_argument("--bureau", help="code of the bureau")
    place.add_argument("--section", help="code of the section")
    parser.add_argument("--reason", default="jichi account")
    parser.add_argument(
        "--since", type=date.fromisoformat, help="first day, as 2012-04-01; today if left out"
    )
    parser.add_argument("--standby", action="store_true", help="to be taken for some hours when needed")


def create(options: dict[str, Any]) -> Account:
    return create_account(
        actor=SHELL,
        email=options["email"],
        name=options["name"],
        password=password(options["password_stdin"]),
    )


def password(from_input: bool) -> str:
    """Never an argument: arguments are seen by everybody on the machine. Empty: chosen later by mail."""
    if from_input:
        return sys.stdin.readline().rstrip("\n")
    return getpass.getpass("Password (empty: to be chosen by mail): ") if sys.stdin.isatty() else ""


def find(email: str) -> Account:
    if (account := Account.objects.filter(email__iexact=email).first()) is None:
        raise CommandError(f"There is no account {email}.")
    return account


def grant(account: Account, options: dict[str, Any]) -> None:
    give_role(
        actor=SHELL,
        account=account,
        role=Role(options["role"]),
        place=place(options),
        since=options["since"] or local_day(now()),
        reason=options["reason"],
        standby=options["standby"],
    )


def place(options: dict[str, Any]) -> Place:
    try:
        return Place(
            ward=Ward.objects.get(code=options["ward"]) if options["ward"] else None,
            bureau=Bureau.objects.get(code=options["bureau"]) if options["bureau"] else None,
            section=Section.objects.get(code=options["section"]) if options["section"] else None,
        )
    except (Ward.DoesNotExist, Bureau.DoesNotExist, Section.DoesNotExist) as missing:
        raise CommandError("There is no such place. Load the city first: jichi load.") from missing
