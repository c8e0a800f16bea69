"""確認する: the answer on the page, in three languages, for residents and staff; the seals over the API and on paper."""

import dataclasses
import io

import pytest
from django.db import connection, transaction
from django.test import Client
from pypdf import PdfReader
from tests.guard import lifted
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.ledger.actions.erase_clear_text import NoReasonToErase, NothingToErase, erase_clear_text
from jichi.kernel.ledger.actions.rotate_key import rotate_key
from jichi.kernel.ledger.actions.seal_record import SEALER
from jichi.kernel.ledger.append import append
from jichi.kernel.ledger.check import faults
from jichi.kernel.ledger.event import KNOWN
from jichi.kernel.ledger.merkle import is_consistent
from jichi.kernel.ledger.models import Checkpoint, Event, PersonalField
from jichi.kernel.ledger.sealcheck import check_seals
from jichi.kernel.ledger.verifier import read_key, read_note, root_by_inclusion

from .sealing import first_key, one_seal, two_seals, write_now

pytestmark = pytest.mark.django_db
YES = {
    "ja": "はい</span>確かめられました。この記録は市の公開の記録に入っていて、",
    "en": "Yes</span>This was checked. It is on",
    "ja-simple": "だいじょうぶです。",
}


@pytest.fixture
def seals() -> tuple[Checkpoint, Checkpoint]:
    return two_seals()


def event_page(event: Event) -> str:
    return f"/record/{event.digest}/"


def second_voice() -> Event:
    return Event.objects.get(stream__name="tests/voices", position=2)


@pytest.mark.parametrize("language", YES)
@pytest.mark.usefixtures("seals")
def test_the_page_of_an_event_answers_yes(client: Client, language: str) -> None:
    client.cookies["language"] = language
    for path in (event_page(second_voice()), "/record/streams/tests/voices/"):
        page = client.get(path).content.decode()
        assert YES[language] in page
        assert Checkpoint.objects.order_by("-size")[0].root in page


@pytest.mark.usefixtures("seals")
def test_the_page_of_a_changed_event_answers_no(client: Client) -> None:
    with lifted(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_event SET basis = 'forged' WHERE id = %s", [second_voice().pk])
    page = client.get(event_page(second_voice())).content.decode()
    assert "いいえ</span>この記録は、" in page
    assert "はい</span>確かめられました" not in page


@pytest.mark.usefixtures("seals")
def test_the_page_of_an_event_under_a_strange_signature_answers_no(client: Client) -> None:
    with lifted(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_checkpoint SET note = replace(note, 'record ', 'strange ')")
    page = client.get(event_page(second_voice())).content.decode()
    assert "いいえ</span>この記録は、" in page
    assert "市の鍵の署名ではありません" in page


def test_the_page_of_a_fresh_event_says_that_it_waits(client: Client) -> None:
    page = client.get(event_page(write_now("tests/voices", 1))).content.decode()
    assert "この記録は、まだ封印されていません。封印は10分ごとに行われます。" in page


@pytest.mark.usefixtures("seals")
def test_the_proof_on_the_page_is_the_proof_that_the_api_gives(client: Client) -> None:
    event = second_voice()
    body = client.get(f"/api/v1/record/events/{event.digest}/proof").json()
    note = read_note(body["checkpoint"]["note"])
    path = [bytes.fromhex(each) for each in body["path"]]
    page = client.get(event_page(event)).content.decode()

    assert root_by_inclusion(bytes.fromhex(body["leaf"]), body["index"], note.size, path) == note.root
    assert note.signed_by(read_key(client.get("/api/v1/record/keys").json()[0]["text"]))
    assert all(each in page for each in body["path"])
    smaller = client.get(f"/api/v1/record/events/{event.digest}/proof", {"size": 5}).json()
    assert smaller["checkpoint"]["size"] == 5


def test_the_api_proves_that_the_tree_only_grew(client: Client, seals: tuple[Checkpoint, Checkpoint]) -> None:
    body = client.get("/api/v1/record/consistency", {"first": 5}).json()
    roots = tuple(bytes.fromhex(body[each]["root"]) for each in ("first", "second"))
    path = [bytes.fromhex(each) for each in body["path"]]
    assert (body["first"]["size"], body["second"]["size"]) == (5, 9)
    assert is_consistent(5, 9, roots, path)
    assert [each["size"] for each in client.get("/api/v1/record/checkpoints").json()["items"]] == [9, 5]
    assert client.get("/record/checkpoint").content.decode() == seals[1].note


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("events/none/proof", 404),
        ("consistency?first=4", 404),
        ("consistency?first=0", 422),
        ("consistency", 422),
    ],
)
@pytest.mark.usefixtures("seals")
def test_the_api_refuses_what_nobody_sealed(client: Client, path: str, status: int) -> None:
    assert client.get(f"/api/v1/record/{path}").status_code == status


def test_a_record_without_a_seal_is_shown_as_such(client: Client) -> None:
    assert "まだ封印されていません。" in client.get("/record/days/").content.decode()
    assert "まだ鍵がありません。" in client.get("/record/keys/").content.decode()
    assert client.get("/record/checkpoint").status_code == 404
    assert client.get("/api/v1/record/checkpoints").json()["items"] == []


def test_the_bulletin_prints_root_note_and_key_of_the_day(
    client: Client, seals: tuple[Checkpoint, Checkpoint]
) -> None:
    day = local_day(now())
    page = client.get(f"/record/days/{day}/").content.decode()
    papers = [client.get(f"/record/days/{day}.pdf").content for _ in range(2)]
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(papers[0])).pages)
    bare = "".join(text.split())

    assert seals[1].root in page
    assert papers[0] == papers[1]
    assert seals[1].root in bare
    assert "".join(seals[1].note.split()) in bare
    assert first_key() in bare


@pytest.mark.usefixtures("seals")
def test_the_keys_are_published_with_the_hand_over(client: Client) -> None:
    new = rotate_key(actor=SEALER)
    page = client.get("/record/keys/").content.decode()
    assert page.index(new.text.replace("+", "+")) < page.index(first_key())
    assert "前の鍵" in page


@pytest.mark.usefixtures("seals")
def test_the_record_is_grouped_by_day(client: Client) -> None:
    page = client.get("/record/").content.decode()
    assert page.count('<section class="stack" aria-labelledby="day-') == 1
    assert f'id="day-{local_day(now())}"' in page


def test_a_number_leads_to_its_chain_or_to_the_event_that_tells_of_it(client: Client) -> None:
    write_now("tests/19-0001-7", 1)
    assert client.get("/record/of/19-0001-7/").headers["Location"] == "/record/streams/tests/19-0001-7/"
    registered = KNOWN["threads.record.registered"]
    given = {each.name: "19-0002-5" for each in dataclasses.fields(registered)}
    with transaction.atomic():
        told = append(registered(**given), stream="tests/others", actor="nobody", basis="", at=now())
    assert client.get("/record/of/19-0002-5/").headers["Location"] == f"/record/{told.digest}/"
    assert client.get("/record/of/19-0003-3/").status_code == 404


def test_erasing_a_name_keeps_every_proof(town: Town, client: Client) -> None:
    one_seal(1)
    event, admin = second_voice(), town.actor(town.staff(Role.ADMINISTRATOR))
    erase_clear_text(actor=admin, event=event, fields=["sender"], reason="本人の求め")
    one_seal(2)

    assert not PersonalField.objects.filter(event=event).exists()
    told = Event.objects.get(type="record.clear_text.erased")
    assert told.public == {
        "erased_from": event.digest, "stream": "tests/voices", "position": 2, "fields": ["sender"],
    }  # fmt: skip
    assert (list(faults()), check_seals().faults) == ([], [])
    assert YES["ja"] in client.get(event_page(event)).content.decode()


@pytest.mark.usefixtures("seals")
def test_erasing_needs_a_reason_something_to_erase_and_the_right(town: Town) -> None:
    admin, auditor = (town.actor(town.staff(role)) for role in (Role.ADMINISTRATOR, Role.AUDITOR))
    with pytest.raises(NoReasonToErase):
        erase_clear_text(actor=admin, event=second_voice(), fields=["sender"], reason=" ")
    with pytest.raises(NothingToErase):
        erase_clear_text(actor=admin, event=second_voice(), fields=["address"], reason="本人の求め")
    with pytest.raises(NotAllowed):
        erase_clear_text(actor=auditor, event=second_voice(), fields=["sender"], reason="本人の求め")
    assert PersonalField.objects.filter(event=second_voice()).exists()


@pytest.mark.usefixtures("seals")
def test_the_administrator_erases_on_the_page_and_nobody_else_sees_it(town: Town, client: Client) -> None:
    event = second_voice()
    page = f"{event_page(event)}erase/"
    assert client.get(page).status_code == 302
    assert town.browser(town.staff(Role.AUDITOR)).get(page).status_code == 404
    assert "erase/" not in client.get(event_page(event)).content.decode()

    browser = town.browser(town.staff(Role.ADMINISTRATOR))
    assert "erase/" in browser.get(event_page(event)).content.decode()
    asked = browser.post(page, {"fields": ["sender"], "reason": "本人の求め"}).content.decode()
    assert "消した内容は戻せません。" in asked
    given = {"fields": ["sender"], "reason": "本人の求め", "stage": "act"}
    shown = browser.post(page, given, follow=True).content.decode()
    assert "内容を消しました。約束値と封印はそのままです。" in shown
    assert "本人の求め" not in shown
    assert browser.get(page).status_code == 404
