"""Putting a movement right: its address with the town, who was forgotten in it, and who was in it by mistake."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.town import Town

from jichi.domains.residents.actions.moves.correct_movement import (
    NobodyLeftInIt,
    correct_movement,
    foresee_correction,
)
from jichi.domains.residents.actions.moves.correcting import again
from jichi.domains.residents.actions.moves.known_people import MaybeKnown
from jichi.domains.residents.actions.moves.order import Order, Seat
from jichi.domains.residents.actions.moves.refusals import (
    AddressMissing,
    HouseholdBroken,
    NotOnRegister,
    OnRegister,
)
from jichi.domains.residents.actions.moves.void_movement import LaterMovementsStand
from jichi.domains.residents.actions.writing import Change, Intake, items_of
from jichi.domains.residents.models import Entry, Household, Movement, Person
from jichi.domains.residents.queries.register import record_on
from jichi.domains.residents.rules.words import HEAD, Sex
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.clock.models import DemoDay
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.models import Event

from .families import (
    DAY,
    FAMILY,
    TODAY,
    address,
    chief,
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
from .seals import clerk_of, registered, registry_section
from .small_register import REGISTRY, resident, town_in

WHEN = date(2012, 10, 20)
PAGE = "/residents/desk/movements/{}/correct/"


def as_it_was(movement: Movement, *, but: Person | None = None, **put_right: object) -> list[Change]:
    """What a movement wrote, with some items of all put right, and without one of its people."""
    rows = movement.entries.filter(superseded_at=None).select_related("person").order_by("person_id")
    return [
        Change(
            person=row.person,
            items={**items_of(row), **{k: v for k, v in put_right.items() if k in row.written.split()}},
        )
        for row in rows
        if row.person != but
    ]


def right(movement: Movement, **more: object) -> Intake:
    told = again(
        movement, note="聞き違い", ticket=Intake(kind="moved", happened_on=DAY, ward=movement.ward).ticket
    )
    return Intake(**{**vars(told), **more})


def correct(town: Town, movement: Movement, changes: list[Change], **more: object) -> Movement:
    return correct_movement(actor=chief(town), intake=right(movement), changes=changes, on=TODAY, **more)  # type: ignore[arg-type]


@pytest.fixture
def home(town: Town) -> Household:
    return family(town, clerk(town))


def forgotten(
    home: Household, movement: Movement, name: str = "実例　三郎", birth: date = date(2008, 8, 8)
) -> Change:
    """A child who moved in with the others and was not entered."""
    common = {
        item: value for item, value in items_of(movement.entries.all()[0]).items() if item != "relationship"
    }
    child = newcomer(name, "子", Sex.MALE, birth)
    return Change(person=child.person, items={**common, **child.items, "relationship": "子"})


@pytest.mark.django_db
class TestTheAddress:
    def test_it_is_right_from_the_first_day_and_later_movements_keep_theirs(
        self, town: Town, home: Household
    ) -> None:
        first, other, who = Movement.objects.get(), town_in(town.ward, "新見本町"), people(home)
        moved = Order(seats=seats(*who.values()), address=address(town.ward, "9番9号"))
        enter(clerk(town), intake(town.ward, "moved", WHEN), moved)
        renamed = Seat(person=who["二葉"], items={"kana": "じつれい　ふたば"})
        enter(clerk(town), intake(town.ward, "amended", WHEN, days=None), Order(seats=(renamed,)))
        believed = now()
        correct(town, first, as_it_was(first, town=other, lot="2番2号"))
        for person in who.values():
            then, today = record(person, WHEN.replace(day=19)), record(person)
            assert (then.town, then.lot) == (other, "2番2号")
            assert (today.town, today.lot) == (town_in(town.ward), "9番9号")
        assert record(who["二葉"]).kana == "じつれい　ふたば"
        wrong = record_on(who["太郎"], DAY, believed_at=believed)
        assert wrong is not None
        assert wrong.lot == "1番1号"
        assert ties(home) == {"太郎": HEAD, "花子": "妻", "一郎": "子", "二葉": "子"}

    def test_who_came_into_the_household_later_is_put_right_in_their_own_movement(
        self, town: Town, home: Household
    ) -> None:
        first = Movement.objects.get()
        baby = newcomer("実例　四郎", "子", Sex.MALE, WHEN)
        items = {name: baby.items[name] for name in ("name", "kana", "sex")}
        born = Order(seats=(Seat(person=baby.person, relationship="子", items=items),), household=home)
        birth = enter(clerk(town), intake(town.ward, "born", WHEN, days=None), born)
        changes = as_it_was(first, lot="2番2号")
        told = foresee_correction(right(first), changes, on=TODAY)
        assert any("あとから入った人の住所も" in each.sentence for each in told.consequences)
        correct(town, first, changes)
        assert {entry.lot for entry in Entry.objects.filter(superseded_at=None)} == {"2番2号"}
        again = Movement.objects.get(voids=birth)
        assert (again.kind, again.happened_on, again.note) == ("born", WHEN, "聞き違い")
        assert Event.objects.filter(type="residents.register.kept").count() == 4

    def test_of_another_ward_nobody_puts_a_movement_right_by_giving_it_an_address_here(
        self, town: Town, home: Household
    ) -> None:
        first, neighbour = Movement.objects.get(), town.staff(Role.REGISTRY_CHIEF, ward=town.other_ward)
        changes = as_it_was(first, town=town_in(town.other_ward), lot="2番")
        with pytest.raises(NotAllowed):
            correct_movement(
                actor=town.actor(neighbour),
                intake=right(first, ward=town.other_ward),
                changes=changes,
                on=TODAY,
            )

    def test_without_one_nothing_is_put_right(self, town: Town, home: Household) -> None:
        first = Movement.objects.get()
        for missing in ({"lot": " "}, {"town": None}):
            with pytest.raises(AddressMissing):
                correct(town, first, as_it_was(first, **missing))


@pytest.mark.django_db
class TestWhoWasForgotten:
    def test_somebody_new_has_been_there_from_the_day_of_the_movement(
        self, town: Town, home: Household
    ) -> None:
        first = Movement.objects.get()
        correct(town, first, [*as_it_was(first), forgotten(home, first)])
        assert ties(home, DAY)["三郎"] == "子"
        assert "三郎" not in ties(home, date(2012, 9, 30))
        child = record(people(home)["三郎"], DAY)
        assert (child.lot, child.address_since, child.resident_since) == ("1番1号", DAY, DAY)

    def test_somebody_who_is_known_is_no_second_person(self, town: Town, home: Household) -> None:
        first = Movement.objects.get()
        known = resident(town, name="実例　三郎", kana="じつれい　さぶろう", birth=date(2008, 8, 8))
        change = forgotten(home, first)
        with pytest.raises(MaybeKnown):
            correct(town, first, [*as_it_was(first), change])
        with pytest.raises(OnRegister):
            correct(town, first, [*as_it_was(first), Change(person=known, items=change.items)])
        correct(town, first, [*as_it_was(first), change], apart=frozenset({known.pk}))
        assert Person.objects.count() == 6

    def test_only_who_is_on_the_register_can_have_gone_along(self, town: Town, home: Household) -> None:
        who = people(home)
        moved = Order(seats=seats(who["一郎"]), address=address(town.ward, "2番"))
        movement = enter(clerk(town), intake(town.ward, "moved", WHEN), moved)
        stranger = Change(person=Person.objects.create(), items={"lot": "2番"})
        with pytest.raises(NotOnRegister):
            correct(town, movement, [*as_it_was(movement), stranger])


@pytest.mark.django_db
class TestWhoWasInItByMistake:
    def test_nothing_of_them_is_left_but_what_was_believed(self, town: Town, home: Household) -> None:
        first, child = Movement.objects.get(), people(home)["二葉"]
        believed = now()
        changes = as_it_was(first, but=child)
        told = foresee_correction(right(first), changes, on=TODAY)
        assert any("作られなかったことになります" in each.sentence for each in told.consequences)
        correct(town, first, changes)
        assert ties(home) == {"太郎": HEAD, "花子": "妻", "一郎": "子"}
        assert record_on(child, TODAY) is None
        assert record_on(child, TODAY, believed_at=believed) is not None

    def test_the_head_is_not_taken_away_from_the_others(self, town: Town, home: Household) -> None:
        first = Movement.objects.get()
        changes = as_it_was(first, but=people(home)["太郎"])
        with pytest.raises(HouseholdBroken, match="いなくなります"):
            foresee_correction(right(first), changes, on=TODAY)
        with pytest.raises(HouseholdBroken, match="いなくなります"):
            correct(town, first, changes)
        assert ties(home)["太郎"] == HEAD

    def test_whose_record_goes_on_stays_until_that_is_taken_back(self, town: Town, home: Household) -> None:
        first, child = Movement.objects.get(), people(home)["二葉"]
        renamed = Order(seats=(Seat(person=child, items={"kana": "じつれい　ふたば"}),))
        later = enter(clerk(town), intake(town.ward, "amended", WHEN, days=None), renamed)
        with pytest.raises(LaterMovementsStand, match=later.number):
            correct(town, first, as_it_was(first, but=child))

    def test_a_movement_of_nobody_is_taken_back_instead(self, town: Town, home: Household) -> None:
        with pytest.raises(NobodyLeftInIt, match="取消し"):
            correct(town, Movement.objects.get(), [])

    def test_their_seal_ends_with_their_record(self, town: Town) -> None:
        registry_section(town)
        person, first = resident(town), Movement.objects.latest("pk")
        other = Change(
            person=Person.objects.create(), items={**items_of(first.entries.get()), "name": "別人　花子"}
        )
        seal = registered(town, person, clerk_of(town))
        told = right(first, received_at=first.received_at)
        found = foresee_correction(told, [other], on=date(2013, 7, 1))
        assert any("印鑑登録" in each.sentence for each in found.consequences)
        correct_movement(
            actor=REGISTRY, intake=told, changes=[other], on=date(2013, 7, 1), apart=frozenset({person.pk})
        )
        seal.refresh_from_db()
        assert seal.step == "lapsed"


@pytest.fixture
def desk(town: Town, settings: object) -> Iterator[Client]:
    settings.DEMO = True  # type: ignore[attr-defined]
    DemoDay.objects.create(pk=1, day=TODAY)
    return town.browser(town.staff(Role.REGISTRY_CHIEF, ward=town.ward))


def text_of(answer: HttpResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def sent(answer: HttpResponse) -> dict[str, object]:
    """All fields of the page's form as they stand in it."""
    form = answer.context["form"]
    told = {field.html_name: field.value() for field in form}
    told = {name: value for name, value in told.items() if value not in (None, False, "False")}
    return {**told, "rows": str(answer.context["rows"])}


@pytest.mark.django_db
class TestAtTheDesk:
    def test_an_address_is_put_right_once_for_all_and_every_change_is_shown(
        self, town: Town, home: Household, desk: Client
    ) -> None:
        town_in(town.ward, "新見本町二丁目")
        page = PAGE.format(Movement.objects.get().number)
        typed = {**sent(desk.get(page)), "town": "新見本町2丁目", "lot": "2番2号", "note": "町名の聞き違い"}
        ahead = desk.post(page, {**typed, "stage": "foresee"}, headers={"hx-request": "true"})
        assert "見本町一丁目 → 川崎区新見本町二丁目".replace("川崎区", town.ward.name) in text_of(ahead)
        check = desk.post(page, {**typed, "stage": "check"})
        assert text_of(check).count("1番1号 → 2番2号") == 4
        done = desk.post(page, {**sent(check), "stage": "act"}, follow=True)
        assert "異動を訂正しました" in text_of(done)
        assert {record(person).town.name for person in people(home).values()} == {"新見本町二丁目"}  # type: ignore[union-attr]
        twice = desk.post(page, {**sent(check), "stage": "act"}, follow=True)
        assert "取り消されたか、訂正されました" in text_of(twice)
        assert Movement.objects.count() == 2

    def test_a_day_put_right_takes_the_days_with_it_that_are_the_same(
        self, home: Household, desk: Client
    ) -> None:
        page = PAGE.format(Movement.objects.get().number)
        typed = {**sent(desk.get(page)), "happened_on": "2012-09-28", "note": "転入日の聞き違い"}
        desk.post(page, {**typed, "stage": "act"})
        entry = record(people(home)["花子"], date(2012, 9, 28))
        assert (entry.address_since, entry.resident_since) == (date(2012, 9, 28),) * 2

    def test_a_forgotten_child_gets_a_row_and_is_asked_about(
        self, town: Town, home: Household, desk: Client
    ) -> None:
        known = resident(town, name="実例　三郎", birth=date(2008, 8, 8))
        page = PAGE.format(Movement.objects.get(entries__relationship="妻").number)
        more = desk.post(page, {**sent(desk.get(page)), "note": "子の記入もれ", "stage": "add"})
        row = {"p0-name": "実例 三郎", "p0-birth": "2008-08-08", "p0-sex": "1", "p0-relationship": "子"}
        asked = desk.post(page, {**sent(more), **row, "stage": "check"})
        assert known.number in text_of(asked)
        answer = {**sent(asked), "p0-same": "other", "p0-offered": known.public_id.hex, "stage": "answer"}
        check = desk.post(page, answer)
        assert "新しい住民票" in text_of(check)
        desk.post(page, {**sent(check), "stage": "act"})
        assert ties(home)["三郎"] == "子"
        assert Person.objects.count() == 6

    def test_who_went_along_is_chosen_among_those_who_lived_there(
        self, town: Town, home: Household, desk: Client
    ) -> None:
        who = people(home)
        order = Order(seats=seats(who["一郎"]), address=address(town.ward, "2番"))
        movement = enter(clerk(town), intake(town.ward, "moved", WHEN), order)
        page = PAGE.format(movement.number)
        form = desk.get(page)
        assert "二葉" in text_of(form)
        added = {**sent(form), "added": [who["二葉"].public_id.hex], "note": "二人で転居"}
        assert "続柄を入力してください" in text_of(desk.post(page, {**added, "stage": "check"}))
        added[f"{who['二葉'].public_id.hex}-joins"] = "妹"
        desk.post(page, {**added, "stage": "act"})
        moved = record(who["二葉"])
        assert (moved.lot, moved.relationship, moved.address_since) == ("2番", "妹", WHEN)
        assert moved.household_id == record(who["一郎"]).household_id
        assert ties(home) == {"太郎": HEAD, "花子": "妻"}

    def test_who_stayed_after_all_is_taken_out_and_the_head_is_not(
        self, town: Town, home: Household, desk: Client
    ) -> None:
        who = people(home)
        page = PAGE.format(Movement.objects.get().number)
        typed = {**sent(desk.get(page)), "note": "別の世帯の人"}
        refused = desk.post(page, {**typed, f"{who['太郎'].public_id.hex}-out": "on", "stage": "check"})
        assert refused.status_code == 422
        assert "世帯主が、" in text_of(refused)
        check = desk.post(page, {**typed, f"{who['二葉'].public_id.hex}-out": "on", "stage": "check"})
        assert "作られなかったことになります" in text_of(check)
        desk.post(page, {**sent(check), "stage": "act"})
        assert ties(home) == {"太郎": HEAD, "花子": "妻", "一郎": "子"}

    def test_taking_back_shows_first_what_would_be_without_the_movement(
        self, town: Town, home: Household, desk: Client
    ) -> None:
        first = Movement.objects.get()
        page = f"/residents/desk/movements/{first.number}/void/"
        told = {"ticket": desk.get(page).context["form"]["ticket"].value(), "note": "別の世帯だった"}
        check = desk.post(page, told)
        assert "作られなかったことになります" in text_of(check)
        assert text_of(check).count("1番1号 → （なし）") == 4
        moved = Order(seats=seats(*people(home).values()), address=address(town.ward, "2番"))
        later = enter(clerk(town), intake(town.ward, "moved", WHEN), moved)
        assert f"あとの異動があります（{later.number}）" in text_of(desk.post(page, told))
        back = desk.post(f"/residents/desk/movements/{later.number}/void/", told)
        assert text_of(back).count("2番 → 1番1号") == 4
        assert Movement.objects.count() == 2

    def test_a_household_with_a_protected_member_is_put_right_by_nobody_else(
        self, town: Town, home: Household, desk: Client
    ) -> None:
        who = people(home)
        order = Order(seats=seats(who["一郎"]), address=address(town.ward, "2番"))
        movement = enter(clerk(town), intake(town.ward, "moved", WHEN), order)
        applied(town, who["花子"])
        assert desk.get(PAGE.format(movement.number)).status_code == 404
        assert len(FAMILY) == len(who)
