"""Short links, mistyped numbers, and the page of a record held elsewhere."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.town import Town

from .records import reply, voice
from .test_outside_record import register


def test_a_number_leads_to_the_page_of_its_record(town: Town) -> None:
    given = reply()
    answer = town.browser().get(f"/r/{given.reference}/")
    assert (answer.status_code, answer["Location"]) == (302, f"/replies/{given.reference}/")


@pytest.mark.parametrize("style", ["{}", "{} ", "plain", "wide"])
def test_a_number_is_read_as_people_type_it(town: Town, style: str) -> None:
    number = reply().reference
    typed = {
        "plain": number.replace("-", ""),
        "wide": number.translate(str.maketrans("0123456789-", "０１２３４５６７８９－")),
    }
    answer = town.browser().get("/r/", {"number": typed.get(style) or style.format(number)})
    assert answer["Location"] == f"/replies/{number}/"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("82-0001-x", "番号は数字だけです"),
        ("82-001", "けた数が合いません"),
        ("swapped", "となりどうしが入れ替わっています"),
    ],
)
def test_a_slip_in_a_number_is_explained(town: Town, typed: str, sentence: str) -> None:
    number = reply().reference
    answer = town.browser().get(
        "/r/", {"number": number[1] + number[0] + number[2:] if typed == "swapped" else typed}
    )
    assert answer.status_code == 404
    assert sentence in answer.content.decode()
    assert 'aria-invalid="true"' in answer.content.decode()


def test_what_is_typed_comes_back_escaped(town: Town) -> None:
    page = town.browser().get("/r/", {"number": "<script>"}).content.decode()
    assert "<script>" not in page.split("<main", 1)[1]
    assert "&lt;script&gt;" in page


def test_a_right_number_that_was_never_given_is_not_there(town: Town) -> None:
    assert town.browser().get("/r/82-0001-0/").status_code == 404


def test_a_record_that_is_not_public_is_not_there_for_others(town: Town) -> None:
    hidden = voice(public=False)
    never_given = town.browser().get("/r/82-0001-0/")
    answer = town.browser().get(f"/r/{hidden.reference}/")
    assert answer.status_code == never_given.status_code == 404
    assert hidden.title not in answer.content.decode()


def test_a_record_held_elsewhere_is_shown_with_its_thread(town: Town) -> None:
    outside = register(town)
    with CaptureQueriesContext(connection) as queries:
        page = town.browser().get(f"/r/{outside.reference}/").content.decode()
    assert "川崎市自治基本条例" in page
    assert "平成16年川崎市条例第60号" in page
    assert "その後どうなったか" in page
    assert len(queries) <= 4


def test_the_box_for_a_number_is_empty_at_first(town: Town) -> None:
    page = town.browser().get("/r/").content.decode()
    assert "番号で探す" in page
    assert "aria-invalid" not in page
