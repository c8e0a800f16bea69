"""Two people write on the same page: the second is shown what the first one saved, and nothing is lost."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.plans.models import BudgetYear, PlannedAction, ProgrammeReview

from .sheets import Office

pytestmark = pytest.mark.django_db
SEEN = re.compile(r'name="seen" value="(\w+)"')


def opened(client: Client, url: str) -> dict[str, str]:
    """The mark that goes back with the form."""
    return {"seen": SEEN.findall(client.get(url).content.decode())[0]}


def test_a_sheet_that_another_has_saved_is_not_overwritten(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    url = reverse("plans:desk_review", args=[sheet.reference])
    staff, chief = town.browser_of(office.staff), town.browser_of(office.chief)
    first, second = opened(staff, url), opened(chief, url)
    staff.post(url, first | {"goal": "7区で開く", "result": "28回開いた"})

    answer = chief.post(url, second | {"goal": "7区で開く", "result": "30回開いた"})

    said = answer.content.decode()
    assert answer.status_code == 409
    assert "ほかの人が保存しました" in said
    assert "いま保存されている内容：28回開いた" in said
    assert "30回開いた" in said
    sheet.refresh_from_db()
    assert sheet.result == "28回開いた"

    # Who has read it may decide: the page that says so carries the mark of what it shows.
    chief.post(url, {"seen": SEEN.findall(said)[0], "goal": "7区で開く", "result": "30回開いた"})
    sheet.refresh_from_db()
    assert sheet.result == "30回開いた"


def test_sending_the_same_sheet_twice_is_no_conflict(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    url = reverse("plans:desk_review", args=[sheet.reference])
    staff = town.browser_of(office.staff)
    typed = opened(staff, url) | {"goal": "7区で開く"}
    assert [staff.post(url, typed).status_code for _ in range(2)] == [302, 302]


def test_a_wrong_field_does_not_make_an_unseen_change_seen(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    url = reverse("plans:desk_review", args=[sheet.reference])
    staff, chief = town.browser_of(office.staff), town.browser_of(office.chief)
    second = opened(chief, url)
    staff.post(url, {"goal": "7区で開く"})
    wrong = chief.post(url, second | {"goal": "字" * 4001}).content.decode()
    assert SEEN.findall(wrong) == [second["seen"]]


def test_a_year_that_another_has_entered_is_not_overwritten(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    programme = sheet.programme
    actions_url = reverse("plans:desk_actions", args=[programme.reference, 2011])
    town.browser_of(office.staff).post(actions_url, {"texts": "会議を開く"})
    action = PlannedAction.objects.get()
    url = reverse("plans:desk_year", args=[programme.reference, 2011])
    staff, chief = town.browser_of(office.staff), town.browser_of(office.chief)
    first, second = opened(staff, url), opened(chief, url)
    typed = {
        "budget": "100",
        "source": "予算書",
        f"state_{action.pk}": "under_way",
        f"evidence_{action.pk}": "",
    }
    staff.post(url, first | typed | {f"state_{action.pk}": "late"})

    answer = chief.post(url, second | typed | {"budget": "200"})

    said = answer.content.decode()
    assert answer.status_code == 422
    assert "ほかの人が保存しました" in said
    assert "いま保存されている内容：100" in said
    assert f"いま保存されている内容：{PlannedAction.objects.get().get_state_display()}" in said
    assert BudgetYear.objects.get().budget == 100

    chief.post(url, {"seen": SEEN.findall(said)[0]} | typed | {"budget": "200"})
    assert BudgetYear.objects.get().budget == 200
