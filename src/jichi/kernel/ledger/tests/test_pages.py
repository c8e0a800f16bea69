"""The public record on pages, over the API, as a file and by command."""

import hashlib

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from tests.guard import lifted
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.ledger.actions.seal_record import seal_if_needed
from jichi.kernel.ledger.models import Event, Stream
from jichi.kernel.ledger.tests.chain import three_events, write
from jichi.kernel.ledger.tests.sealing import first_key
from jichi.kernel.ledger.verifier import checked

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain() -> Stream:
    """Three events under a seal."""
    stream = three_events()
    seal_if_needed()
    return stream


@pytest.fixture
def tampered(chain: Stream) -> Stream:
    """The same chain after somebody changed its second event in the database."""
    with lifted(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE ledger_event SET basis = 'forged' WHERE stream_id = %s AND position = 2", [chain.pk]
        )
    return chain


def tell_pages(chain: Stream) -> list[tuple[str, int, int]]:
    event = chain.events.get(position=2)
    today = local_day(now())
    return [
        ("/record/", 200, 5),
        ("/record/check/", 200, 2),
        (f"/record/streams/{chain.name}/", 200, 8),
        (f"/record/streams/{chain.name}/?check=1", 200, 10),
        (f"/record/streams/{chain.name}.jsonl", 200, 10),
        (f"/record/{event.digest}/", 200, 7),
        ("/record/days/", 200, 3),
        (f"/record/days/{today}/", 200, 6),
        (f"/record/days/{today}.pdf", 200, 4),
        (f"/record/days/{today}.jsonl", 200, 7),
        ("/record/days/2012-07-09/", 404, 1),
        ("/record/days/2012-07-09.pdf", 404, 1),
        ("/record/days/2012-07-09.jsonl", 404, 1),
        ("/record/days/2012-13-09/", 404, 0),
        ("/record/record.jsonl", 200, 6),
        ("/record/checkpoint", 200, 1),
        ("/record/checkpoints/5", 200, 1),
        ("/record/checkpoints/4", 404, 1),
        ("/record/keys/", 200, 2),
        ("/record/check/verifier.py", 200, 0),
        ("/record/streams/no/such/", 404, 1),
        ("/record/streams/no/such.jsonl", 404, 1),
        (f"/record/{'0' * 64}/", 404, 1),
    ]


def test_anybody_reads_the_record_with_few_queries(
    client: Client, chain: Stream, django_assert_max_num_queries
) -> None:
    for path, status, most in tell_pages(chain):
        with django_assert_max_num_queries(most):
            response = client.get(path)
            assert response.status_code == status, path
            if response.streaming:
                b"".join(response.streaming_content)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.WARD_STAFF])
def test_staff_see_no_more_of_the_record_than_anybody(town: Town, chain: Stream, role: Role) -> None:
    write(chain.name, 4, sender="秘密 太郎")
    digest = chain.events.get(position=4).digest
    browser = town.browser(town.staff(role))

    for path in ("/record/", f"/record/{digest}/", f"/record/streams/{chain.name}/"):
        page = browser.get(path)
        assert page.status_code == 200
        assert "秘密 太郎" not in page.content.decode()


@pytest.mark.usefixtures("chain")
def test_no_clear_text_of_a_personal_field_reaches_the_public(client: Client) -> None:
    write("tests/voices", 4, sender="秘密 太郎")
    digest = Event.objects.get(position=4).digest

    pages = [
        client.get("/record/").content,
        client.get(f"/record/{digest}/").content,
        client.get("/record/streams/tests/voices/").content,
        b"".join(client.get("/record/streams/tests/voices.jsonl").streaming_content),
        b"".join(client.get("/record/", {"format": "csv"}).streaming_content),
        client.get("/api/v1/record/events").content,
        client.get("/opendata/feeds/record.atom").content,
    ]

    for page in pages:
        assert "秘密 太郎" not in page.decode()
    assert "約束値" in pages[1].decode()


def test_an_event_shows_the_bytes_whose_hash_is_its_digest(client: Client, chain: Stream) -> None:
    event = chain.events.get(position=2)
    response = client.get(f"/record/{event.digest}/")
    page = response.content.decode()

    assert hashlib.sha256(response.context["bytes"].encode()).hexdigest() == event.digest
    assert event.previous in page
    assert chain.events.get(position=3).digest in page
    assert "計算し直しました。記録された値と同じです。" in page


def test_a_changed_event_says_so_on_its_own_page(client: Client, tampered: Stream) -> None:
    page = client.get(f"/record/{tampered.events.get(position=2).digest}/").content.decode()

    assert "記録の内容が後から変えられています。" in page


def test_a_chain_is_checked_on_request_and_tells_where_it_breaks(client: Client, chain: Stream) -> None:
    path = f"/record/streams/{chain.name}/"

    assert "計算し直しました" not in client.get(path).content.decode()
    assert "すべてつながっています。" in client.get(path, {"check": "1"}).content.decode()


def test_a_broken_chain_names_the_place(client: Client, tampered: Stream) -> None:
    page = client.get(f"/record/streams/{tampered.name}/", {"check": "1"}).content.decode()

    assert "2番目：記録の内容が後から変えられています。" in page


def test_the_exports_hold(client: Client, chain: Stream) -> None:
    day = local_day(now())
    for path in ("record.jsonl", f"days/{day}.jsonl", f"streams/{chain.name}.jsonl"):
        response = client.get(f"/record/{path}")
        found = checked(b"".join(response.streaming_content).splitlines(keepends=True), keys=[first_key()])
        assert (found.faults, found.events) == ([], 3 if "streams" in path else 5)
        assert response["Content-Disposition"].startswith("attachment")
    assert "tests-voices.jsonl" in response["Content-Disposition"]


@pytest.mark.usefixtures("chain")
def test_the_record_is_narrowed_by_type_stream_and_day(client: Client) -> None:
    write("tests/others", 1)
    asked = [
        ({"stream": "tests/oth"}, "公開の記録は1件あります。"),
        ({"type": "tests.voice.received"}, "公開の記録は4件あります。"),
        ({"type": "record.sealed"}, "公開の記録は1件あります。"),
        ({"on": "2012-07-09"}, "公開の記録は4件あります。"),
        ({"on": "2012-07-08"}, "条件に合うものがありません。"),
    ]

    for query, sentence in asked:
        assert sentence in client.get("/record/", query).content.decode()


@pytest.mark.usefixtures("chain")
def test_the_api_gives_events_as_they_were_hashed(client: Client) -> None:
    body = client.get("/api/v1/record/events", {"stream": "tests/", "per_page": 1}).json()
    event = Event.objects.get(digest=body["items"][0]["digest"])

    assert body["total"] == 3
    assert body["items"][0]["public"] == event.public
    assert "sender" in body["items"][0]["commitments"]
    assert client.get(f"/api/v1/record/events/{event.digest}").json()["previous"] == event.previous
    assert client.get("/api/v1/record/events/nothing").status_code == 404


def test_verify_says_that_the_record_holds(chain: Stream, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("verify")

    said = capsys.readouterr().out
    assert "連なり3本、記録5件を最初から計算し直しました。すべてつながっています。" in said
    assert "封印1個、封印された記録5件も、市の署名と合います。" in said


def test_verify_names_every_fault_and_ends_with_2(
    tampered: Stream, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="3件") as ended:
        call_command("verify")

    said = capsys.readouterr().out
    assert ended.value.returncode == 2
    assert "tests/voices の2番目：記録の内容が後から変えられています。" in said
    assert "tests/voices の2番目（木の1番）：記録の内容が後から変えられています。" in said
