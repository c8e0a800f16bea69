"""The alien register becomes part of the resident register: who is taken over, who is not and why, once."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from tests.town import Town

from jichi.domains.residents.actions.moves.order import Order
from jichi.domains.residents.actions.take_over_aliens import (
    RegisterNotOpen,
    TakenOverBefore,
    begin_take_over,
    foretold,
    households_to_judge,
    take_over_aliens,
    take_over_household,
)
from jichi.domains.residents.models import Household, Person, TakenOver, TakeOver
from jichi.domains.residents.rules.facts import Facts
from jichi.domains.residents.rules.take_over import Around, Verdict, lacks_years, verdict
from jichi.domains.residents.rules.words import HEAD, Register, Sex
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.clock.models import DemoDay
from jichi.kernel.ledger.models import Event, PersonalField

from .families import FAMILY, address, clerk, enter, family, intake, newcomer, record, ties
from .small_register import REGISTRY

EVE, DAY = date(2012, 7, 8), date(2012, 7, 9)
BEFORE = date(2012, 4, 2)
GOOD = Facts(
    name="DEMO　MARIA",
    register=Register.ALIEN,
    nationality="BRA",
    stay_kind="中長期在留者",
    stay_status="定住者",
    stay_until=date(2014, 3, 1),
    relationship=HEAD,
    town=1,
    lot="1番",
    counted_from=date(2001, 3, 1),
    counted_evidence="外国人登録原票",
)
ALONE = Around(heads_there=0, heads_coming=1)


@pytest.mark.parametrize(
    ("changes", "around", "expected"),
    [
        ({}, ALONE, Verdict.TAKEN),
        ({"stay_kind": "特別永住者", "stay_until": None}, ALONE, Verdict.TAKEN),
        ({"stay_kind": "一時庇護許可者"}, ALONE, Verdict.TAKEN),
        ({"stay_kind": "仮滞在許可者"}, ALONE, Verdict.TAKEN),
        ({"stay_kind": "経過滞在者"}, ALONE, Verdict.TAKEN),
        ({"stay_status": "永住者", "stay_until": None}, ALONE, Verdict.TAKEN),
        ({"stay_kind": ""}, ALONE, Verdict.NO_STATUS),
        ({"stay_kind": "短期滞在"}, ALONE, Verdict.NOT_ELIGIBLE),
        ({"stay_kind": "在留資格なし"}, ALONE, Verdict.NOT_ELIGIBLE),
        ({"stay_until": DAY}, ALONE, Verdict.TAKEN),
        ({"stay_until": EVE}, ALONE, Verdict.STAY_ENDED),
        ({"stay_until": None}, ALONE, Verdict.STAY_END_UNKNOWN),
        ({"lot": ""}, ALONE, Verdict.NO_ADDRESS),
        ({"town": None}, ALONE, Verdict.NO_ADDRESS),
        ({"relationship": "妻"}, Around(heads_there=1, heads_coming=0), Verdict.TAKEN),
        ({"relationship": "妻"}, Around(heads_there=0, heads_coming=0), Verdict.NO_HEAD),
        ({}, Around(heads_there=1, heads_coming=1), Verdict.TWO_HEADS),
        ({}, Around(heads_there=0, heads_coming=2), Verdict.TWO_HEADS),
    ],
)
def test_who_is_taken_over_and_why_others_are_not(
    changes: dict[str, Any], around: Around, expected: Verdict
) -> None:
    assert verdict(replace(GOOD, **changes), around, on=DAY) is expected


@pytest.mark.parametrize(
    ("changes", "lacks"), [({}, False), ({"counted_from": None}, True), ({"counted_evidence": ""}, True)]
)
def test_without_a_day_and_its_evidence_the_years_of_stay_are_not_counted(
    changes: dict[str, Any], lacks: bool
) -> None:
    assert lacks_years(replace(GOOD, **changes)) is lacks


STAY = {
    "nationality": "BRA",
    "stay_kind": "中長期在留者",
    "stay_status": "定住者",
    "stay_until": date(2014, 3, 1),
}


def alien(
    town: Town, name: str, relationship: str, home: Household | None = None, lot: str = "1番1号", **more: Any
) -> Person:
    seat = newcomer(name, relationship, Sex.FEMALE, date(1980, 1, 1), **{**STAY, **more})
    order = Order(seats=(seat,), address=address(town.ward, lot), household=home)
    told = intake(town.ward, "alien_registered", BEFORE, days=None)
    return enter(clerk(town), told, order).entries.get().person


@pytest.mark.django_db
def test_a_mixed_household_is_one_household_afterwards(town: Town) -> None:
    home = family(town, clerk(town), on=date(2012, 4, 1), members=FAMILY[:1])
    wife = alien(town, "DEMO　MARIA", "妻", home, counted_from=BEFORE, counted_evidence="外国人登録原票")
    visitor = alien(town, "DEMO　JOSE", HEAD, lot="2番", stay_kind="短期滞在")
    assert [each.verdict for each in foretold(DAY)] == [Verdict.TAKEN, Verdict.NOT_ELIGIBLE]
    assert TakeOver.objects.count() == 0
    run = take_over_aliens(actor=REGISTRY, on=DAY)
    assert (record(wife, EVE).register, record(wife, DAY).register) == (Register.ALIEN, Register.RESIDENT)
    assert ties(home, DAY) == {"太郎": HEAD, "MARIA": "妻"}
    assert record(visitor, DAY).register == Register.ALIEN
    assert dict(run.results.values_list("person", "verdict")) == {
        wife.pk: "taken",
        visitor.pk: "not_eligible",
    }
    assert record(wife, DAY).counted_from == BEFORE
    told = PersonalField.objects.filter(name="about").latest("pk").clear
    assert f'"digest": "{run.digest}"' in told
    assert '"taken": 1' in told
    assert Event.objects.latest("pk").public["office"] == ""


@pytest.mark.django_db
def test_years_without_evidence_stay_open_and_are_reported(town: Town) -> None:
    person = alien(town, "DEMO　MARIA", HEAD, counted_from=BEFORE)
    run = take_over_aliens(actor=REGISTRY, on=DAY)
    assert record(person, DAY).counted_from is None
    assert run.results.get().lacks_years_of_stay


@pytest.mark.django_db
def test_nothing_is_taken_over_on_the_eve(town: Town) -> None:
    alien(town, "DEMO　MARIA", HEAD)
    with pytest.raises(RegisterNotOpen, match="2012年7月9日から"):
        take_over_aliens(actor=REGISTRY, on=EVE)
    assert TakenOver.objects.count() == 0


@pytest.mark.django_db
def test_it_is_done_once_and_goes_on_where_it_was_interrupted(town: Town) -> None:
    first, second = alien(town, "DEMO　A", HEAD), alien(town, "DEMO　B", HEAD, lot="3番")
    run = begin_take_over(actor=REGISTRY, on=DAY)
    take_over_household(actor=REGISTRY, run=run, entries=households_to_judge(run)[0])
    assert [each[0].person for each in households_to_judge(run)] == [second]
    finished = take_over_aliens(actor=REGISTRY, on=DAY)
    assert finished.pk == run.pk
    assert [record(each, DAY).register for each in (first, second)] == ["resident", "resident"]
    with pytest.raises(TakenOverBefore):
        take_over_aliens(actor=REGISTRY, on=DAY)


@pytest.mark.django_db
def test_a_clerk_of_one_ward_takes_nobody_over(town: Town) -> None:
    with pytest.raises(NotAllowed):
        take_over_aliens(actor=clerk(town), on=DAY)


@pytest.mark.django_db
def test_the_page_tells_the_reasons_and_the_file_every_person(town: Town, settings: Any) -> None:
    settings.DEMO = True
    DemoDay.objects.create(pk=1, day=DAY)
    taken = alien(town, "DEMO　MARIA", HEAD)
    alien(town, "DEMO　JOSE", HEAD, lot="2番", stay_kind="短期滞在")
    chief = town.browser(town.staff(Role.REGISTRY_CHIEF))
    assert "住民票を作る在留の区分に当たらない" in chief.get("/residents/desk/take-over/").content.decode()
    done = chief.post("/residents/desk/take-over/run/", follow=True).content.decode()
    assert "移行が終わりました" in done
    assert TakeOver.objects.get().digest in done
    told = b"".join(chief.get("/residents/desk/take-over/results.csv").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert f"{taken.number},taken,住民票に移した" in told
    assert "MARIA" not in told


@pytest.mark.django_db
def test_a_dry_run_counts_and_writes_nothing(
    town: Town, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.DEMO = True
    DemoDay.objects.create(pk=1, day=DAY)
    alien(town, "DEMO　MARIA", HEAD)
    call_command("residents", "take-over", "--dry-run")
    assert "1  住民票に移した" in capsys.readouterr().out
    assert TakeOver.objects.count() == 0
