"""Records held elsewhere."""

from dataclasses import dataclass, replace
from datetime import date

import pytest
from django.utils.translation import override
from tests.town import Town

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.access.roles import CITYWIDE, Role, Scope
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event
from jichi.kernel.search.find import find
from jichi.kernel.threads.actions.register_outside_record import (
    AlreadyRegistered,
    NotAnAddress,
    Outside,
    register_outside_record,
)
from jichi.kernel.threads.findable import KINDS
from jichi.kernel.threads.models import Record, Sort

CHARTER = Outside(
    sort=Sort.ORDINANCE,
    title="川崎市自治基本条例",
    source="平成16年川崎市条例第60号",
    happened_on=date(2005, 4, 1),
    address="https://www.example.jp/charter",
)


@dataclass
class Owner:
    scope: Scope = CITYWIDE


def register(town: Town, outside: Outside = CHARTER) -> Record:
    officer = town.actor(town.staff(Role.PLANNING_OFFICER))
    return register_outside_record(actor=officer, owner=Owner(), outside=outside)


def test_a_record_held_elsewhere_gets_a_number_and_a_trace(town: Town) -> None:
    registered = register(town)
    assert registered.reference == "19-0001-" + registered.reference[-1]
    assert registered.kind_name == "条例・規則"
    told = Event.objects.get(type="threads.record.registered")
    assert told.public["reference"] == registered.reference
    assert told.public["title"] == "川崎市自治基本条例"


def test_the_same_record_is_registered_once_and_no_number_is_lost(town: Town) -> None:
    first = register(town)
    with pytest.raises(AlreadyRegistered, match=first.reference):
        register(town)
    assert register(town, replace(CHARTER, title="川崎市住民投票条例")).reference.startswith("19-0002-")


def test_an_address_that_is_not_of_the_web_is_refused(town: Town) -> None:
    with pytest.raises(NotAnAddress) as refused:
        register(town, replace(CHARTER, address="javascript:alert(1)"))
    assert set(refused.value.fields) == {"address"}


def test_staff_of_a_section_register_for_what_is_theirs_only(town: Town) -> None:
    clerk = town.actor(town.staff(Role.SECTION_STAFF, section=town.section))
    mine = Owner(Scope(bureau="planning", section="policy"))
    theirs = Owner(Scope(bureau="citizens", section="community"))
    assert register_outside_record(actor=clerk, owner=mine, outside=CHARTER).is_outside
    with pytest.raises(NotAllowed):
        register_outside_record(actor=clerk, owner=theirs, outside=replace(CHARTER, title="別の条例"))


def test_a_record_held_elsewhere_is_found_at_once(town: Town) -> None:
    registered = register(town)
    (hit,) = find("自治基本条例", actor=NOBODY).hits
    assert (hit.kind, hit.reference) == ("条例・規則", registered.reference)


def test_every_sort_of_record_is_said_in_search_as_on_its_page() -> None:
    with override("ja"):
        assert {sort: str(sort.label) for sort in Sort} == KINDS
