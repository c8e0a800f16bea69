"""The search over the API, and the page of the synonyms."""

import pytest
from django.urls import reverse
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.search.synonyms import synonyms

from .library import about, draft, put

pytestmark = pytest.mark.django_db


def asked(town: Town, *, role: Role | None = None, path: str = "/api/v1/search/", **query: str) -> object:
    browser = town.browser(town.staff(role) if role else None)
    answer = browser.get(path, query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_the_api_finds_counts_and_narrows(town: Town) -> None:
    put(
        about("公園の計画", "公園を直します", kind="計画", years=(2011,)),
        about("公園の工事", wards=(town.ward.code,), years=(2012,)),
    )
    found = asked(town, q="公園")
    assert found["total"] == 2
    assert found["counts"] == {
        "kind": {"お知らせ": 1, "計画": 1},
        "ward": {town.ward.code: 1},
        "bureau": {},
        "year": {"2011": 1, "2012": 1},
    }
    (only,) = asked(town, q="公園", ward=town.ward.code)["items"]
    assert (only["title"], only["url"], only["public"]) == ("公園の工事", "/公園の工事/", True)


def test_the_api_says_what_was_meant_and_what_fits_in_part(town: Town) -> None:
    put(about("住民投票のしくみ"))
    assert asked(town, q="住民当票")["meant"] == "住民投票"
    assert asked(town, q="住民投票 温泉")["some_words"] is True


@pytest.mark.parametrize(("role", "finds"), [(None, 0), (Role.AUDITOR, 0), (Role.SECTION_CHIEF, 1)])
def test_the_api_has_the_rights_of_the_page(town: Town, role: Role | None, finds: int) -> None:
    put(draft("評価の下書き"))
    found = asked(town, role=role, q="下書き")
    assert (found["total"], len(found["items"]), len(found["counts"]["kind"])) == (finds, finds, finds)
    assert len(asked(town, role=role, path="/api/v1/search/suggestions", q="評価")) == finds


@pytest.mark.parametrize(
    "query", [{}, {"q": "公" * 201}, {"q": "公園", "page": "0"}, {"q": "公園", "ward": "141310"}]
)
def test_the_api_refuses_what_is_no_question(town: Town, query: dict[str, str]) -> None:
    answer = town.browser().get("/api/v1/search/", query)
    assert answer.status_code in (400, 422)
    assert answer["Content-Type"].startswith("application/problem+json")


def test_staff_see_what_the_search_takes_for_the_same(town: Town) -> None:
    page = town.browser(town.staff(Role.WARD_STAFF, ward=town.ward)).get(reverse("search:synonyms"))
    text = page.content.decode()
    for group in synonyms().groups:
        assert group[0] in text
        assert group[-1] in text


@pytest.mark.parametrize("who", ["nobody", "resident"])
def test_the_page_of_the_synonyms_is_not_there_for_others(town: Town, who: str) -> None:
    account = None if who == "nobody" else town.account()
    assert town.browser(account).get(reverse("search:synonyms")).status_code == 404
