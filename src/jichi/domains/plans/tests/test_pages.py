"""Pages for everybody and for the planning office: what is read there, who may, how many queries."""

import csv
import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.plans.actions.decide_correction import decide_correction
from jichi.domains.plans.models import Correction, Edition, Programme, Statement
from jichi.domains.plans.sources import compared
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role

from .conftest import NEXT, SEED, take_in

pytestmark = pytest.mark.django_db
ENOUGH_QUERIES = 20


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status, url
    return response.content.decode()


def programme_named(name: str) -> Programme:
    return Programme.objects.get(name=name)


def test_without_a_plan_the_page_says_what_will_be_here(town: Town) -> None:
    assert "計画が取り込まれると" in text_of(town.browser(), reverse("plans:home"))


def test_the_tree_shows_every_measure_effort_and_programme(town: Town, edition: Edition) -> None:
    page = text_of(town.browser(), reverse("plans:edition", args=[edition.reference]))
    for measure in edition.measures.all():
        assert measure.title in page
    for listing in edition.listings.all():
        assert listing.name in page
    assert page.count("再掲") == 1


def test_the_list_counts_a_relisted_programme_once(town: Town, edition: Edition) -> None:
    page = text_of(town.browser(), reverse("plans:programmes"))
    assert "25件" in page
    assert page.count(">住民投票制度運営事業<") == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("word=住民投票", {"住民投票制度運営事業"}),
        ("word=耐震", {"町内会・自治会会館耐震化事業"}),
        ("priority=on", set()),
    ],
)
def test_the_list_is_narrowed_by_its_filters(
    town: Town, edition: Edition, query: str, found: set[str]
) -> None:
    response = town.browser().get(f"{reverse('plans:programmes')}?{query}&format=csv")
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    names = {row["事業"] for row in csv.DictReader(io.StringIO(content))}
    assert names == found


def test_a_measure_filter_also_finds_what_is_relisted_there(town: Town, edition: Edition) -> None:
    consultation = edition.measures.get(direction=3)
    page = text_of(town.browser(), f"{reverse('plans:programmes')}?measure={consultation.pk}")
    assert "住民投票制度運営事業" in page
    assert "2件" in page


def test_a_programme_page_tells_its_place_its_plan_and_where_it_is_relisted(
    town: Town, edition: Edition
) -> None:
    programme = programme_named("住民投票制度運営事業")
    page = text_of(town.browser(), reverse("plans:programme", args=[programme.reference]))
    assert "直接、住民の意思を確認するしくみ" in page
    assert "Ⅶ-1-(1)" in page
    assert "Ⅶ-3-(2)" in page
    assert programme.reference in page


def test_an_unknown_programme_is_not_there(town: Town, edition: Edition) -> None:
    assert "見つかりませんでした" in text_of(
        town.browser(), reverse("plans:programme", args=["12-9999-9"]), 404
    )


def test_the_source_page_accounts_for_what_was_left_out(town: Town, edition: Edition) -> None:
    page = text_of(town.browser(), reverse("plans:source", args=[edition.reference]))
    assert "川崎市自治基本条例 DVD" in page
    assert "しukみ" in page
    assert edition.source_digest in page


def test_the_changes_page_shows_words_added_and_removed(town: Town, edition: Edition, planner: Actor) -> None:
    later = take_in(planner, NEXT)
    page = text_of(town.browser(), reverse("plans:changes", args=[later.reference]))
    assert "<ins>" in page
    assert "<del>" in page
    for word in ("そのまま", "変更", "新しい", "終了", "移動"):
        assert word in page


def test_two_editions_are_compared_once_and_again_when_a_correction_is_put_in(
    town: Town, edition: Edition, planner: Actor, django_assert_max_num_queries
) -> None:
    later = take_in(planner, NEXT)
    address = reverse("plans:changes", args=[later.reference])
    text_of(town.browser(), address)
    before = compared.cache_info()
    with django_assert_max_num_queries(8):
        text_of(town.browser(), address)
    assert compared.cache_info().misses == before.misses
    fault = edition.corrections.exclude(proposed="").order_by("line").first()
    decide_correction(actor=planner, correction=fault, accept=True, on=date(2011, 5, 2))
    text_of(town.browser(), address)
    assert compared.cache_info().misses == before.misses + 1


def test_a_first_edition_has_nothing_to_be_compared_with(town: Town, edition: Edition) -> None:
    page = text_of(town.browser(), reverse("plans:changes", args=[edition.reference]), 404)
    assert "前の版は取り込まれていない" in page


@pytest.mark.parametrize("name", ["plans:edition", "plans:dashboard", "plans:source"])
def test_pages_of_an_edition_need_few_queries(
    town: Town, edition: Edition, django_assert_max_num_queries, name: str
) -> None:
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        text_of(town.browser(), reverse(name, args=[edition.reference]))


def test_list_and_programme_page_need_few_queries(
    town: Town, edition: Edition, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(12):
        text_of(town.browser(), reverse("plans:programmes"))
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        text_of(town.browser(), reverse("plans:programme", args=[Programme.objects.first().reference]))


@pytest.mark.parametrize("name", ["plans:import", "plans:corrections"])
@pytest.mark.parametrize(
    ("role", "status"),
    [(None, 404), (Role.SECTION_STAFF, 404), (Role.AUDITOR, 404), (Role.PLANNING_OFFICER, 200)],
)
def test_only_the_planning_office_finds_the_import_pages(
    town: Town, name: str, role: Role | None, status: int
) -> None:
    browser = town.browser(town.staff(role) if role else None)
    assert browser.get(reverse(name)).status_code == status


def upload(browser: Client, content: bytes) -> str:
    file = SimpleUploadedFile("chapter.txt", content)
    return browser.post(reverse("plans:import"), {"file": file}).content.decode()


def test_a_file_is_shown_before_it_is_taken_in(town: Town) -> None:
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    page = upload(browser, SEED.read_bytes())
    assert "まだ取り込んでいません" in page
    assert "行き先のない文字 0字" in page
    assert not Edition.objects.exists()


def test_the_confirmed_chapter_is_taken_in_with_the_line_ends_of_a_form(town: Town) -> None:
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    posted = SEED.read_text(encoding="utf-8").replace("\n", "\r\n")
    response = browser.post(reverse("plans:import"), {"name": SEED.name, "text": posted})
    assert response.url == reverse("plans:corrections")
    assert Edition.objects.get().source_text == SEED.read_text(encoding="utf-8")


def test_a_damaged_file_is_refused_with_its_line(town: Town) -> None:
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    page = upload(browser, SEED.read_bytes().replace("基本政策 Ⅶ".encode(), b""))
    assert "行目" in page
    assert "何も取り込んでいません" in page
    assert not Edition.objects.exists()


def test_a_correction_is_put_in_from_the_screen(town: Town, edition: Edition) -> None:
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    fault = edition.corrections.filter(read__contains="しuk").order_by("line").first()
    fields = {f"{fault.pk}-proposed": fault.proposed, "decision": "accept"}
    browser.post(reverse("plans:correction", args=[fault.pk]), fields)
    assert "しukみ" not in Statement.objects.get(place=fault.place).text
    assert Correction.objects.get(pk=fault.pk).state == "accepted"


def test_open_data_and_api_tell_the_same_tree(town: Town, edition: Edition) -> None:
    told = town.browser().get(f"/api/v1/plans/editions/{edition.reference}/").json()
    names = [
        each["name"]
        for measure in told["measures"]
        for effort in measure["efforts"]
        for each in effort["programmes"]
    ]
    assert len(names) == 26
    assert len(told["measures"]) == 6
