"""The desk: who sees which page, what it asks, and that nothing typed is lost."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.town import Town

from jichi.domains.plans.actions.define_indicator import NewIndicator, define_indicator
from jichi.domains.plans.actions.plan_actions import plan_actions
from jichi.domains.plans.models import BudgetYear, Edition, ProgrammeReview, Round, SecondOpinion
from jichi.domains.plans.work import work_of
from jichi.kernel.access.roles import Role
from jichi.kernel.web.rail import work_of as rail_work

from .sheets import COUNCIL, FULL, MINUTES, Office, days, opening

pytestmark = pytest.mark.django_db

DAY = date(2012, 5, 21)
MOST_QUERIES = 25


def addresses(sheet: ProgrammeReview) -> dict[str, str]:
    programme = sheet.programme.reference
    return {
        "desk": reverse("plans:desk"),
        "year": reverse("plans:desk_year", args=[programme, 2011]),
        "actions": reverse("plans:desk_actions", args=[programme, 2011]),
        "indicator": reverse("plans:desk_indicator", args=[programme]),
        "link": reverse("plans:desk_link", args=[programme]),
        "describe": reverse("plans:desk_describe", args=[programme]),
        "review": reverse("plans:desk_review", args=[sheet.reference]),
        "submit": reverse("plans:desk_act", args=[sheet.reference, "submit"]),
        "rounds": reverse("plans:desk_rounds"),
        "open": reverse("plans:desk_round_open"),
        "opinions": reverse("plans:desk_opinions"),
        "publish": reverse("plans:desk_round_publish", args=[sheet.round_id]),
    }


STAFF_PAGES = {"desk", "year", "actions", "indicator", "link", "review", "submit", "rounds"}
OPEN_TO = {
    "planner": {"desk", "year", "actions", "indicator", "link", "describe", "review", "rounds", "open", "publish"},
    "staff": STAFF_PAGES,
    "chief": STAFF_PAGES,
    "bureau": {"desk", "review", "rounds"},
    "committee": {"desk", "opinions"},
}  # fmt: skip


@pytest.mark.parametrize("who", OPEN_TO)
def test_each_person_sees_their_own_pages_and_no_other_exists(
    office: Office, sheet: ProgrammeReview, town: Town, who: str
) -> None:
    client = town.browser_of(getattr(office, who))
    seen = {name for name, url in addresses(sheet).items() if client.get(url).status_code == 200}
    assert seen == OPEN_TO[who]
    hidden = {client.get(url).status_code for name, url in addresses(sheet).items() if name not in seen}
    assert hidden <= {404}


@pytest.mark.parametrize("role", [Role.SECTION_STAFF, Role.SECTION_CHIEF])
def test_another_section_sees_nothing_of_this_ones_sheets(
    sheet: ProgrammeReview, town: Town, role: Role
) -> None:
    client = town.browser(town.staff(role, section=town.other_section))
    for name in ("year", "review", "submit", "link"):
        assert client.get(addresses(sheet)[name]).status_code == 404
    assert COUNCIL not in client.get(addresses(sheet)["desk"]).content.decode()


def test_nobody_sees_the_desk_without_signing_in(sheet: ProgrammeReview) -> None:
    assert {Client().get(url).status_code for url in addresses(sheet).values()} == {404}


@pytest.mark.parametrize("name", ["desk", "year", "review", "rounds", "describe", "open"])
def test_no_page_of_the_desk_asks_the_database_too_often(
    office: Office,
    sheet: ProgrammeReview,
    town: Town,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    name: str,
) -> None:
    client = town.browser_of(office.planner)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(addresses(sheet)[name]).status_code == 200


def typed_year(**changes: str) -> dict[str, str]:
    return {
        "budget": "1,200,000",
        "supplementary": "",
        "settlement": "",
        "source": "予算書 12ページ",
    } | changes


def test_a_year_is_entered_on_one_screen(office: Office, sheet: ProgrammeReview, town: Town) -> None:
    programme, staff = sheet.programme, office.staff
    visitors = NewIndicator(name="傍聴者数", unit="人", source="会議録")
    indicator = define_indicator(actor=staff, programme=programme, indicator=visitors)
    (planned,) = plan_actions(actor=staff, programme=programme, year=2011, texts=["会議を開く"])
    typed = typed_year(
        **{
            f"target_{indicator.pk}": "1,000",
            f"actual_{indicator.pk}": "980.5",
            f"actual_source_{indicator.pk}": "会議録",
            f"state_{planned.pk}": "done",
            f"evidence_{planned.pk}": "会議録 第1号",
        }
    )
    url = addresses(sheet)["year"]
    page = town.browser_of(staff).post(url, typed, follow=True)
    assert page.redirect_chain == [(url, 302)]
    assert "2011年度の入力を保存しました。" in page.content.decode()
    assert BudgetYear.objects.get().budget == 1_200_000
    planned.refresh_from_db()
    assert planned.state == "done"
    assert "980.5" in page.content.decode()


def test_a_refused_year_keeps_what_was_typed_and_says_what_is_wrong(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    url = addresses(sheet)["year"]
    page = town.browser_of(office.staff).post(url, typed_year(source="", settlement="77"))
    text = page.content.decode()
    assert page.status_code == 422
    assert 'value="1,200,000"' in text
    assert 'href="#id_source"' in text
    assert "予算・決算の出典（予算書、決算書など）を入力してください。" in text
    assert not BudgetYear.objects.exists()


def typed_sheet(**changes: str) -> dict[str, str]:
    fields = ("goal", "result", "why_this_grade", "check_result", "changed_goal", "next_year")
    said = {name: getattr(FULL, name) for name in fields}
    return {**said, "achievement": "3", **changes}


def test_a_draft_is_saved_unfinished(office: Office, sheet: ProgrammeReview, town: Town) -> None:
    page = town.browser_of(office.staff).post(
        addresses(sheet)["review"], typed_sheet(result="", achievement=""), follow=True
    )
    assert "下書きを保存しました。まだ提出していません。" in page.content.decode()
    sheet.refresh_from_db()
    assert (sheet.goal, sheet.achievement, sheet.step) == (FULL.goal, None, "draft")


def test_submitting_too_early_leads_back_to_the_fields(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    client = town.browser_of(office.staff)
    asked = client.post(
        addresses(sheet)["review"], typed_sheet(why_this_grade="") | {"submit": "1"}, follow=True
    )
    assert "提出すると、差し戻されるまで直せません。" in asked.content.decode()
    page = client.post(addresses(sheet)["submit"], {"stage": "act"})
    text = page.content.decode()
    assert page.status_code == 409
    assert 'href="#id_why_this_grade"' in text
    assert "達成状況が「3」のときも必要です" in text
    assert FULL.result in text


def test_evidence_is_added_on_the_sheets_page_and_taken_off_again(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    client = town.browser_of(office.staff)
    url = reverse("plans:desk_evidence", args=[sheet.reference])
    wrong = client.post(url, {"kind": "document", "title": "会議録"})
    assert wrong.status_code == 422
    assert 'href="#evidence_where"' in wrong.content.decode()
    added = client.post(url, vars(MINUTES) | {"kind": "document"}, follow=True)
    assert "根拠を加えました。" in added.content.decode()
    away = reverse("plans:desk_evidence_away", args=[sheet.reference, sheet.evidence.get().pk])
    assert client.get(away).status_code == 405
    client.post(away)
    assert not sheet.evidence.exists()


def test_a_sheet_is_submitted_approved_and_published_from_its_page(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    office.write(sheet)
    way = (
        ("staff", "submit", "提出しました"),
        ("chief", "approve_section", "課として確認しました"),
        ("bureau", "approve_bureau", "局として確認しました"),
        ("planner", "publish", "公表しました"),
    )
    for who, name, done in way:
        client, url = (
            town.browser_of(getattr(office, who)),
            reverse("plans:desk_act", args=[sheet.reference, name]),
        )
        asked = client.get(url).content.decode()
        assert "まだ何も変わっていません" in asked
        receipt = client.post(url, {"stage": "act"}).content.decode()
        assert done in receipt
        assert sheet.reference in receipt
        assert client.post(url, {"stage": "act"}).status_code == 404  # twice is not possible
    sheet.refresh_from_db()
    assert sheet.step == "published"


def test_a_chief_gives_a_sheet_back_after_confirming(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    office.take_to("section", office.write(sheet), DAY)
    client, url = town.browser_of(office.chief), reverse("plans:desk_act", args=[sheet.reference, "return"])
    assert client.post(url, {"because": ""}).status_code == 422
    confirm = client.post(url, {"because": "内訳を書いてください"}).content.decode()
    assert "まだ送られていません" in confirm
    client.post(url, {"because": "内訳を書いてください", "stage": "act"})
    sheet.refresh_from_db()
    assert (sheet.step, sheet.returned_because) == ("draft", "内訳を書いてください")
    page = town.browser_of(office.staff).get(addresses(sheet)["review"]).content.decode()
    assert "差し戻されました。理由：内訳を書いてください" in page


def test_last_years_words_stand_beside_this_years(
    edition: Edition, office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    office.take_to("published", office.write(sheet), DAY)
    second = office.sheet(office.open(edition, 2012))
    page = town.browser_of(office.staff).get(reverse("plans:desk_review", args=[second.reference]))
    text = page.content.decode()
    assert "2011年度の文章とくらべる" in text
    assert FULL.why_this_grade in text


def test_the_planning_office_opens_a_round_after_confirming(
    edition: Edition, office: Office, town: Town
) -> None:
    client, url = town.browser_of(office.planner), reverse("plans:desk_round_open")
    typed = {name: day.isoformat() for name, day in vars(days(2030)).items()} | {
        "edition": str(edition.pk),
        "year": "2012",
        "office": "",
    }
    assert "すべての取組と事業の評価票の下書き" in client.post(url, typed).content.decode()
    assert not Round.objects.exists()
    done = client.post(url, typed | {"stage": "act"}).content.decode()
    assert "施策評価票 11件と事務事業評価票 25件の下書き" in done


def test_the_next_year_is_proposed_for_the_next_round(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    page = town.browser_of(office.planner).get(addresses(sheet)["open"]).content.decode()
    assert '<option value="2012" selected>' in page


def test_wrong_days_of_a_round_are_said_at_their_field(edition: Edition, office: Office, town: Town) -> None:
    client, url = town.browser_of(office.planner), reverse("plans:desk_round_open")
    typed = {name: day.isoformat() for name, day in vars(days(2030)).items()}
    typed |= {"edition": str(edition.pk), "year": "2012", "section_due": "2031-05-30", "stage": "act"}
    page = client.post(url, typed)
    assert page.status_code == 422
    assert 'href="#id_section_due"' in page.content.decode()
    assert not Round.objects.exists()


def test_a_round_is_published_whole(office: Office, sheet: ProgrammeReview, town: Town) -> None:
    client, url = town.browser_of(office.planner), addresses(sheet)["publish"]
    assert client.post(url, {"stage": "act"}).status_code == 409
    office.take_to("approved", office.write(sheet), DAY)
    assert "事務事業評価票 1件を公表します" in client.get(url).content.decode()
    assert "評価票 1件を公表しました" in client.post(url, {"stage": "act"}).content.decode()


def test_a_committee_finds_from_its_desk_what_it_may_judge(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    client, url = town.browser_of(office.committee), addresses(sheet)["opinions"]
    assert url in client.get("/desk/").content.decode()
    assert "意見をつけられる評価票は、まだありません" in client.get(url).content.decode()
    office.take_to("published", office.write(sheet), DAY)
    assert addresses(sheet)["review"] in client.get(url).content.decode()


def test_a_committee_grades_a_published_sheet_after_confirming(
    office: Office, sheet: ProgrammeReview, town: Town
) -> None:
    office.take_to("published", office.write(sheet), DAY)
    client, url = town.browser_of(office.committee), reverse("plans:desk_opinion", args=[sheet.reference])
    typed = {"body": "自治推進委員会", "achievement": "4", "opinion": "参加が減っている"}
    assert "市の評価と並べて公表され" in client.post(url, typed).content.decode()
    assert not SecondOpinion.objects.exists()
    page = client.post(url, typed | {"stage": "act"}, follow=True).content.decode()
    assert "意見を記録しました" in page
    assert SecondOpinion.objects.get().achievement == 4
    assert town.browser_of(office.staff).get(url).status_code == 404


def test_work_is_what_waits_for_this_person(office: Office, sheet: ProgrammeReview, town: Town) -> None:
    office.take_to("section", office.write(sheet), DAY)
    day = opening(2011)
    mine = {item.reference: item for item in work_of(office.chief, day)}
    assert mine[sheet.reference].due == date(2012, 6, 15)
    assert mine[sheet.reference].is_approval
    assert sheet.reference not in {item.reference for item in work_of(office.staff, day)}
    assert list(work_of(office.bureau, day)) == []
    assert list(work_of(office.committee, day)) == []


def test_the_clock_of_a_sheet_does_not_say_it_twice_on_the_desk(
    office: Office, sheet: ProgrammeReview
) -> None:
    items = [item for item in rail_work(office.staff, on=opening(2011)) if item.reference == sheet.reference]
    assert [item.what_next for item in items] == ["評価票を書いて、根拠をつけて提出してください。"]
