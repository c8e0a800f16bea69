"""Addresses and forms that nobody sends by accident: answered, never with a fault of the house."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.plans.models import BudgetYear, PlannedAction, ProgrammeReview
from jichi.kernel.access.actor import Actor

from .sheets import Office

pytestmark = pytest.mark.django_db

# More digits than Python reads, and more than a database keeps.
HUGE, LARGE = "9" * 5000, "9" * 30
WITH_NUL = (
    "/plans/programmes/%00/",
    "/plans/editions/%00/",
    "/plans/programmes/?edition=%00",
    "/plans/reviews/%00.pdf",
    "/plans/desk/reviews/%00/",
    "/search/?q=a&kind=%00",
    "/ward/?town=%00",
    "/record/streams/%00/",
)
ODD = (
    f"/plans/programmes/?page={HUGE}",
    f"/plans/programmes/?page={LARGE}",
    "/plans/programmes/?page=-1&sort=__class__",
    "/plans/programmes/?ward=x&measure=x&grade=9&field=x&bureau=x",
    "/plans/programmes/?sort=-name&format=csv&page=x",
    f"/plans/desk/rounds/{LARGE}/publish/",
    f"/plans/desk/rounds/{HUGE}/publish/",
    f"/record/?page={HUGE}&sort=x",
    f"/search/?q=a&page={HUGE}",
    "/law/?on=xxx",
    "/law/?on=9999-12-31&against=0001-01-01",
)


def browser(town: Town, actor: Actor) -> Client:
    client = town.browser_of(actor)
    client.raise_request_exception = False
    return client


def test_a_nul_in_an_address_is_a_wrong_request(office: Office, sheet: ProgrammeReview, town: Town) -> None:
    client = browser(town, office.planner)
    assert {url: client.get(url).status_code for url in WITH_NUL} == dict.fromkeys(WITH_NUL, 400)


def test_a_nul_in_a_field_is_a_wrong_request(town: Town) -> None:
    assert town.browser().post("/ward/mine/", {"ward": "\x00"}).status_code == 400


def test_no_odd_address_breaks_the_house(office: Office, sheet: ProgrammeReview, town: Town) -> None:
    client = browser(town, office.planner)
    assert [url for url in ODD if client.get(url).status_code >= 500] == []


def test_no_action_is_planned_for_a_year_outside_the_plan(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    client = browser(town, office.staff)
    for year in (2010, 2014, 99999):
        url = reverse("plans:desk_actions", args=[sheet.programme.reference, year])
        assert client.get(url).status_code == 400
        assert client.post(url, {"texts": "会議を開く"}).status_code == 400
    assert not PlannedAction.objects.exists()


@pytest.mark.parametrize("content", [b"\x00\xff" * 100, "計".encode() * 300_000, b""])
def test_a_file_that_is_no_chapter_is_refused_at_its_field(
    office: Office, town: Town, content: bytes
) -> None:
    file = SimpleUploadedFile("字" * 230 + ".txt", content)
    answer = browser(town, office.planner).post("/plans/import/", {"file": file})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])


def test_a_file_that_is_too_large_says_so(office: Office, town: Town) -> None:
    file = SimpleUploadedFile("chapter.txt", "計".encode() * 300_000)
    answer = browser(town, office.planner).post("/plans/import/", {"file": file})
    assert "800KB" in answer.content.decode()


@pytest.mark.parametrize("name", ["budget", "supplementary", "settlement"])
def test_an_amount_that_no_database_keeps_is_refused_at_its_field(
    office: Office, sheet: ProgrammeReview, town: Town, name: str
) -> None:
    url = reverse("plans:desk_year", args=[sheet.programme.reference, 2011])
    typed = {"budget": "1", "supplementary": "", "settlement": "", "source": "予算書", name: LARGE}
    answer = browser(town, office.staff).post(url, typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])
    assert not BudgetYear.objects.exists()
