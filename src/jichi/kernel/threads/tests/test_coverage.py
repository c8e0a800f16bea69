"""How much came of the voices: counted right, and small numbers told to nobody."""

from datetime import date

import pytest
from tests.town import Town

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.places.models import Ward
from jichi.kernel.threads.coverage import NO_WARD, coverage
from jichi.kernel.threads.models import Channel, Record
from jichi.kernel.threads.rules.coverage import SMALL, Tally, median_of, withheld
from jichi.kernel.threads.voices import Arrival, By, take_in

from .records import CLERK, VOICE, May, Tied, answered, reply


def rows(*voices: int) -> list[Tally]:
    return [Tally(key=str(number), voices=count) for number, count in enumerate(voices)]


def hidden(*voices: int) -> list[int]:
    return [number for number, row in enumerate(withheld(rows(*voices))) if row.tally is None]


@pytest.mark.parametrize(
    ("voices", "withheld_rows"),
    [
        ((0, 5, 9), []),
        ((4, 9, 20), [0, 1]),
        ((4, 4, 9), [0, 1]),
        ((1, 1, 9, 8), [0, 1, 3]),
        ((1, 2, 3), [0, 1, 2]),
        ((3,), [0]),
    ],
)
def test_a_small_row_is_withheld_and_cannot_be_reckoned_from_the_total(
    voices: tuple[int, ...], withheld_rows: list[int]
) -> None:
    assert hidden(*voices) == withheld_rows


@pytest.mark.parametrize(
    ("days", "median"),
    [({}, None), ({7: 1}, 7), ({7: 1, 9: 1}, 8), ({1: 3, 100: 2}, 1), ({0: 1, 30: 1, 31: 1}, 30)],
)
def test_the_median_is_the_number_in_the_middle(days: dict[int, int], median: float | None) -> None:
    assert median_of(days) == median


@action(needs=May.TEST_THREADS)
def hear(*, actor: Actor, channel: Channel, ward: Ward | None, on: date) -> Record:
    arrival = Arrival(channel=channel, received_on=on, ward=ward)
    voice = take_in(kind=VOICE, title="道が暗い", arrival=arrival, by=By(name="試験 花子"))
    record(Tied(what="heard"), stream="tests/threads")
    return voice.record


@pytest.fixture
def many(town: Town) -> list[Record]:
    """Six by telephone from one ward in 2012年度, five on the web in 2013年度, two of them replied to after 10 and 20 days."""
    first = [
        hear(actor=CLERK, channel=Channel.PHONE, ward=town.ward, on=date(2012, 5, day)) for day in range(1, 7)
    ]
    second = [hear(actor=CLERK, channel=Channel.WEB, ward=None, on=date(2013, 4, 1)) for _each in range(5)]
    answered(first[0], reply(on=date(2012, 5, 11)))
    answered(first[1], reply(on=date(2012, 5, 22)))
    return first + second


@pytest.mark.django_db
def test_voices_are_counted_by_period_ward_and_channel(many: list[Record], town: Town) -> None:
    found = coverage()
    assert (found.all.voices, found.all.replied, found.all.median_days) == (11, 2, 15)
    years = {row.key: row.tally for row in found.years}
    assert years["2012"] is not None
    assert (years["2012"].voices, years["2012"].replied) == (6, 2)
    wards = {row.key: row.tally for row in found.wards}
    assert wards[town.ward.code] is not None
    assert wards[town.ward.code].voices == 6
    assert wards[NO_WARD] is not None
    assert [row.key for row in found.channels] == list(Channel.values)


@pytest.mark.django_db
def test_coverage_takes_as_many_queries_for_many_voices_as_for_few(
    many: list[Record], django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(7):  # type: ignore[operator]
        coverage()


@pytest.mark.django_db
def test_everybody_reads_the_coverage_and_nobody_a_small_number(many: list[Record], town: Town) -> None:
    hear(actor=CLERK, channel=Channel.FAX, ward=town.other_ward, on=date(2013, 4, 2))
    page = town.browser().get("/r/coverage/").content.decode()
    assert "届いた声12件のうち2件に回答し" in page
    assert "少ないため公表しません" in page
    assert "試験 花子" not in page
    rows_ = {
        (row["dimension"], row["key"]): row["voices"]
        for row in town.browser().get("/api/v1/threads/coverage/").json()
    }
    assert rows_["all", ""] == 12
    assert rows_["channel", "fax"] is None
    csv = town.browser().get("/opendata/voice-coverage.csv")
    text = b"".join(csv.streaming_content).decode() if csv.streaming else csv.content.decode()
    assert "channel,fax,," in text


@pytest.mark.django_db
def test_a_handful_of_voices_is_not_counted_in_public(town: Town) -> None:
    for _each in range(SMALL - 1):
        hear(actor=CLERK, channel=Channel.WEB, ward=None, on=date(2013, 4, 1))
    page = town.browser().get("/r/coverage/").content.decode()
    assert "5件より少ないあいだは、件数を公表しません" in page
    assert town.browser().get("/api/v1/threads/coverage/").json()[0]["voices"] is None


@pytest.mark.django_db
def test_a_thread_is_read_over_the_api_with_what_everybody_may_read(many: list[Record], town: Town) -> None:
    Record.objects.filter(pk=many[0].pk).update(public=True)
    answer = town.browser().get(f"/api/v1/threads/{many[0].reference}/").json()
    assert answer["records"][0]["reference"] == many[0].reference
    assert answer["links"][0]["words"] == "回答"
    assert town.browser().get(f"/api/v1/threads/{many[3].reference}/").status_code == 404
