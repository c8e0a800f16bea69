"""Every resident once: who comes and is known already is found, asked about, and taken as the same person."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.town import Town

from jichi.domains.residents.actions.moves.known_people import (
    ChosenTwice,
    MaybeKnown,
    RecordOfTheDead,
    StillLeaving,
)
from jichi.domains.residents.actions.moves.order import Order, Seat
from jichi.domains.residents.actions.moves.refusals import OnRegister
from jichi.domains.residents.actions.writing import SentBefore
from jichi.domains.residents.models import (
    Movement,
    Person,
    PersonLook,
    ProtectedAttempt,
    RegisterSearch,
)
from jichi.domains.residents.queries.protection import protected
from jichi.domains.residents.queries.register import entries_of, record_on
from jichi.domains.residents.rules.facts import Facts
from jichi.domains.residents.rules.likeness import may_be_one
from jichi.domains.residents.rules.words import HEAD, Sex, Standing
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.models import DemoDay

from .families import (
    FAMILY,
    TODAY,
    address,
    clerk,
    enter,
    family,
    intake,
    newcomer,
    people,
    record,
    seats,
    ties,
)
from .protected_people import applied
from .small_register import resident

LEFT, BACK = date(2012, 10, 20), date(2012, 10, 25)
PAGE = "/residents/desk/movements/arrive/moved_in/"
BORN = date(1980, 5, 17)
HANAKO = Facts(name="見本　花子", kana="みほん　はなこ", birth=BORN)


@pytest.mark.parametrize(
    ("told", "is_one"),
    [
        ({"name": "見本　花子"}, True),
        ({"name": "見本花子"}, True),
        ({"name": "山田　花子", "kana": "ミホン　ハナコ"}, True),
        ({"name": "山田　花子", "former_name": "見本"}, True),
        ({"name": "Sample Hanako", "common_name": "見本　花子"}, True),
        ({"name": "山田　花子", "kana": "やまだ　はなこ"}, False),
        ({"name": "見本　花子", "birth": date(1980, 5, 18)}, False),
        ({"name": "見本　花子", "birth": None, "birth_as_told": "昭和55年月日不詳"}, False),
    ],
)
def test_the_same_birth_and_a_name_or_kana_that_folds_alike_may_be_one_person(
    told: dict[str, object], is_one: bool
) -> None:
    assert may_be_one(Facts(**{"birth": BORN, **told}), HANAKO) is is_one  # type: ignore[arg-type]


def test_the_words_of_a_latin_name_may_stand_in_any_order_and_a_birth_may_be_no_day() -> None:
    one = Facts(name="MARIA GARCIA LOPEZ", birth_as_told="1980年ごろ")
    other = Facts(name="Garcia López, Maria", birth_as_told="１９８０年ごろ")
    assert may_be_one(one, other)
    assert not may_be_one(replace(one, name="MARIA GARCIA"), other)


@pytest.fixture
def actor(town: Town) -> Actor:
    return clerk(town)


@pytest.fixture
def gone(town: Town, actor: Actor) -> Person:
    """The father, who moved out alone and whose leaving was confirmed."""
    person = people(family(town, actor, members=FAMILY[:1]))["太郎"]
    leave(town, actor, person)
    return person


def leave(town: Town, actor: Actor, person: Person) -> None:
    told = Order(seats=seats(person), place="横浜市", leaving_on=LEFT)
    enter(actor, intake(town.ward, "moving_out", LEFT - timedelta(days=5)), told)
    enter(actor, intake(town.ward, "move_out_confirmed", LEFT, days=None), Order(seats=seats(person)))


def arrives(town: Town, person: Person | None = None, **more: object) -> Order:
    seat = newcomer(*FAMILY[0], kana="じつれい　たろう")
    seat = Seat(person=person or Person(), relationship=HEAD, items=seat.items)
    return Order(seats=(seat,), address=address(town.ward, "8番8号"), place="横浜市", **more)  # type: ignore[arg-type]


@pytest.mark.django_db
class TestTheVerb:
    def test_who_may_be_known_is_no_new_person_before_somebody_said_so(
        self, town: Town, actor: Actor, gone: Person
    ) -> None:
        told = intake(town.ward, "moved_in", BACK)
        with pytest.raises(MaybeKnown, match="同じ人か別の人か"):
            enter(actor, told, arrives(town))
        assert Person.objects.count() == 1
        enter(actor, told, arrives(town, apart=frozenset({gone.pk})))
        assert Person.objects.count() == 2

    def test_who_comes_back_is_the_same_person_and_the_removed_record_stays(
        self, town: Town, actor: Actor, gone: Person
    ) -> None:
        enter(actor, intake(town.ward, "moved_in", BACK), arrives(town, gone))
        kinds = [entry.movement.kind for entry in entries_of(gone)]
        assert kinds == ["moved_in", "moving_out", "move_out_confirmed", "moved_in"]
        removed = record(gone, BACK - timedelta(days=1))
        assert (removed.standing, removed.gone_to, removed.lot) == (Standing.REMOVED, "横浜市", "1番1号")
        again = record(gone)
        assert (again.standing, again.gone_to, again.lot) == (Standing.REGISTERED, "", "8番8号")
        assert again.resident_since == BACK
        assert Person.objects.count() == 1

    def test_a_form_that_is_sent_again_is_the_same_movement_and_no_question(
        self, town: Town, actor: Actor
    ) -> None:
        told = intake(town.ward, "moved_in", BACK)
        enter(actor, told, arrives(town))
        with pytest.raises(SentBefore):
            enter(actor, told, arrives(town))

    def test_whose_record_stands_moves_within_the_city_instead(self, town: Town, actor: Actor) -> None:
        person = people(family(town, actor, members=FAMILY[:1]))["太郎"]
        for day in (BACK, date(2012, 9, 1)):
            with pytest.raises(OnRegister, match="転居を選んでください（住民基本台帳法第23条）"):
                enter(
                    actor,
                    intake(town.ward, "moved_in", day, days=0, late_reason="入院"),
                    arrives(town, person),
                )

    def test_who_is_about_to_leave_has_to_have_left(self, town: Town, actor: Actor) -> None:
        person = people(family(town, actor, members=FAMILY[:1]))["太郎"]
        order = Order(seats=seats(person), place="横浜市", leaving_on=LEFT)
        enter(actor, intake(town.ward, "moving_out", LEFT - timedelta(days=5)), order)
        with pytest.raises(StillLeaving, match="転出を取りやめ"):
            enter(actor, intake(town.ward, "moved_in", BACK), arrives(town, person))

    def test_nobody_comes_back_twice_in_one_movement(self, town: Town, actor: Actor, gone: Person) -> None:
        order = arrives(town, gone)
        twice = replace(order, seats=(*order.seats, replace(order.seats[0], relationship="同居人")))
        with pytest.raises(ChosenTwice):
            enter(actor, intake(town.ward, "moved_in", BACK), twice)

    def test_the_dead_do_not_come_back(self, town: Town, actor: Actor) -> None:
        person = people(family(town, actor, members=FAMILY[:1]))["太郎"]
        enter(actor, intake(town.ward, "died", LEFT, days=None), Order(seats=seats(person)))
        with pytest.raises(RecordOfTheDead, match="回復"):
            enter(actor, intake(town.ward, "moved_in", BACK), arrives(town, person))


@pytest.fixture
def today(settings: object, db: None) -> Iterator[None]:
    settings.DEMO = True  # type: ignore[attr-defined]
    DemoDay.objects.create(pk=1, day=TODAY)
    return


@pytest.fixture
def desk(town: Town, today: None) -> Client:
    return town.browser(town.staff(Role.REGISTRY_CLERK, ward=town.ward))


def text_of(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def carried(answer: HttpResponse) -> dict[str, str]:
    """All fields of the page's forms with what stands in them, buttons and choices left out."""
    page = answer.content.decode().partition("<main")[2]
    found = re.findall(r"<input[^>]*>", page)
    sent = {
        name_in(tag): value_in(tag)
        for tag in found
        if 'type="radio"' not in tag and 'type="checkbox"' not in tag
    }
    return {name: value for name, value in sent.items() if name and name != "csrfmiddlewaretoken"}


def name_in(tag: str) -> str:
    found = re.search(r' name="([^"]*)"', tag)
    return found[1] if found else ""


def value_in(tag: str) -> str:
    found = re.search(r' value="([^"]*)"', tag)
    return found[1] if found else ""


def typed(desk: Client, name: str, birth: str, **more: str) -> dict[str, str]:
    told = {
        "happened_on": BACK.isoformat(),
        "notified_on": BACK.isoformat(),
        "town": "見本町一丁目",
        "lot": "8番8号",
    }
    row = {"p0-name": name, "p0-birth": birth, "p0-nationality": "JPN", "p0-sex": "1"}
    return {**carried(desk.get(PAGE)), **told, **row, **more}


TARO = ("実例　太郎", "1970-04-01")


@pytest.mark.django_db
class TestAtTheDesk:
    def test_the_house_asks_by_itself_and_the_same_person_goes_on(
        self, town: Town, actor: Actor, gone: Person, desk: Client
    ) -> None:
        asked = desk.post(PAGE, {**typed(desk, *TARO), "stage": "check"})
        assert "同じ人と" not in text_of(asked)
        assert (
            f"1970年（昭和45年）4月1日生まれ、男、{town.ward.name}見本町一丁目1番1号、除票、{gone.number}"
            in text_of(asked)
        )
        open_question = desk.post(PAGE, {**carried(asked), "stage": "answer"})
        assert open_question.status_code == 422
        assert "同じ人か、別の人かを選んでください" in text_of(open_question)
        check = desk.post(PAGE, {**carried(asked), "p0-same": gone.public_id.hex, "stage": "answer"})
        assert "まだ入力されていません" in text_of(check)
        assert "新しい住民票" not in text_of(check)
        done = desk.post(PAGE, {**carried(check), "stage": "act"}, follow=True)
        assert Movement.objects.latest("pk").number in text_of(done)
        assert Person.objects.count() == 1
        assert record(gone).lot == "8番8号"
        assert PersonLook.objects.get(person=gone).why == "窓口での届出・申請のため（転入）"
        search = RegisterSearch.objects.latest("pk")
        assert (search.kinds, search.found) == ("name+birth", 1)

    def test_somebody_else_is_a_new_person_and_is_asked_once(
        self, town: Town, actor: Actor, gone: Person, desk: Client
    ) -> None:
        asked = desk.post(PAGE, {**typed(desk, *TARO), "stage": "check"})
        check = desk.post(PAGE, {**carried(asked), "p0-same": "other", "stage": "answer"})
        assert "新しい住民票" in text_of(check)
        desk.post(PAGE, {**carried(check), "stage": "act"})
        assert Person.objects.count() == 2
        assert record(gone).standing == Standing.REMOVED
        assert not PersonLook.objects.exists()

    def test_the_clerk_finds_somebody_whose_name_has_changed(
        self, town: Town, actor: Actor, gone: Person, desk: Client
    ) -> None:
        blank = desk.post(PAGE, {**typed(desk, "", ""), "stage": "find-0"})
        assert "調べる理由" in text_of(blank)
        found = desk.post(
            PAGE, {**carried(blank), "find-name": "じつれい", "find-reason": "counter", "stage": "seek"}
        )
        assert gone.number in text_of(found)
        answer = {**carried(found), "find-reason": "counter", "open": str(gone.public_id)}
        form = desk.post(PAGE, answer)
        assert f"宛名番号 {gone.number} の人が戻ります" in text_of(form)
        filled = carried(form)
        assert (filled["p0-name"], filled["p0-birth"], filled["lot"]) == (*TARO, "8番8号")
        other = desk.post(PAGE, {**filled, "stage": "forget-0"})
        assert carried(other)["p0-known"] == ""
        renamed = {**filled, "p0-name": "見本　太郎", "p0-kana": "みほん　たろう", "p0-sex": "1"}
        check = desk.post(PAGE, {**renamed, "stage": "check"})
        assert "実例 太郎 → 見本 太郎" in text_of(check)
        desk.post(PAGE, {**carried(check), "stage": "act"})
        assert (record(gone).name, Person.objects.count()) == ("見本　太郎", 1)

    def test_whose_record_stands_is_refused_and_the_way_is_shown(
        self, town: Town, actor: Actor, desk: Client
    ) -> None:
        person = people(family(town, actor, members=FAMILY[:1]))["太郎"]
        asked = desk.post(PAGE, {**typed(desk, *TARO), "stage": "check"})
        refused = desk.post(PAGE, {**carried(asked), "p0-same": person.public_id.hex, "stage": "answer"})
        assert refused.status_code == 422
        assert "転居を選んでください（住民基本台帳法第23条）" in text_of(refused)
        assert f"/residents/people/{person.public_id}/" in refused.content.decode()
        assert carried(refused)["p0-name"] == "実例　太郎"

    def test_who_was_not_opened_with_a_reason_is_not_taken(
        self, town: Town, gone: Person, desk: Client
    ) -> None:
        forged = {**typed(desk, "別人　二郎", "1970-04-01"), "p0-known": gone.public_id.hex, "stage": "check"}
        assert "新しい住民票" in text_of(desk.post(PAGE, forged))


def hidden(town: Town, standing: str) -> Person:
    """A protected person, on the register or gone."""
    person = resident(town, name="番兵　花子", kana="ばんぺい　はなこ")
    if standing == "gone":
        leave(town, clerk(town), person)
    applied(town, person)
    return person


@pytest.mark.django_db
class TestProtected:
    @pytest.mark.parametrize("standing", ["here", "gone"])
    def test_nothing_tells_where_a_protected_person_is_nor_whether_they_left(
        self, town: Town, desk: Client, standing: str
    ) -> None:
        person = hidden(town, standing)
        asked = desk.post(PAGE, {**typed(desk, "番兵　花子", "1980-05-17"), "stage": "check"})
        assert (
            f"番兵 花子、ばんぺい はなこ、1980年（昭和55年）5月17日生まれ、女、この人の処理は担当者へ、{person.number}"
            in text_of(asked)
        )
        stopped = desk.post(PAGE, {**carried(asked), "p0-same": person.public_id.hex, "stage": "answer"})
        assert stopped.status_code == 200
        assert "この人の処理は担当者へ" in text_of(stopped)
        for word in ("1番1号", "除票", "転居を選んで", "横浜市"):
            assert word not in text_of(asked) + text_of(stopped)
        assert ProtectedAttempt.objects.get().person == person
        assert "この人の処理は担当者へ" not in text_of(desk.post(PAGE, {**carried(stopped), "stage": "mend"}))

    def test_the_question_costs_the_same_whoever_it_is_about(self, town: Town, desk: Client) -> None:
        plain, person = resident(town, name="見本　葉子", birth=date(1981, 1, 1)), hidden(town, "here")
        costs = []
        for name, birth in (("見本　葉子", "1981-01-01"), ("番兵　花子", "1980-05-17")):
            sent = {**typed(desk, name, birth), "stage": "check"}
            with CaptureQueriesContext(connection) as asked:
                assert "同じ人ですか" in text_of(desk.post(PAGE, sent))
            costs.append(len(asked))
        assert costs[0] == costs[1]
        assert {plain.pk, person.pk} == set(Person.objects.values_list("pk", flat=True))

    def test_the_officer_in_charge_takes_the_person_and_the_protection_stays(
        self, town: Town, today: None
    ) -> None:
        person = hidden(town, "gone")
        chief = town.browser(town.staff(Role.REGISTRY_CHIEF, ward=town.ward))
        asked = chief.post(
            PAGE, {**typed(chief, "番兵　花子", "1980-05-17"), "p0-sex": "2", "stage": "check"}
        )
        check = chief.post(PAGE, {**carried(asked), "p0-same": person.public_id.hex, "stage": "answer"})
        chief.post(PAGE, {**carried(check), "stage": "act"})
        now = record_on(person, TODAY)
        assert now is not None
        assert (now.lot, now.standing) == ("8番8号", Standing.REGISTERED)
        assert protected([person], TODAY)


@pytest.mark.django_db
def test_who_lives_elsewhere_by_error_is_found_by_any_name_of_before(town: Town, actor: Actor) -> None:
    bride = resident(town, name="見本　花子")
    order = Order(
        seats=(newcomer("見本　花子", HEAD, Sex.FEMALE, BORN, kana=""),), address=address(town.ward)
    )
    enter(actor, intake(town.ward, "amended", date(2012, 10, 2), days=None), renamed(bride))
    with pytest.raises(MaybeKnown):
        enter(actor, intake(town.ward, "moved_in", BACK), order)
    assert Person.objects.count() == 1


def renamed(person: Person) -> Order:
    return Order(seats=(Seat(person=person, items={"name": "山田　花子", "kana": "やまだ　はなこ"}),))


@pytest.mark.django_db
def test_a_returner_joins_a_household_as_any_other(town: Town, actor: Actor, gone: Person) -> None:
    home = family(town, actor, members=(("実例　花子", HEAD, Sex.FEMALE, date(1972, 5, 2)),), lot="8番8号")
    seat = Seat(person=gone, relationship="夫", items=newcomer(*FAMILY[0]).items)
    order = Order(seats=(seat,), address=address(town.ward, "8番8号"), household=home)
    enter(actor, intake(town.ward, "moved_in", BACK), order)
    assert ties(home) == {"花子": HEAD, "太郎": "夫"}
