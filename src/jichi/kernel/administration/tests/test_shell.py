"""The shell's command, and the people of the demo city."""

import io

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings
from tests.town import Town

from jichi.kernel.access.models import Grant
from jichi.kernel.access.roles import Held, Role
from jichi.kernel.administration.actions.set_demo_day import NotADemoCity
from jichi.kernel.administration.actions.withdraw_role import withdraw_role
from jichi.kernel.administration.demo import MAKER, demo_people, load_demo_people
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.ledger.models import Event
from jichi.kernel.people.models import Account

PASSWORD = "correct horse battery"


def create(monkeypatch: pytest.MonkeyPatch, *more: str, password: str = PASSWORD) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    fixed = ["--email", "first@city.example", "--name", "最初の管理者", "--password-stdin"]
    call_command("account", "create", *fixed, *more, stdout=io.StringIO())


def test_the_first_administrator_is_made_from_a_shell(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    create(monkeypatch, "--role", "administrator")
    account = Account.objects.get(email="first@city.example")
    assert account.check_password(PASSWORD)
    assert town.actor(account, on=local_day(now())).roles == {Role.ADMINISTRATOR}
    assert set(Event.objects.values_list("actor", flat=True)) == {"machine:shell"}


def test_a_role_of_one_section_is_given_from_a_shell(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    create(monkeypatch)
    place = ["--role", "section_chief", "--section", town.section.code, "--since", "2012-04-01"]
    call_command("account", "grant", "--email", "first@city.example", *place, stdout=io.StringIO())
    account = Account.objects.get(email="first@city.example")
    assert town.actor(account).held == {Held(role=Role.SECTION_CHIEF, section=town.section.code)}


@pytest.mark.parametrize(
    ("more", "password"),
    [(["--role", "ward_staff", "--ward", "99999"], PASSWORD), (["--role", "auditor"], "12345")],
)
def test_what_is_refused_makes_no_account(
    town: Town, monkeypatch: pytest.MonkeyPatch, more: list[str], password: str
) -> None:
    with pytest.raises(CommandError):
        create(monkeypatch, *more, password=password)
    assert not Account.objects.exists()


def test_an_unknown_account_is_said(db: None) -> None:
    with pytest.raises(CommandError, match="There is no account"):
        call_command("account", "grant", "--email", "nobody@city.example", "--role", "auditor")


@pytest.fixture
def demo_city(town: Town, settings: Settings) -> Town:
    settings.DEMO = True
    return town


def test_the_people_of_the_demo_are_made_once(demo_city: Town) -> None:
    load_demo_people()
    accounts, grants = Account.objects.count(), Grant.objects.count()
    load_demo_people()
    assert accounts == len(demo_people().accounts)
    assert (Account.objects.count(), Grant.objects.count()) == (accounts, grants)


def test_everybody_of_the_demo_is_marked_and_can_sign_in(demo_city: Town) -> None:
    load_demo_people()
    password = demo_people().password
    for account in Account.objects.all():
        assert account.name.startswith("デモ ")
        assert account.email.endswith("@demo.jichi.example")
    assert Account.objects.get(email="planner@demo.jichi.example").check_password(password)


def test_the_demo_has_somebody_for_every_role(demo_city: Town) -> None:
    load_demo_people()
    roles = set(Grant.objects.filter(standby=False).values_list("role", flat=True))
    assert roles == {role.value for role in Role}
    assert Account.objects.filter(works_for_city=False).count() == 2


def test_a_role_withdrawn_in_the_demo_stays_withdrawn(demo_city: Town) -> None:
    load_demo_people()
    grant = Grant.objects.get(account__email="auditor@demo.jichi.example")
    withdraw_role(actor=MAKER, grant=grant, reason="ためし", on=local_day(now()))
    load_demo_people()
    assert Grant.objects.get(account=grant.account).until == local_day(now())


def test_a_real_city_never_gets_the_people_of_the_demo(town: Town, settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(NotADemoCity):
        load_demo_people()
    assert not Account.objects.exists()
