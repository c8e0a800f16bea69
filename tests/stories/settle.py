"""Load a city and let the people of the stories in. Run in a process of its own, in that city's surroundings."""

from datetime import date

from allauth.mfa.totp.internal.auth import TOTP

from jichi.kernel.access.actor import machine
from jichi.kernel.access.place import Place
from jichi.kernel.access.roles import Role
from jichi.kernel.administration.actions.create_account import create_account
from jichi.kernel.administration.actions.give_role import give_role
from jichi.kernel.administration.start import prepare
from jichi.kernel.places.models import Bureau, Section, Ward

from .people import PASSWORD, PEOPLE, Person

SHELL = machine("shell", Role.ADMINISTRATOR)


def settle() -> None:
    prepare(print)
    for each in PEOPLE:
        let_in(each)


def let_in(person: Person) -> None:
    account = create_account(
        actor=SHELL,
        email=person.email,
        name=person.name,
        password=PASSWORD,
        works_for_city=bool(person.role),
    )
    if not person.role:
        return
    place = Place(
        ward=Ward.objects.filter(code=person.ward).first(),
        bureau=Bureau.objects.filter(code=person.bureau).first(),
        section=Section.objects.filter(code=person.section).first(),
    )
    give_role(
        actor=SHELL,
        account=account,
        role=Role(person.role),
        place=place,
        since=date(2000, 4, 1),
        reason="辞令",
    )
    TOTP.activate(account, person.secret)
