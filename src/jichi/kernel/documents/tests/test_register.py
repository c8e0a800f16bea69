"""The register for staff: who sees which documents, who withdraws, and the templates."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.documents.checks import WrongTemplates
from jichi.kernel.documents.loading import load_documents
from jichi.kernel.documents.models import Document
from jichi.kernel.people.models import Account

from .issuing import NAMES, TEMPLATE, issued

pytestmark = pytest.mark.django_db
REGISTER = "/desk/documents/"
TEMPLATES = "/desk/document-templates/"
ENOUGH_QUERIES = 16


def account(town: Town, who: str) -> Account | None:
    people = {
        "nobody": lambda: None,
        "resident": lambda: town.account(),
        "own_staff": lambda: town.staff(Role.SECTION_STAFF, section=town.section),
        "own_chief": lambda: town.staff(Role.SECTION_CHIEF, section=town.section),
        "own_bureau": lambda: town.bureau_staff(Role.BUREAU_CHIEF, town.section.bureau),
        "other_chief": lambda: town.staff(Role.SECTION_CHIEF, section=town.other_section),
        "planner": lambda: town.staff(Role.PLANNING_OFFICER),
        "auditor": lambda: town.staff(Role.AUDITOR),
        "committee": lambda: town.staff(Role.COMMITTEE_SECRETARIAT),
    }
    return people[who]()


@pytest.mark.parametrize(
    ("who", "sees_list", "sees_document", "withdraws"),
    [
        ("nobody", 404, 404, 404),
        ("resident", 404, 404, 404),
        ("committee", 404, 404, 404),
        ("own_staff", 200, 200, 404),
        ("own_chief", 200, 200, 200),
        ("own_bureau", 200, 200, 200),
        ("other_chief", 200, 404, 404),
        ("planner", 200, 200, 200),
        ("auditor", 200, 200, 404),
    ],
)
def test_everybody_sees_what_is_theirs(
    town: Town, document: Document, who: str, sees_list: int, sees_document: int, withdraws: int
) -> None:
    browser = town.browser(account(town, who))
    page = f"{REGISTER}{document.pk}/"
    if sees_document == 200:
        browser.post(f"{page}look/", {"why": "窓口での確認"})
    found = [browser.get(url).status_code for url in (REGISTER, page, f"{page}withdraw/", TEMPLATES)]
    assert found == [sees_list, sees_document, withdraws, sees_list]


def test_the_list_of_another_section_does_not_have_it(town: Town, document: Document) -> None:
    for who, is_there in (("other_chief", False), ("own_chief", True)):
        page = town.browser(account(town, who)).get(REGISTER).content.decode()
        assert (document.number in page) is is_there


def test_the_register_is_narrowed_by_year_bureau_state_and_word(town: Town, key: str) -> None:
    first, second = (
        issued(town, title="甲"),
        issued(town, title="乙の票", is_public=True, on=date(2013, 4, 1)),
    )
    browser = town.browser(account(town, "auditor"))
    for query, shown in (
        ({"year": "2012"}, [first]),
        ({"year": "2013"}, [second]),
        ({"bureau": "planning"}, [first, second]),
        ({"state": "withdrawn"}, []),
        ({"word": "乙の"}, [second]),
        ({"word": "甲"}, []),
        ({"word": "24川総企"}, [first]),
        ({"template": "tests.sheet"}, [first, second]),
    ):
        page = browser.get(REGISTER, query).content.decode()
        assert [each for each in (first, second) if f">{each.number}</a>" in page] == shown, query


def test_the_register_is_a_csv_file_too(town: Town, document: Document) -> None:
    response = town.browser(account(town, "auditor")).get(REGISTER, {"format": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["文書番号"], row["年度"], row["状態"], row["発行日"]) == (
        document.number,
        "2012年度",
        "有効",
        "2012-07-09",
    )
    assert document.code not in text


def test_a_chief_withdraws_with_a_reason_after_a_question(town: Town, document: Document) -> None:
    browser = town.browser(account(town, "own_chief"))
    browser.post(f"{REGISTER}{document.pk}/look/", {"why": "窓口での確認"})
    page = f"{REGISTER}{document.pk}/withdraw/"
    assert browser.post(page, {"reason": "", "note": "事情"}).status_code == 422
    asked = browser.post(page, {"reason": "mistake", "note": "事情"}).content.decode()
    assert "有効でなくなります" in asked
    assert Document.objects.get().stands
    done = browser.post(page, {"reason": "mistake", "note": "事情", "stage": "act"}, follow=True)
    assert "取り消しました" in done.content.decode()
    assert "記載に誤りがあったため" in done.content.decode()
    assert Document.objects.get().step == "withdrawn"
    assert browser.get(page).status_code == 404


def test_the_register_needs_few_queries_however_long_it_is(
    town: Town, key: str, django_assert_max_num_queries
) -> None:
    browser = town.browser(account(town, "auditor"))
    for _ in range(3):
        issued(town)
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        assert browser.get(REGISTER).status_code == 200
    page = f"{REGISTER}{Document.objects.first().pk}/"
    browser.post(f"{page}look/", {"why": "窓口での確認"})
    with django_assert_max_num_queries(ENOUGH_QUERIES):
        assert browser.get(page).status_code == 200


def test_a_sample_says_that_it_is_one(town: Town, key: str) -> None:
    response = town.browser(account(town, "own_staff")).get(f"{TEMPLATES}{TEMPLATE.name}.pdf")
    text = PdfReader(io.BytesIO(response.content)).pages[0].extract_text()
    assert "見本" in text
    assert "00見本第0号" in text
    assert not Document.objects.exists()


def test_a_template_that_nobody_declared_is_not_there(town: Town, key: str) -> None:
    assert town.browser(account(town, "own_staff")).get(f"{TEMPLATES}tests.nothing.pdf").status_code == 404


@pytest.fixture
def broken(own_template: None, tmp_path: Path, settings) -> Path:
    """The city has put a template of its own in the place of the default, with a slip in it."""
    numbers = (settings.CITY_FOLDER / "documents" / "numbers.toml").read_text(encoding="utf-8")
    settings.CITY_FOLDER, settings.VAR = tmp_path, tmp_path / "var"
    own = tmp_path / "documents" / "tests" / "sheet.typ"
    own.parent.mkdir(parents=True)
    (tmp_path / "documents" / "numbers.toml").write_text(numbers, encoding="utf-8")
    own.write_text('#import "/jichi.typ": *\n#show: paper.with(title: data.titel)\n', encoding="utf-8")
    return own


def test_a_wrong_template_stops_the_start_with_file_and_reason(broken: Path) -> None:
    with pytest.raises(WrongTemplates) as refused:
        load_documents()
    assert str(broken) in str(refused.value)
    assert "titel" in str(refused.value)


def test_the_command_names_the_wrong_template(broken: Path) -> None:
    with pytest.raises(CommandError, match="titel"):
        call_command("documents", "check")


def test_staff_see_which_template_is_wrong_and_why(town: Town, broken: Path) -> None:
    browser = town.browser(account(town, "own_staff"))
    page = browser.get(TEMPLATES).content.decode()
    assert "印刷できません" in page
    assert "市のもの" in page
    sample = browser.get(f"{TEMPLATES}{TEMPLATE.name}.pdf")
    assert sample.status_code == 500
    assert "titel" in sample.content.decode()


def test_the_command_counts_what_is_whole(document: Document, capsys) -> None:
    call_command("documents", "check")
    assert "1 documents: 1 made again byte for byte" in capsys.readouterr().out
    assert NAMES not in capsys.readouterr().out
