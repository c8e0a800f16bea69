"""Where protected people live is searched for in everything that the application can put out.

Each hidden item of two protected people holds a word that stands nowhere else. Whoever lacks the right walks through
every route, fills in every form, and reads the record's export, the search index, the log and the commands: none of the
words may be there. The officer in charge takes the same walk, and finds them: so the walk would see a leak.
"""

import io
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command, get_commands
from django.db import transaction
from django.test import Client
from tests.town import Town

from jichi.domains.residents.actions.look_at_person import look_at_person
from jichi.domains.residents.models import CivilNotice, Movement, Person, ProtectionCase
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.export import of_stream
from jichi.kernel.ledger.models import Event, Stream
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Bureau
from jichi.kernel.search import sources
from jichi.kernel.subsystem import installed

from .crawl import Crawl, Output, routes
from .protected_people import applied
from .small_register import LONG_AGO, REGISTRY, moved, resident, town_in

# Long on a busy machine: a walk is hundreds of pages.
pytestmark = [pytest.mark.django_db, pytest.mark.timeout(900)]

SENTINELS = {
    "town": "SNTLTOWN",
    "lot": "SNTLLOT",
    "building": "SNTLBUILDING",
    "came_from": "SNTLCAMEFROM",
    "going_to": "SNTLGOINGTO",
    "domicile": "SNTLDOMICILE",
    "domicile_first": "SNTLFIRST",
    "lot before": "SNTLBEFORE",
    "since": "1999年11月23日",
    "since in figures": "1999-11-23",
    "note": "SNTLNOTE",
    "notice": "SNTLNOTICE",
}
SINCE = date(1999, 11, 23)
# A list of all towns tells nothing of anybody; nor does a town to choose from.
TOWNS = re.compile(r"<option[^>]*>[^<]*(?:</option>)?")
LISTS_TOWNS = ("places/", "ward/", "api/v1/places", "opendata/", "data/", "search")
# Commands that serve, write files of the repository, or wait.
NOT_RUN = {"run", "work", "scaffold", "reference", "load", "account", "key", "demo"}


class Scene:
    """A mother and her child in hiding, whom they hide from, and an ordinary neighbour."""

    def __init__(self, town: Town) -> None:
        self.town = town
        for ward in (town.ward, town.other_ward):
            Bureau.objects.get_or_create(
                code=f"ward-{ward.code}",
                defaults={"name": f"{ward.name}役所", "name_en": "Ward", "ward": ward},
            )
        place = town_in(town.ward, f"番兵町{SENTINELS['town']}")
        told: dict[str, Any] = {
            "town": place.pk,
            "lot": f"1番{SENTINELS['lot']}",
            "building": f"見本荘{SENTINELS['building']}",
            "came_from": SENTINELS["came_from"],
            "domicile": f"見本県{SENTINELS['domicile']}",
            "domicile_first": SENTINELS["domicile_first"],
            "address_since": SINCE,
            "resident_since": SINCE,
        }
        self.victim = resident(
            town, name="番兵　花子", kana="ばんぺい　はなこ", **{**told, "lot": SENTINELS["lot before"]}
        )
        self.moved = moved(
            self.victim, town.ward, {**told, "going_to": SENTINELS["going_to"]}, on=date(2010, 4, 1)
        )
        home = self.victim.entries.latest("pk").household_id
        self.child = resident(town, name="番兵　一郎", household=home, relationship="子", **told)
        Movement.objects.update(note=SENTINELS["note"])
        self.named = resident(town, name="番兵　太郎")
        self.neighbour = resident(town, name="番兵　次郎", lot="3番")
        CivilNotice.objects.create(
            person=self.victim,
            ward=town.ward,
            kind="bankruptcy",
            sender=SENTINELS["notice"],
            happened_on=LONG_AGO,
            received_on=LONG_AGO,
            entered_at=now(),
            entered_by=REGISTRY.title,
        )
        self.case = applied(town, self.victim, named_person=self.named)

    def linked(self, person: Person, account: Account) -> Account:
        Person.objects.filter(pk=person.pk).update(account=account)
        return account

    def everybody_without_the_right(self) -> Account:
        """All roles in one person, but that of the chief in the ward responsible."""
        from jichi.kernel.access.models import Grant

        account = self.town.staff(Role.REGISTRY_CHIEF, ward=self.town.other_ward)
        Grant.objects.bulk_create(
            Grant(account=account, role=role, since=LONG_AGO, reason="辞令")
            for role in Role
            if role is not Role.REGISTRY_CHIEF
        )
        return account

    def officer(self) -> Account:
        account = self.town.staff(Role.REGISTRY_CHIEF, ward=self.town.ward)
        for person in (self.victim, self.child):
            look_at_person(actor=self.town.actor(account), person=person, why="支援措置の事務のため")
        return account

    @property
    def values(self) -> dict[str, list[str]]:
        """What might stand in an address, by kind of converter: every public key and number of the domain."""
        rows = [row for table in apps.get_app_config("residents").get_models() for row in newest(table)]
        keys = {str(row.public_id) for row in rows if hasattr(row, "public_id")}
        home = self.victim.entries.latest("pk").household
        first = [self.victim.public_id, self.case.public_id, home.public_id, self.child.public_id]
        numbers = {getattr(row, "number", None) for row in rows} - {None}
        events = Event.objects.select_related("stream").order_by("-pk")[:1]
        acts = ["start_protection", "propose_lifting", *[event.digest for event in events]]
        said = [self.victim.number, self.moved.number, "moved"]
        return {
            "uuid": list(dict.fromkeys([*map(str, first), *sorted(keys)])),
            "int": ["1"],
            "str": list(dict.fromkeys([*said, *sorted(numbers)]))[:6],
            "slug": acts,
            "path": [event.stream.name for event in events],
            "day": ["2012-06-01"],
        }

    @property
    def given(self) -> dict[str, str]:
        """What a visitor types who wants to know: never a whole sentinel, so that no page can only say it back."""
        return {
            "person": self.victim.number,
            "named_person": "",
            "joint": "",
            "q": "番兵",
            "birth": "",
            "lot": "",
        }

    @property
    def asks(self) -> tuple[dict[str, str], ...]:
        """The searches of a clerk."""
        nothing = {"name": "", "town": "", "number": "", "birth": ""}
        asked = [
            {"name": "番兵"},
            {"town": "番兵町"},
            {"number": self.victim.number},
            {"name": "番兵", "town": "番兵町"},
        ]
        return tuple({**nothing, **each} for each in asked)


@pytest.fixture
def scene(town: Town) -> Scene:
    return Scene(town)


def newest(table: Any) -> Iterable[Any]:
    return table.objects.order_by("-pk")[:1]


def leaks(outputs: Iterable[Output]) -> dict[str, list[str]]:
    """The items whose words were found, with where."""
    found: dict[str, list[str]] = {}
    for output in outputs:
        for item in words_told(output.text, output.route):
            found.setdefault(item, []).append(output.asked)
    return found


def words_told(text: str, route: str = "") -> list[str]:
    if "SNTL" not in text and "1999" not in text:
        return []
    told = [item for item, word in SENTINELS.items() if item != "town" and word in text]
    tells_town = SENTINELS["town"] in TOWNS.sub("", text) and not route.startswith(LISTS_TOWNS)
    return [*told, *(["town"] if tells_town else [])]


@contextmanager
def undone() -> Iterator[None]:
    """What a visit changes is taken back before the next one."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def log_kept() -> Iterator[io.StringIO]:
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    logging.getLogger().addHandler(handler)
    try:
        yield kept
    finally:
        logging.getLogger().removeHandler(handler)


def walk(
    scene: Scene, client: Client, only: str = "", *, but: str = "-", sends_forms: bool = True
) -> dict[str, list[str]]:
    crawl = Crawl(
        client=client, values=scene.values, given=scene.given, asks=scene.asks, sends_forms=sends_forms
    )
    with undone(), log_kept() as log:
        found = leaks(crawl.outputs(only, but))
        assert words_told(log.getvalue()) == [], "The log tells where somebody lives."
    return found


def test_the_officer_in_charge_finds_every_word_on_the_same_walk(scene: Scene) -> None:
    found = walk(scene, scene.town.browser(scene.officer()), "residents/", sends_forms=False)
    assert {"town", "lot", "building", "domicile", "domicile_first", "going_to", "notice"} <= set(found)


def test_who_holds_every_other_role_finds_nothing_in_the_whole_house(scene: Scene) -> None:
    client = scene.town.browser(scene.everybody_without_the_right())
    assert walk(scene, client, but="residents/", sends_forms=False) == {}
    assert walk(scene, client, "residents/") == {}


def test_a_clerk_at_the_same_counter_finds_nothing(scene: Scene) -> None:
    clerk = scene.town.staff(Role.REGISTRY_CLERK, ward=scene.town.ward)
    assert walk(scene, scene.town.browser(clerk), "residents/") == {}


@pytest.mark.parametrize("who", ["nobody", "named", "victim"])
def test_from_outside_nothing_is_found(scene: Scene, who: str) -> None:
    """Not by the account of the one named, nor by that of the victim, whose password somebody may have learnt."""
    people = {"named": scene.named, "victim": scene.victim}
    account = scene.linked(people[who], scene.town.account()) if who in people else None
    assert walk(scene, scene.town.browser(account), "residents/") == {}


def test_an_officer_who_is_named_finds_nothing(scene: Scene) -> None:
    officer = scene.linked(scene.named, scene.officer())
    assert walk(scene, scene.town.browser(officer), "residents/", sends_forms=False) == {}


def test_the_public_record_and_its_export_tell_nothing(scene: Scene) -> None:
    everything = [str(event.public) + event.basis + event.actor for event in Event.objects.all()]
    for stream in Stream.objects.all():
        everything += [stream.name, b"".join(of_stream(stream)).decode()]
    assert words_told("\n".join(everything)) == []
    assert scene.case.number not in "\n".join(everything)


def test_the_search_index_the_data_sets_and_the_feeds_tell_nothing(scene: Scene) -> None:
    said = [str(document) for document in sources.documents()]
    for part in installed():
        said += [str(row) for dataset in part.datasets for row in dataset.rows() if part.name != "places"]
        said += [str(entry) for feed in part.feeds for entry in feed.entries()]
    assert [item for item in words_told("\n".join(said)) if item != "town"] == []


def test_no_command_tells_anything(scene: Scene) -> None:
    said = io.StringIO()
    own = [
        name for name, app in get_commands().items() if str(app).startswith("jichi") and name not in NOT_RUN
    ]
    for name in own:
        with redirect_stdout(said), suppress(CommandError, SystemExit, TypeError):
            call_command(name, stdout=said, stderr=said)
    assert words_told(said.getvalue()) == []


def test_the_walk_visits_every_route_of_the_registers(scene: Scene) -> None:
    """A route whose converter has no value here would be passed over in silence."""
    crawl = Crawl(client=Client(), values=scene.values)
    passed_over = [
        route for route in routes() if route.startswith("residents/") and not list(crawl.addresses(route))
    ]
    assert passed_over == []


def test_a_leak_would_be_seen(scene: Scene) -> None:
    """The check is checked: without its mask, the same walk of the same clerk finds the words."""
    ProtectionCase.objects.filter(pk=scene.case.pk).update(
        step="refused",
        lifting_because="試験",
        lifting_proposed_by=scene.town.account(),
        lifted_by=scene.town.account(),
        lifted_on=LONG_AGO,
    )
    clerk = scene.town.staff(Role.REGISTRY_CLERK, ward=scene.town.ward)
    found = walk(scene, scene.town.browser(clerk), "residents/", sends_forms=False)
    assert {"town", "lot", "building", "domicile"} <= set(found)
