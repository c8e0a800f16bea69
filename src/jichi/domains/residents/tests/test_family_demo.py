"""The demo's family registers: they play once, and say デモ of everybody."""

import pytest
from tests.town import Town

from jichi.domains.residents.demo.family import KAWASAKI, SAIWAI, play
from jichi.domains.residents.models import FamilyNotification, FamilyRegister, MemberRecord, Movement

from .small_register import town_in

pytestmark = pytest.mark.django_db


def test_a_marriage_a_birth_and_a_transfer_are_played_once(town: Town) -> None:
    town_in(town.ward, KAWASAKI[1])
    town_in(town.other_ward, SAIWAI[1])
    play()
    play()
    steps = dict(FamilyNotification.objects.values_list("kind", "step"))
    assert steps == {
        "marriage": "accepted",
        "birth": "accepted",
        "transfer": "accepted",
        "divorce": "received",
    }
    assert sorted(FamilyRegister.objects.values_list("step", flat=True)) == ["in_force"] * 3 + ["removed"]
    assert all(name.startswith("デモ") for name in MemberRecord.objects.values_list("name", flat=True))
    assert {"born", "domicile_changed"} <= set(Movement.objects.values_list("kind", flat=True))
