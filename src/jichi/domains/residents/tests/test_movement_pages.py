"""Entering movements at the desk: page by page without a script, nothing typed lost, and what the clerk reads."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.town import Town

from jichi.domains.residents.models import Entry, Household, Movement
from jichi.domains.residents.rules.words import HEAD
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.models import DemoDay

from .families import clerk, family, people, ties
from .small_register import town_in

pytestmark = pytest.mark.django_db
TODAY = "2012-11-01"


@pytest.fixture(autouse=True)
def on_the_day(settings: object, db: None) -> Iterator[None]:
    settings.DEMO = True  # type: ignore[attr-defined]
    DemoDay.objects.create(pk=1, day=date.fromisoformat(TODAY))
    return


@pytest.fixture
def desk(town: Town) -> Client:
    return town.browser(town.staff(Role.REGISTRY_CHIEF, ward=town.ward))


@pytest.fixture
def home(town: Town) -> Household:
    return family(town, clerk(town))


def opened(desk: Client, home: Household) -> str:
    """The household's page after the reason was given."""
    page = f"/residents/desk/households/{home.public_id}/"
    desk.post(page, {"reason": "move", "detail": ""})
    answer = desk.get(page)
    if "調べる理由" in answer.content.decode():
        form = answer.context["form"]
        desk.post(page, {"reason": form.fields["reason"].choices[0][0], "detail": "転居届の受付"})
    return page


def text_of(answer: object) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))  # type: ignore[attr-defined]


def carried(answer: object) -> dict[str, list[str]]:
    """Everything the page's form would send, buttons left out."""
    form = answer.context["form"]  # type: ignore[attr-defined]
    sent = {field.html_name: "" if field.value() is None else str(field.value()) for field in form}
    more = {"people": answer.context.get("people") or [], "rows": str(answer.context.get("rows", 1))}  # type: ignore[attr-defined]
    return {**sent, **more}  # type: ignore[dict-item]


def hexes(home: Household, *names: str) -> list[str]:
    return [people(home)[name].public_id.hex for name in names]


def test_nothing_of_a_household_is_shown_before_the_reason(desk: Client, home: Household) -> None:
    page = f"/residents/desk/households/{home.public_id}/"
    assert "一郎" not in desk.get(page).content.decode()
    opened(desk, home)
    shown = text_of(desk.get(page)).partition("世帯員")[2]
    assert shown.index("太郎") < shown.index("花子") < shown.index("一郎")


def test_a_family_moves_in_on_one_form_with_a_row_for_each(town: Town, desk: Client) -> None:
    town_in(town.ward)
    page = "/residents/desk/movements/arrive/moved_in/"
    first = desk.get(page)
    typed = {
        **carried(first),
        "happened_on": "2012-10-25",
        "town": "見本町1丁目",
        "lot": "7番7号",
        "place": "横浜市",
        "p0-name": "実例 太郎",
        "p0-birth": "1970-04-01",
        "p0-relationship": HEAD,
    }
    more = desk.post(page, {**typed, "stage": "add"})
    assert more.context["rows"] == 2
    again = carried(more)
    assert again["p0-name"] == "実例 太郎"
    second = {"p1-name": "実例　花子", "p1-birth": "1972-05-02", "p1-relationship": "妻"}
    check = desk.post(page, {**again, **second, "stage": "check"})
    assert "国民健康保険に入る人" in text_of(check)
    assert "2012年11月8日" in text_of(check)
    assert Movement.objects.count() == 0
    done = desk.post(page, {**carried(check), "stage": "act"}, follow=True)
    movement = Movement.objects.get()
    assert movement.number in text_of(done)
    entry = Entry.objects.get(relationship=HEAD)
    assert (entry.name, entry.town.name, entry.movement_id) == ("実例　太郎", "見本町一丁目", movement.pk)  # type: ignore[union-attr]
    twice = desk.post(page, {**carried(check), "stage": "act"}, follow=True)
    assert movement.number in text_of(twice)
    assert Movement.objects.count() == 1


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(town: Town, desk: Client) -> None:
    town_in(town.ward)
    page = "/residents/desk/movements/arrive/moved_in/"
    typed = {
        **carried(desk.get(page)),
        "happened_on": "2012-09-01",
        "notified_on": "2012-10-30",
        "town": "見本町一丁目",
        "lot": "7番",
        "p0-name": "実例　太郎",
        "p0-birth": "1970-04-01",
    }
    answer = desk.post(page, {**typed, "stage": "check"})
    assert answer.status_code == 422
    assert "届出の期限は2012年9月18日でした（住民基本台帳法第22条）" in text_of(answer)
    assert carried(answer)["p0-name"] == "実例　太郎"
    unknown = desk.post(page, {**typed, "town": "どこか町", "stage": "check"})
    assert "この名前の町は、担当する区にありません" in text_of(unknown)


def test_when_the_head_dies_the_next_head_and_what_is_not_certain_are_asked(
    desk: Client, home: Household
) -> None:
    page = f"{opened(desk, home)}enter/died/"
    assert "だれの異動ですか" in text_of(desk.get(page))
    details = desk.post(page, {"people": hexes(home, "太郎"), "stage": "details"})
    typed = {**carried(details), "happened_on": "2012-10-30"}
    refused = desk.post(page, {**typed, "stage": "check"})
    assert "次の世帯主を選んでください" in text_of(refused)
    wife = hexes(home, "花子")[0]
    asked = desk.post(page, {**carried(refused), "next_head": wife, "stage": "check"})
    assert "次のどれかと思われます：子、夫の子" in text_of(asked)
    children = {f"rest-{key}": "子" for key in hexes(home, "一郎", "二葉")}
    check = desk.post(page, {**carried(asked), **children, "stage": "check"})
    assert "住民票は消除され、除票になります" in text_of(check)
    desk.post(page, {**carried(check), "stage": "act"})
    assert ties(home) == {"花子": HEAD, "一郎": "子", "二葉": "子"}


def test_the_look_ahead_says_what_would_change_and_writes_nothing(
    town: Town, desk: Client, home: Household
) -> None:
    page = f"{opened(desk, home)}enter/moved/"
    details = desk.post(page, {"people": hexes(home, "太郎", "花子", "一郎", "二葉"), "stage": "details"})
    typed = {**carried(details), "happened_on": "2012-10-30", "town": "見本町一丁目", "lot": "9番9号"}
    ahead = desk.post(page, {**typed, "stage": "foresee"}, headers={"hx-request": "true"})
    assert "通う学校が変わることがあります" in text_of(ahead)
    assert "9番9号" in text_of(ahead)
    assert Movement.objects.count() == 1


ITEM_KINDS = {
    "married": {"p0-name": "見本　二葉", "p0-domicile": "横浜市一番", "p0-domicile_first": "見本　次郎"},
    "domicile_changed": {"p0-domicile": "横浜市一番", "p0-domicile_first": "実例　太郎"},
    "amended": {"p0-kana": "じつれい　ふたば"},
    "error_corrected": {"p0-birth": "2004-07-05"},
    "adopted": {"p0-relationship": "養子"},
}


@pytest.mark.parametrize("kind", ITEM_KINDS)
def test_items_of_a_record_are_written_by_the_kinds_that_may(
    desk: Client, home: Household, kind: str
) -> None:
    page = f"{opened(desk, home)}enter/{kind}/"
    details = desk.post(page, {"people": hexes(home, "二葉"), "stage": "details"})
    check = desk.post(page, {**carried(details), **ITEM_KINDS[kind], "stage": "check"})
    assert "まだ入力されていません" in text_of(check)
    desk.post(page, {**carried(check), "stage": "act"})
    movement = Movement.objects.get(kind=kind)
    entry = movement.entries.get()
    for field, value in ITEM_KINDS[kind].items():
        assert str(getattr(entry, field.partition("-")[2])) == value


def test_a_movement_is_corrected_and_taken_back_with_a_reason(desk: Client, home: Household) -> None:
    opened(desk, home)
    movement = Movement.objects.get()
    page = f"/residents/desk/movements/{movement.number}/correct/"
    form = desk.get(page).context["form"]
    typed = {field.html_name: field.value() or "" for field in form}
    typed |= {"lot": "1番2号", "note": "番地の読み違い"}
    done = desk.post(page, {**typed, "stage": "act"}, follow=True)
    assert "異動を訂正しました" in text_of(done)
    assert Entry.objects.get(person=people(home)["花子"], superseded_at=None).lot == "1番2号"
    again = Movement.objects.latest("pk")
    assert (again.voids, again.kind) == (movement, "moved_in")
    page = f"/residents/desk/movements/{again.number}/void/"
    form = desk.get(page).context["form"]
    assert "取り消す理由" in text_of(desk.post(page, {"ticket": form["ticket"].value(), "stage": "act"}))
    desk.post(page, {"ticket": form["ticket"].value(), "note": "別の世帯だった", "stage": "act"})
    assert ties(home) == {}


def test_any_past_day_of_a_household_can_be_asked(desk: Client, home: Household) -> None:
    page = opened(desk, home)
    assert "この日に、この世帯に属する人はいません" in text_of(desk.get(page, {"day": "2012-09-30"}))
    assert "太郎" in text_of(desk.get(page, {"day": "2012-10-02"}))


def test_a_clerk_of_another_ward_may_look_and_enters_nothing(town: Town, home: Household) -> None:
    neighbour = town.browser(town.staff(Role.REGISTRY_CLERK, ward=town.other_ward))
    page = opened(neighbour, home)
    assert "この世帯の異動を入力する" not in text_of(neighbour.get(page))
    assert neighbour.get(f"{page}enter/").status_code == 404
    assert neighbour.get(f"/residents/desk/movements/{Movement.objects.get().number}/").status_code == 404


@pytest.mark.parametrize("role", [None, Role.WARD_STAFF, Role.AUDITOR])
def test_nobody_else_learns_that_there_is_a_household(town: Town, home: Household, role: Role | None) -> None:
    browser = town.browser(town.staff(role, ward=town.ward) if role else town.account())
    for page in (
        f"desk/households/{home.public_id}/",
        "desk/movements/",
        "desk/take-over/",
        "desk/movements/renumber/",
    ):
        assert browser.get(f"/residents/{page}").status_code == 404


def test_the_pages_ask_the_database_little(desk: Client, home: Household) -> None:
    page = opened(desk, home)
    for address, most in ((page, 28), (f"{page}enter/", 24), ("/residents/desk/movements/", 16)):
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(address).status_code == 200
        assert len(asked) <= most, address


def test_the_days_list_is_exported(desk: Client, home: Household) -> None:
    answer = desk.get("/residents/desk/movements/", {"format": "csv", "kind": "moved_in"})
    told = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert Movement.objects.get().number in told
    assert "実例" not in told


def test_a_household_opens_by_its_number(desk: Client, home: Household) -> None:
    answer = desk.post("/residents/desk/movements/open/", {"number": home.number.replace("-", "")})
    assert answer.headers["Location"] == f"/residents/desk/households/{home.public_id}/"
    assert "この番号の世帯はありません" in text_of(
        desk.post("/residents/desk/movements/open/", {"number": "27-9999-9"})
    )
