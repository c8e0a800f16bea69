"""An account is tied to a person at the counter: by a code of one use, after papers were seen, one to one."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.domains.residents.actions.linking.link_account import (
    PersonLinkedAlready,
    Shown,
    TooManyWrongCodes,
    link_account,
)
from jichi.domains.residents.actions.linking.make_link_code import (
    LinkedAlready,
    TooManyCodes,
    make_link_code,
)
from jichi.domains.residents.actions.linking.unlink_account import (
    NoReasonToUnlink,
    NotLinked,
    unlink_account,
)
from jichi.domains.residents.models import AccountLink, LinkCode, Person, WrongCode
from jichi.domains.residents.rules.certificates.proofs import NotProven
from jichi.domains.residents.rules.codes import MOST_IN_AN_HOUR, MOST_WRONG, shown, typed
from jichi.kernel.access.actor import NOBODY
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event, PersonalField
from jichi.kernel.notices.models import Notice

from .at_home import LICENCE, linked
from .certificate_desk import TODAY, clerk
from .small_register import resident

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(town: Town) -> Person:
    return resident(town)


def tried(town: Town, person: Person, code: str, **more: object) -> AccountLink | WrongCode:
    given = Shown(ward=town.ward, code=code, proofs=more.get("proofs", LICENCE))  # type: ignore[arg-type]
    return link_account(actor=more.get("by") or clerk(town), person=person, shown=given, on=TODAY)  # type: ignore[arg-type]


def test_the_counter_ties_whoever_shows_the_code_and_tells_them(town: Town, person: Person) -> None:
    account = linked(town, person)
    person.refresh_from_db()
    assert person.account == account
    link = AccountLink.objects.get()
    assert (link.proofs, link.linked_on) == ("licence", TODAY)
    assert "住民の記録を結びました" in Notice.objects.get(account=account).subject


def test_the_record_tells_the_ward_and_nothing_of_whom(town: Town, person: Person) -> None:
    account = linked(town, person)
    event = Event.objects.filter(type="residents.register.kept").latest("pk")
    assert set(event.public) == {"act", "office"}
    told = json.loads(PersonalField.objects.get(event=event, name="about").clear)
    assert told["account"] == str(account.public_id)


def test_the_code_is_kept_as_a_digest_only(town: Town) -> None:
    code = make_link_code(actor=town.actor(town.account()))
    kept = LinkCode.objects.get()
    assert code not in kept.digest
    assert (len(code), shown("12345678"), typed("１２３４－5678 ")) == (8, "1234-5678", "12345678")


def test_a_code_is_used_once(town: Town, person: Person) -> None:
    code = make_link_code(actor=town.actor(town.account()))
    assert isinstance(tried(town, person, shown(code)), AccountLink)
    assert isinstance(tried(town, resident(town, "実例　太郎"), code), WrongCode)


def test_a_code_is_over_after_a_quarter_of_an_hour(town: Town, person: Person) -> None:
    code = make_link_code(actor=town.actor(town.account()))
    made = LinkCode.objects.get()
    assert made.ends_at - made.made_at == timedelta(minutes=15)
    LinkCode.objects.update(
        made_at=made.made_at - timedelta(minutes=16), ends_at=made.ends_at - timedelta(minutes=16)
    )
    assert isinstance(tried(town, person, code), WrongCode)
    assert Person.objects.get(pk=person.pk).account is None


def test_a_new_code_ends_the_former_one(town: Town, person: Person) -> None:
    account = town.actor(town.account())
    former, newer = make_link_code(actor=account), make_link_code(actor=account)
    assert isinstance(tried(town, person, former), WrongCode)
    assert isinstance(tried(town, person, newer), AccountLink)


def test_codes_are_made_five_times_an_hour_at_most(town: Town) -> None:
    account = town.actor(town.account())
    for _each in range(MOST_IN_AN_HOUR):
        make_link_code(actor=account)
    with pytest.raises(TooManyCodes):
        make_link_code(actor=account)


def test_nobody_guesses_codes_at_the_counter(town: Town, person: Person) -> None:
    code, guesser = make_link_code(actor=town.actor(town.account())), clerk(town)
    for _each in range(MOST_WRONG):
        assert isinstance(tried(town, person, "00000000", by=guesser), WrongCode)
    with pytest.raises(TooManyWrongCodes):
        tried(town, person, code, by=guesser)
    assert isinstance(tried(town, person, code), AccountLink)


def test_without_papers_nobody_is_tied(town: Town, person: Person) -> None:
    code = make_link_code(actor=town.actor(town.account()))
    with pytest.raises(NotProven):
        tried(town, person, code, proofs=("insurance",))
    assert isinstance(tried(town, person, code, proofs=("insurance", "pension")), AccountLink)


def test_one_person_one_account(town: Town, person: Person) -> None:
    account = linked(town, person)
    with pytest.raises(LinkedAlready):
        make_link_code(actor=town.actor(account))
    with pytest.raises(PersonLinkedAlready):
        tried(town, person, make_link_code(actor=town.actor(town.account())))
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=resident(town, "実例　太郎").pk).update(account=account)


def test_a_link_is_ended_with_a_reason_and_the_account_is_told(town: Town, person: Person) -> None:
    account = linked(town, person)
    link = AccountLink.objects.get()
    with pytest.raises(NoReasonToUnlink):
        unlink_account(actor=clerk(town), link=link, because=" ", on=TODAY)
    ended = unlink_account(actor=clerk(town), link=link, because="本人の申出", on=TODAY)
    assert (ended.ended_on, Person.objects.get(pk=person.pk).account) == (TODAY, None)
    assert Notice.objects.filter(account=account, subject__contains="外しました").exists()
    with pytest.raises(NotLinked):
        unlink_account(actor=clerk(town), link=link, because="もう一度", on=TODAY)


def test_only_the_registry_of_the_ward_ties(town: Town, person: Person) -> None:
    code = make_link_code(actor=town.actor(town.account()))
    neighbour = town.actor(town.staff(Role.REGISTRY_CLERK, ward=town.other_ward))
    for actor in (
        neighbour,
        town.actor(town.staff(Role.WARD_STAFF, ward=town.ward)),
        town.actor(town.account()),
    ):
        with pytest.raises(NotAllowed):
            tried(town, person, code, by=actor)
    with pytest.raises(NotAllowed):
        make_link_code(actor=NOBODY)
