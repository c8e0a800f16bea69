"""Two counters, one marriage: one of them accepts it, the other says why not, and nobody ends up in two registers."""

import subprocess
import time
from datetime import date
from pathlib import Path

import pytest
from tests.town import Town

from jichi.domains.residents.models import FamilyMember, FamilyNotification, FamilyTie
from jichi.domains.residents.rules.family.words import Role
from jichi.kernel.ledger.models import Event
from jichi.kernel.tasks.tests.test_kill import City

from .small_family import WITNESSES, handed_in, named, parents_and
from .small_register import town_in
from .test_interleaving import run_module

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]
SECONDS, COUNTERS = 120, ("one", "two")
# Places in registers that somebody holds now; the same person twice would be two.
LISTED = """
    SELECT count(*), count(DISTINCT person_id) FROM residents_memberrecord
    WHERE until IS NULL AND superseded_at IS NULL AND entered_on IS NOT NULL AND left_on IS NULL
"""
SPOUSES = (
    "SELECT count(*) FROM residents_familytie WHERE kind = 'spouse' AND until IS NULL AND voided_at IS NULL"
)
STEPS = "SELECT count(*) FROM residents_familynotification WHERE step = %s"
NEW_REGISTERS = "SELECT count(*) FROM residents_familyregister WHERE made_why = 'marriage'"
ACTS = "SELECT count(*) FROM ledger_event WHERE type = 'residents.register.kept'"


def grown(town: Town, surname: str, sex: str, lot: str) -> FamilyMember:
    born, given = date(1985, 3, 3), "太郎" if sex == "1" else "花子"
    return parents_and(
        town, surname, given, sex, born, ward=town.ward if sex == "1" else town.other_ward, lot=lot
    )


def marriage(town: Town, man: FamilyMember, woman: FamilyMember, **more: object) -> FamilyNotification:
    """Handed in and found in order; not accepted yet."""
    said = {"choice": "husbands_name", "new_town": town_in(town.ward), "new_lot": "50番", **more}
    return handed_in(town, "marriage", named(man, Role.HUSBAND), named(woman, Role.WIFE), *WITNESSES, **said)


Pair = tuple[FamilyNotification, FamilyNotification]


def pairs_of(town: Town) -> list[Pair]:
    """One notification taken up at two counters; the same marriage at two wards; one man and two women at two wards."""
    elsewhere = {"ward": town.other_ward, "new_lot": "60番"}
    same = marriage(town, grown(town, "見本", "1", "1番"), grown(town, "実例", "2", "2番"))
    couple = grown(town, "見本乙", "1", "3番"), grown(town, "実例乙", "2", "4番")
    man, women = (
        grown(town, "見本丙", "1", "5番"),
        [grown(town, "実例丙", "2", "6番"), grown(town, "実例丁", "2", "7番")],
    )
    return [
        (same, same),
        (marriage(town, *couple), marriage(town, *couple, **elsewhere)),
        (marriage(town, man, women[0]), marriage(town, man, women[1], **elsewhere)),
    ]


def wait_for(folder: Path, turn: int, end: str, counters: list[subprocess.Popen[bytes]]) -> None:
    until = time.monotonic() + SECONDS
    while not all((folder / f"{name}.{turn}.{end}").exists() for name in COUNTERS):
        assert all(one.poll() in (None, 0) for one in counters), "a counter failed"
        assert time.monotonic() < until, "a counter did not come so far"
        time.sleep(0.01)


def at_two_counters(city: City, folder: Path, pairs: list[Pair]) -> list[set[str]]:
    """What came of each pair when both counters began at one moment."""
    module = "jichi.domains.residents.tests.family_counter"
    counters = [
        run_module(city, module, name, folder, *(pair[at].pk for pair in pairs))
        for at, name in enumerate(COUNTERS)
    ]
    try:
        for turn in range(len(pairs)):
            wait_for(folder, turn, "ready", counters)
            (folder / f"go.{turn}").touch()
        assert [one.wait(SECONDS) for one in counters] == [0, 0]
    finally:
        for one in counters:
            one.kill()
            one.wait()
    return [
        {(folder / f"{name}.{turn}.out").read_text(encoding="utf-8") for name in COUNTERS}
        for turn in range(len(pairs))
    ]


def test_of_two_counters_that_accept_a_marriage_at_once_one_does_and_nobody_is_in_two_registers(
    town: Town, tmp_path: Path
) -> None:
    pairs = pairs_of(town)
    couples = FamilyTie.objects.filter(kind="spouse", until__isnull=True).count()
    acts = Event.objects.filter(type="residents.register.kept").count()
    city = City(tmp_path)
    came = at_two_counters(city, tmp_path, pairs)
    assert all("accepted" in both and len(both) == 2 for both in came)
    again, same_couple, same_man = (next(iter(both - {"accepted"})) for both in came)
    assert "受理" in again
    for refused in (same_couple, same_man):
        assert "配偶者のある人がいます。（民法第732条）" in refused
        assert "不受理にしてください" in refused
    counts = [city.ask(query)[0] for query in (SPOUSES, ACTS, NEW_REGISTERS)]
    assert counts == [couples + 3, acts + 3, 3]
    assert [city.ask(STEPS, step)[0] for step in ("accepted", "received")] == [3, 2]
    places, people = city.ask(LISTED)
    city.wrapper.close()
    assert places == people
