"""Giving and ending roles."""

from datetime import date, timedelta

import pytest
from tests.town import Town

from jichi.kernel.access.actor import machine
from jichi.kernel.access.models import Elevation, Grant
from jichi.kernel.access.place import CITY, Place
from jichi.kernel.access.roles import Held, Role
from jichi.kernel.actions.refusal import NotAllowed, Refusal
from jichi.kernel.administration.actions.create_account import AddressIsTaken, WeakPassword, create_account
from jichi.kernel.administration.actions.elevate import elevate
from jichi.kernel.administration.actions.give_role import (
    EndsBeforeItBegins,
    NotStaff,
    OwnRole,
    ReasonIsMissing,
    RoleIsHeld,
    give_role,
)
from jichi.kernel.administration.actions.withdraw_role import (
    LastAdministrator,
    RoleHasEnded,
    withdraw_role,
)
from jichi.kernel.ledger.models import Event, PersonalField
from jichi.kernel.people.models import Account

SHELL = machine("shell", Role.ADMINISTRATOR)
DAY = date(2012, 7, 9)


def give(account: Account, role: Role = Role.AUDITOR, **more: object) -> Grant:
    chosen = {"actor": SHELL, "since": DAY, "reason": "2012年7月9日付け辞令", **more}
    return give_role(account=account, role=role, **chosen)  # type: ignore[arg-type]


def clerk(town: Town) -> Account:
    return town.account(works_for_city=True)


def test_a_role_given_is_held_from_its_first_day(town: Town) -> None:
    account = clerk(town)
    give(account, Role.SECTION_CHIEF, place=Place(section=town.section))
    assert town.actor(account, on=DAY - timedelta(days=1)).held == frozenset()
    assert town.actor(account, on=DAY).held == {Held(role=Role.SECTION_CHIEF, section=town.section.code)}


def test_the_record_says_which_role_was_given_but_not_to_whom(town: Town) -> None:
    account = clerk(town)
    grant = give(account, place=Place(ward=town.ward), until=DAY + timedelta(days=1))
    written = Event.objects.get(stream__name="access/grants")
    assert (written.type, written.actor) == ("access.role.given", "machine:shell")
    assert written.public == {
        "grant": grant.pk,
        "role": "auditor",
        "ward": "14131",
        "bureau": None,
        "section": None,
        "since": "2012-07-09",
        "until": "2012-07-10",
        "standby": False,
    }
    clear = dict(PersonalField.objects.values_list("name", "clear"))
    assert clear == {"account": str(account.public_id), "reason": "2012年7月9日付け辞令"}


def test_a_role_is_not_given_twice_for_the_same_place_and_time(town: Town) -> None:
    account = clerk(town)
    give(account, place=Place(ward=town.ward))
    with pytest.raises(RoleIsHeld):
        give(account, place=Place(ward=town.ward), since=DAY + timedelta(days=400))
    give(account, place=Place(ward=town.other_ward))
    give(account, place=CITY)


def test_a_role_may_follow_itself_without_a_gap(town: Town) -> None:
    account = clerk(town)
    give(account, until=DAY + timedelta(days=10))
    give(account, since=DAY + timedelta(days=10))
    give(account, since=DAY - timedelta(days=10), until=DAY)
    assert Grant.objects.filter(account=account).count() == 3


@pytest.mark.parametrize(
    ("more", "refusal", "field"),
    [
        ({"reason": "  "}, ReasonIsMissing, "reason"),
        ({"until": DAY}, EndsBeforeItBegins, "last_day"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    town: Town, more: dict[str, object], refusal: type[Refusal], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        give(clerk(town), **more)
    assert list(refused.value.fields) == [field]
    assert not Grant.objects.exists()


def test_nobody_changes_their_own_roles(town: Town) -> None:
    account = town.staff(Role.ADMINISTRATOR)
    with pytest.raises(OwnRole):
        give(account, actor=town.actor(account))
    with pytest.raises(OwnRole):
        withdraw_role(actor=town.actor(account), grant=account.grants.get(), reason="退職", on=DAY)


def test_a_resident_is_given_no_role(town: Town) -> None:
    with pytest.raises(NotStaff):
        give(town.account())


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_gives_roles(town: Town, role: Role) -> None:
    with pytest.raises(NotAllowed):
        give(clerk(town), actor=town.actor(town.staff(role)))


def test_an_administrator_of_one_ward_does_not_give_roles_in_the_city(town: Town) -> None:
    with pytest.raises(NotAllowed):
        give(clerk(town), actor=town.actor(town.staff(Role.ADMINISTRATOR, ward=town.ward)))


def test_a_role_withdrawn_is_gone_the_same_day(town: Town) -> None:
    account = clerk(town)
    grant = give(account, since=DAY - timedelta(days=100))
    withdraw_role(actor=SHELL, grant=grant, reason="異動", on=DAY)
    assert town.actor(account, on=DAY - timedelta(days=1)).roles == {Role.AUDITOR}
    assert town.actor(account, on=DAY).roles == frozenset()
    assert Event.objects.filter(type="access.role.withdrawn").get().public == {
        "grant": grant.pk,
        "role": "auditor",
        "until": "2012-07-09",
    }


def test_a_role_withdrawn_before_it_begins_never_begins(town: Town) -> None:
    account = clerk(town)
    grant = give(account, since=DAY + timedelta(days=10))
    withdraw_role(actor=SHELL, grant=grant, reason="取りやめ", on=DAY)
    assert town.actor(account, on=DAY + timedelta(days=10)).roles == frozenset()


def test_a_role_ends_only_once(town: Town) -> None:
    grant = give(clerk(town))
    withdraw_role(actor=SHELL, grant=grant, reason="異動", on=DAY)
    with pytest.raises(RoleHasEnded):
        withdraw_role(actor=SHELL, grant=grant, reason="異動", on=DAY)


def test_the_city_is_never_left_without_an_administrator(town: Town) -> None:
    only = town.staff(Role.ADMINISTRATOR).grants.get()
    town.staff(Role.ADMINISTRATOR, ward=town.ward)
    with pytest.raises(LastAdministrator):
        withdraw_role(actor=SHELL, grant=only, reason="退職", on=DAY)
    town.staff(Role.ADMINISTRATOR)
    withdraw_role(actor=SHELL, grant=only, reason="退職", on=DAY)


def test_an_administrator_who_cannot_sign_in_does_not_count(town: Town) -> None:
    only = town.staff(Role.ADMINISTRATOR).grants.get()
    gone = town.staff(Role.ADMINISTRATOR)
    gone.is_active = False
    gone.save()
    with pytest.raises(LastAdministrator):
        withdraw_role(actor=SHELL, grant=only, reason="退職", on=DAY)


def test_ending_a_role_on_standby_ends_what_stands_on_it(town: Town) -> None:
    account = town.staff(Role.SECTION_STAFF, section=town.section)
    standby = give(account, Role.ADMINISTRATOR, standby=True)
    elevate(actor=town.actor(account), standby=standby, reason="障害対応", span=timedelta(hours=1))
    assert Role.ADMINISTRATOR in town.actor(account).roles
    withdraw_role(actor=SHELL, grant=standby, reason="当番の交代", on=DAY)
    assert Role.ADMINISTRATOR not in town.actor(account).roles
    assert Elevation.objects.count() == 1


def test_an_account_made_by_the_city_can_sign_in_at_once(town: Town) -> None:
    account = create_account(
        actor=SHELL, email=" Hana@City.example ", name="試験 花子", password="correct horse battery"
    )
    address = account.emailaddress_set.get()
    assert (address.email, address.verified, address.primary) == ("hana@city.example", True, True)
    assert account.works_for_city
    assert account.check_password("correct horse battery")


def test_an_account_without_a_password_waits_for_its_holder(town: Town) -> None:
    account = create_account(actor=SHELL, email="hana@city.example", name="試験 花子")
    assert not account.has_usable_password()


def test_the_record_does_not_name_who_got_an_account(town: Town) -> None:
    create_account(actor=SHELL, email="hana@city.example", name="試験 花子")
    assert Event.objects.get().public == {"works_for_city": True}


def test_an_address_is_used_once_in_any_letters(town: Town) -> None:
    create_account(actor=SHELL, email="hana@city.example", name="試験 花子")
    with pytest.raises(AddressIsTaken):
        create_account(actor=SHELL, email="HANA@city.example", name="別人")


def test_a_weak_password_is_refused_and_no_account_is_made(town: Town) -> None:
    with pytest.raises(WeakPassword):
        create_account(actor=SHELL, email="hana@city.example", name="試験 花子", password="12345")
    assert not Account.objects.exists()
