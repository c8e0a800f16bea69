"""The law on pages, over the API and by command."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.clock.models import DemoDay
from jichi.kernel.law.apps import look_at_the_law
from jichi.kernel.law.shelf import law
from jichi.kernel.law.tests.book_of import HEAD, ROW, folder

pytestmark = pytest.mark.django_db

ON = "2012-07-08"


def rows_of(page: str) -> str:
    return page.partition("<tbody>")[2].partition("</tbody>")[0]


@pytest.mark.parametrize("role", [None, Role.SECTION_STAFF, Role.ADMINISTRATOR])
@pytest.mark.parametrize(
    ("path", "status"), [("/law/", 200), ("/law/referendums.age_min/", 200), ("/law/no.such.value/", 404)]
)
def test_everybody_reads_the_law(town: Town, role: Role | None, path: str, status: int) -> None:
    reader = None if role is None else town.staff(role)

    assert town.browser(reader).get(path).status_code == status


def test_reading_the_law_asks_the_database_for_nothing_but_the_day(
    client: Client, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(0):
        client.get("/law/", {"on": ON})
        client.get("/law/referendums.age_min/")


def test_what_nobody_has_confirmed_comes_first_with_its_mark(client: Client) -> None:
    rows = rows_of(client.get("/law/", {"on": ON}).content.decode())
    csv = client.get("/law/", {"on": ON, "format": "csv"})
    standings = [line.rpartition(b",")[2].strip().decode() for line in csv.streaming_content][1:]

    assert 'badge unconfirmed">未確認' in rows.partition("</tr>")[0]
    order = ["未確認", "値が分かっていない", "推定", "出典で確認", "定めがない"]
    assert standings == sorted(standings, key=order.index)


def test_a_value_stands_with_unit_days_and_source(client: Client) -> None:
    rows = rows_of(
        client.get("/law/", {"on": ON, "subject": "referendums", "standing": "read"}).content.decode()
    )

    assert "投票できる年齢" in rows
    assert "18歳" in rows
    assert "2009年4月1日" in rows
    assert "/980/page/0000019405.html" in rows
    assert "区民会議" not in rows


def test_the_day_shown_is_the_demo_day_where_none_is_asked_for(client: Client, settings) -> None:
    settings.DEMO = True
    DemoDay.objects.create(id=1, day=date(2008, 1, 1))

    page = client.get("/law/", {"subject": "referendums"}).content.decode()

    assert "2008年（平成20年）1月1日の定め" in page
    assert "まだ定めがない" in rows_of(page)


def test_two_days_are_compared_and_only_what_differs_is_shown(client: Client) -> None:
    page = client.get("/law/", {"on": ON, "against": "2012-07-09"}).content.decode()
    shown = rows_of(page)

    assert "/law/referendums.foreign_register/" in shown
    assert "外国人登録" in shown
    assert "住民基本台帳" in shown
    assert "投票できる年齢" not in shown


def test_two_days_with_the_same_law_say_so(client: Client) -> None:
    page = client.get("/law/", {"on": "2012-07-09", "against": "2012-07-10"}).content.decode()

    assert "違う定めはありません。" in page


def test_a_wrong_day_is_refused_at_its_field_and_the_law_of_today_is_shown(client: Client) -> None:
    page = client.get("/law/", {"on": "2012-02-30"}).content.decode()

    assert "日付を正しく入力してください。" in page
    assert rows_of(page)


def test_the_list_comes_as_csv_with_plain_values(client: Client) -> None:
    response = client.get("/law/", {"on": ON, "subject": "referendums", "format": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")

    assert text.splitlines()[0] == "定め,分野,値,単位,始まり,終わり,根拠,確かさ"
    assert "投票できる年齢,住民投票,18,歳,2009-04-01,," in text
    assert "<span" not in text


def test_a_value_shows_its_history_and_what_decides_its_day(client: Client) -> None:
    page = client.get("/law/referendums.age_min/").content.decode()

    assert "どの日の定めを使うか" in page
    assert "投票日" in page
    assert 'datetime="2009-04-01"' in page


def test_a_value_nobody_knows_says_that_it_is_not_guessed(client: Client) -> None:
    unset = next(entry for entry in law.entries() if entry.is_unset)

    page = client.get(f"/law/{unset.key}/").content.decode()

    assert "推測では書かず" in page
    assert "未確認" in page


def test_the_api_gives_the_law_of_a_day_a_page_at_a_time(client: Client) -> None:
    body = client.get(
        "/api/v1/law/", {"on": ON, "subject": "referendums", "standing": "read", "per_page": 200}
    ).json()
    ages = next(each for each in body["items"] if each["key"] == "referendums.age_min")

    assert ages["row"]["value"] == 18
    assert ages["row"]["since"] == "2009-04-01"
    assert {each["standing"] for each in body["items"]} == {"read"}


def test_the_api_gives_one_value_with_its_history_or_says_there_is_none(client: Client) -> None:
    assert client.get("/api/v1/law/referendums.age_min").json()["history"][0]["value"] == 18
    assert client.get("/api/v1/law/no.such.value").status_code == 404


def test_the_command_counts_what_is_still_to_confirm(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("law", "check")

    assert capsys.readouterr().out.startswith(f"条例の値：{len(law.entries())}件を読みました")


def test_the_command_prints_the_law_of_a_day_and_what_two_days_differ_in(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("law", "show", "--on", ON)
    whole = capsys.readouterr().out
    call_command("law", "show", "--on", ON, "--against", "2012-07-09")
    differing = capsys.readouterr().out

    assert "出典で確認  referendums.age_min  18歳" in whole
    assert "referendums.foreign_register" in differing
    assert "referendums.age_min" not in differing


def test_a_wrong_file_stops_the_command_and_the_start_with_its_sentence(tmp_path: Path, settings) -> None:
    folder(tmp_path / "law", x=HEAD + ROW.replace('"1/10"', '"a tenth"'))
    settings.CITY_FOLDER = tmp_path

    (fault,) = look_at_the_law()
    with pytest.raises(CommandError, match="a tenth") as ended:
        call_command("law", "check")

    assert fault.id == "law.E001"
    assert "x.toml [share]" in fault.msg
    assert ended.value.returncode == 2


def test_a_key_that_no_file_has_stops_the_start(tmp_path: Path, settings, monkeypatch) -> None:
    folder(tmp_path / "law", x=HEAD + ROW)
    settings.CITY_FOLDER = tmp_path
    from jichi.kernel.law.book import LegalValue
    from jichi.kernel.law.checks import faults_of_the_law

    (fault,) = faults_of_the_law([LegalValue("x.other", str)])

    assert fault.id == "law.E002"
    assert "x.other is in no law file" in fault.msg
