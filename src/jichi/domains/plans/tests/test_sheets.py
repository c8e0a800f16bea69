"""The two evaluation sheets as people get them: as a page, as PDF, as CSV, and by whom."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from tests.town import Town

from jichi.domains.plans.actions.add_evidence import add_evidence
from jichi.domains.plans.actions.draft_review import SheetOne, draft_effort_review, draft_review
from jichi.domains.plans.actions.give_second_opinion import Opinion, give_second_opinion
from jichi.domains.plans.models import Edition, EffortReview, ProgrammeReview
from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account

from .sheets import COUNCIL, FULL, MINUTES, Office, owned

pytestmark = pytest.mark.django_db

DAY = date(2012, 5, 21)
ENOUGH_QUERIES = 20
ONE = SheetOne(problem="委員がかたよる", outline="区民会議を開く", goal="7区で開く", result="7区で開いた")
OPINION = Opinion(body="自治推進委員会", achievement=4, opinion="参加者が減っている。")
STEPS = ("draft", "section", "bureau", "approved", "published")
NAMES_OF_TWO = ("sheet_two", "sheet_two_pdf", "sheet_two_csv")
NAMES_OF_ONE = ("sheet_one", "sheet_one_pdf", "sheet_one_csv", "programmes_pdf", "programmes_csv")


@pytest.fixture
def two(edition: Edition, office: Office, town: Town) -> ProgrammeReview:
    owned(edition, office.planner, town)
    return office.write(office.sheet(office.open(edition)))


@pytest.fixture
def one(office: Office, two: ProgrammeReview) -> EffortReview:
    review = two.round.effortreviews.get(effort__listings__programme=two.programme)
    draft_effort_review(actor=office.staff, review=review, sheet=ONE)
    return review


@pytest.fixture
def published(
    office: Office, one: EffortReview, two: ProgrammeReview
) -> tuple[EffortReview, ProgrammeReview]:
    return office.take_to("published", one, DAY), office.take_to("published", two, DAY)


def led_to(office: Office, step: str, review: ProgrammeReview) -> ProgrammeReview:
    return review if step == "draft" else office.take_to(step, review, DAY)


def got(client: Client, name: str, review: EffortReview | ProgrammeReview) -> bytes:
    response = client.get(reverse(f"plans:{name}", args=[review.reference]))
    assert response.status_code == 200, name
    return b"".join(response.streaming_content) if response.streaming else response.content


def page(client: Client, name: str, review: EffortReview | ProgrammeReview) -> str:
    return got(client, name, review).decode()


def paper(client: Client, name: str, review: EffortReview | ProgrammeReview) -> PdfReader:
    return PdfReader(io.BytesIO(got(client, name, review)))


def words(pdf: PdfReader) -> str:
    """The text of all pages without the blanks and line breaks that setting it adds."""
    return "".join("".join(each.extract_text() for each in pdf.pages).split())


def lines(client: Client, name: str, review: EffortReview | ProgrammeReview) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(got(client, name, review).decode("utf-8-sig"))))


# Who reads a sheet at which step. A committee reads what it may judge, an auditor everything.
READERS = {
    "nobody": {"published"},
    "resident": {"published"},
    "own_staff": set(STEPS),
    "own_chief": set(STEPS),
    "own_bureau": set(STEPS),
    "planner": set(STEPS),
    "auditor": set(STEPS),
    "committee": {"approved", "published"},
    "other_staff": {"published"},
    "other_bureau": {"published"},
    "ward_staff": {"published"},
}


def account(town: Town, name: str) -> Account | None:
    match name:
        case "nobody":
            return None
        case "resident":
            return town.account()
        case "own_staff":
            return town.staff(Role.SECTION_STAFF, section=town.section)
        case "own_chief":
            return town.staff(Role.SECTION_CHIEF, section=town.section)
        case "own_bureau":
            return town.bureau_staff(Role.BUREAU_CHIEF, town.section.bureau)
        case "other_staff":
            return town.staff(Role.SECTION_STAFF, section=town.other_section)
        case "other_bureau":
            return town.bureau_staff(Role.BUREAU_CHIEF, town.other_section.bureau)
        case "ward_staff":
            return town.staff(Role.WARD_STAFF, ward=town.ward)
    roles = {
        "planner": Role.PLANNING_OFFICER,
        "auditor": Role.AUDITOR,
        "committee": Role.COMMITTEE_SECRETARIAT,
    }
    return town.staff(roles[name])


@pytest.mark.parametrize("step", STEPS)
def test_a_sheet_two_is_found_by_its_readers_only(
    office: Office, two: ProgrammeReview, town: Town, step: str
) -> None:
    review = led_to(office, step, two)
    for name, steps in READERS.items():
        browser = town.browser(account(town, name))
        for address in NAMES_OF_TWO:
            status = browser.get(reverse(f"plans:{address}", args=[review.reference])).status_code
            assert status == (200 if step in steps else 404), (name, address)


@pytest.mark.parametrize("step", ["draft", "approved", "published"])
def test_a_sheet_one_is_found_by_its_readers_only(
    office: Office, one: EffortReview, town: Town, step: str
) -> None:
    review = led_to(office, step, one)
    for name, steps in READERS.items():
        browser = town.browser(account(town, name))
        for address in NAMES_OF_ONE:
            status = browser.get(reverse(f"plans:{address}", args=[review.reference])).status_code
            assert status == (200 if step in steps else 404), (name, address)


def test_a_draft_is_missing_in_the_same_words_as_a_sheet_that_never_was(
    two: ProgrammeReview, town: Town
) -> None:
    missing = town.browser().get(reverse("plans:sheet_two", args=["14-9999-7"])).content
    draft = town.browser().get(reverse("plans:sheet_two", args=[two.reference])).content
    assert draft.replace(two.reference.encode(), b"") == missing.replace(b"14-9999-7", b"")


def test_a_sheet_does_not_answer_to_the_address_of_the_other_kind(published, town: Town) -> None:
    one, two = published
    assert town.browser().get(reverse("plans:sheet_one", args=[two.reference])).status_code == 404
    assert town.browser().get(reverse("plans:sheet_two", args=[one.reference])).status_code == 404


def test_a_number_on_paper_leads_to_its_sheet(published, town: Town) -> None:
    for review, name in zip(published, ("sheet_one", "sheet_two"), strict=True):
        answer = town.browser().get(f"/r/{review.reference}/")
        assert answer.url == reverse(f"plans:{name}", args=[review.reference])


def test_the_page_of_a_sheet_one_says_it_all(published, town: Town) -> None:
    one, two = published
    shown = page(town.browser(), "sheet_one", one)
    for text in (
        one.reference,
        "72401000",
        "委員がかたよる",
        "7区で開いた",
        "公表",
        "達成状況ごとの事業の数",
    ):
        assert text in shown
    assert reverse("plans:sheet_two", args=[two.reference]) in shown
    assert reverse("plans:sheet_one_pdf", args=[one.reference]) in shown


def test_the_page_of_a_sheet_two_shows_grade_evidence_and_second_opinion(
    published, office: Office, town: Town
) -> None:
    one, two = published
    give_second_opinion(actor=office.committee, review=two, opinion=OPINION, on=DAY)
    shown = page(town.browser(), "sheet_two", two)
    for text in ("3 目標をほぼ達成", "C 現状維持・目標どおり", FULL.result, FULL.why_this_grade):
        assert text in shown
    for text in (MINUTES.title, MINUTES.where, OPINION.opinion, "4 目標を下回る", two.reference):
        assert text in shown
    assert reverse("plans:sheet_one", args=[one.reference]) in shown


def test_a_published_sheet_counts_no_drafts_whoever_reads_it(
    edition: Edition, office: Office, two: ProgrammeReview, one: EffortReview, town: Town
) -> None:
    published = office.take_to("published", one, DAY)
    auditor = town.browser(account(town, "auditor"))
    assert lines(auditor, "programmes_csv", published) == []
    assert "事業の評価が公表されると" in page(auditor, "sheet_one", published)


def test_programme_and_tree_lead_to_the_published_sheets(published, edition: Edition, town: Town) -> None:
    one, two = published
    programme = town.browser().get(reverse("plans:programme", args=[two.programme.reference]))
    assert reverse("plans:sheet_two", args=[two.reference]) in programme.content.decode()
    tree = town.browser().get(reverse("plans:edition", args=[edition.reference])).content.decode()
    assert tree.count(reverse("plans:sheet_one", args=[one.reference])) == 1


def test_the_tree_does_not_show_a_draft(one: EffortReview, edition: Edition, town: Town) -> None:
    browser = town.browser(account(town, "planner"))
    assert (
        one.reference not in browser.get(reverse("plans:edition", args=[edition.reference])).content.decode()
    )


def test_pages_of_sheets_need_few_queries(published, town: Town, django_assert_max_num_queries) -> None:
    one, two = published
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        page(town.browser(), "sheet_one", one)
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        page(town.browser(), "sheet_two", two)
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        got(town.browser(), "sheet_two_pdf", two)


def test_a_draft_page_needs_few_queries(
    two: ProgrammeReview, town: Town, django_assert_max_num_queries
) -> None:
    browser = town.browser(account(town, "own_staff"))
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        page(browser, "sheet_two", two)


def test_the_paper_of_a_sheet_one_has_the_fields_of_the_citys_form(published, town: Town) -> None:
    said = words(paper(town.browser(), "sheet_one_pdf", published[0]))
    labels = (
        "評価年度",
        "施策課題コード",
        "作成課",
        "基本政策",
        "政策の基本方向",
        "基本施策",
        "関係課",
        "重点",
    )
    parts = ("解決すべき課題", "施策の概要", "施策の目標", "成果の説明")
    for text in (*labels, *parts, "72401000", published[0].reference, "7区で開いた", "2012年5月21日", "1/1"):
        assert text in said


def test_the_paper_of_a_sheet_two_has_grades_grid_and_opinions(published, office: Office, town: Town) -> None:
    two = published[1]
    give_second_opinion(actor=office.committee, review=two, opinion=OPINION, on=DAY)
    said = words(paper(town.browser(), "sheet_two_pdf", two))
    for text in ("現状", "2011年度", "2012年度", "2013年度", "2014年度以降"):
        assert text in said
    for text in ("事業目標", "実行計画と差異のある", "実績", FULL.goal, FULL.result, MINUTES.shows):
        assert text in said
    for text in (two.reference, "3目標をほぼ達成", "自治推進委員会", "4目標を下回る", OPINION.opinion):
        assert text in said


def test_the_paper_of_a_whole_effort_counts_its_programmes(published, town: Town) -> None:
    said = words(paper(town.browser(), "programmes_pdf", published[0]))
    for text in (
        "達成状況事業数うち重点",
        "3目標をほぼ達成10",
        "計10",
        "現状維持C1G0",
        "予算・人員を拡大A0E0",
    ):
        assert text in said
    assert "Ⅰ" not in said


def test_in_the_last_year_of_the_plan_the_whole_period_is_graded(
    edition: Edition, office: Office, town: Town
) -> None:
    owned(edition, office.planner, town)
    review = office.sheet(office.open(edition, 2013))
    draft_review(actor=office.staff, review=review, sheet=replace(FULL, plan_end_grade=2))
    one = review.round.effortreviews.get(effort__listings__programme=review.programme)
    browser = town.browser(account(town, "own_staff"))
    said = words(paper(browser, "programmes_pdf", one))
    assert "計画期間の評価事業数うち重点Ⅰ00Ⅱ10Ⅲ00" in said
    assert "計画期間の評価ごとの事業の数" in page(browser, "sheet_one", one)


def test_a_draft_on_paper_is_not_taken_for_more(office: Office, two: ProgrammeReview, town: Town) -> None:
    browser = town.browser(account(town, "own_staff"))
    assert "公表前（作成中）" in words(paper(browser, "sheet_two_pdf", two))
    assert "公表前" not in words(paper(browser, "sheet_two_pdf", office.take_to("published", two, DAY)))


def test_paper_is_kept_and_read_aloud_by_the_standards(published, town: Town) -> None:
    titles = ("2011年度 施策評価票（票1） ", "2011年度 事務事業評価票（票2） ")
    for review, name, title in zip(published, ("sheet_one_pdf", "sheet_two_pdf"), titles, strict=True):
        pdf = paper(town.browser(), name, review)
        about = pdf.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
        assert "<pdfaid:part>2</pdfaid:part>" in about
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
        assert "<pdfuaid:part>1</pdfuaid:part>" in about
        assert pdf.metadata.title == title + review.title


def test_demo_data_are_marked_on_paper_in_a_city_that_is_none(published, town: Town, settings) -> None:
    settings.DEMO = False
    two = published[1]
    assert "デモ" not in words(paper(town.browser(), "sheet_two_pdf", two))
    ProgrammeReview.objects.filter(pk=two.pk).update(is_demo=True)
    assert "デモ" in words(paper(town.browser(), "sheet_two_pdf", two))


def test_everybody_gets_the_same_bytes_in_every_language(published, town: Town) -> None:
    for review, name in zip(published, ("sheet_one_pdf", "sheet_two_pdf"), strict=True):
        english = Client(headers={"accept-language": "en"})
        english.cookies["django_language"] = "en"
        readers = (town.browser(), english, town.browser(account(town, "planner")))
        assert len({got(reader, name, review) for reader in readers}) == 1


def test_a_later_year_does_not_change_the_paper_of_an_earlier_one(
    edition: Edition, published, office: Office, town: Town
) -> None:
    two = published[1]
    before = got(town.browser(), "sheet_two_pdf", two)
    later = office.sheet(office.open(edition, 2012))
    own = replace(FULL, result="2012年度は26回開いた", why_this_grade="2回は台風で中止したため")
    office.take_to("published", office.write(later, own), date(2013, 5, 20))
    assert got(town.browser(), "sheet_two_pdf", two) == before
    said = words(paper(town.browser(), "sheet_two_pdf", later))
    assert FULL.result in said
    assert own.result in said


def test_csv_has_one_line_and_no_formula(office: Office, two: ProgrammeReview, town: Town) -> None:
    draft_review(actor=office.staff, review=two, sheet=replace(FULL, result="=1+1"))
    add_evidence(actor=office.staff, review=two, evidence=replace(MINUTES, title="出席簿"))
    published = office.take_to("published", two, DAY)
    raw = got(town.browser(), "sheet_two_csv", published)
    assert raw.startswith(b"\xef\xbb\xbf")
    (row,) = lines(town.browser(), "sheet_two_csv", published)
    assert row["番号"] == published.reference
    assert row["事務事業名"] == COUNCIL
    assert (row["達成状況"], row["計画期間の評価"]) == ("3 目標をほぼ達成", "")
    assert row["2011年度 実績"] == "'=1+1"
    assert row["根拠"].splitlines() == [
        "資料「会議録」（各区役所 企画課）：28回の開催日と出席者",
        "資料「出席簿」（各区役所 企画課）：28回の開催日と出席者",
    ]


def test_csv_of_a_sheet_one_and_of_its_programmes(published, town: Town) -> None:
    one, two = published
    (row,) = lines(town.browser(), "sheet_one_csv", one)
    assert (row["番号"], row["施策課題コード"], row["成果の説明"]) == (
        one.reference,
        "72401000",
        "7区で開いた",
    )
    (line,) = lines(town.browser(), "programmes_csv", one)
    assert (line["番号"], line["施策課題コード"]) == (two.reference, "72401000")
