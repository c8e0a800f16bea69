"""What people see of places: everything is public, and what nobody confirmed says so."""

from datetime import date

import pytest
from django.test import Client
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.clock.models import DemoDay
from jichi.kernel.places.tests.city import kawasaki

__all__ = ["kawasaki"]

PAGES = [
    ("/places/", 200, 1),
    ("/places/14131/", 200, 6),
    ("/places/towns/", 200, 4),
    ("/places/offices/", 200, 4),
    ("/places/organisation/", 200, 2),
    ("/places/99999/", 404, 1),
]


@pytest.mark.usefixtures("kawasaki")
@pytest.mark.parametrize(("path", "status", "most_queries"), PAGES)
def test_anybody_reads_places_with_few_queries(
    client: Client, django_assert_max_num_queries, path: str, status: int, most_queries: int
) -> None:
    client.get(path)  # fills what is kept for the process
    with django_assert_max_num_queries(most_queries):
        assert client.get(path).status_code == status


@pytest.mark.usefixtures("kawasaki")
@pytest.mark.parametrize("path", [path for path, status, _queries in PAGES if status == 200])
@pytest.mark.parametrize("role", [None, Role.WARD_STAFF, Role.AUDITOR])
def test_every_role_sees_the_same_places(town: Town, path: str, role: Role | None) -> None:
    reader = town.account() if role is None else town.staff(role)

    assert town.browser(reader).get(path).status_code == 200


@pytest.mark.usefixtures("kawasaki")
def test_the_map_leads_to_each_ward(client: Client) -> None:
    page = client.get("/places/").content.decode()

    for code in range(14131, 14138):
        assert f'href="/places/{code}/"' in page
    assert "国土数値情報（国土交通省）" in page


@pytest.mark.usefixtures("kawasaki")
def test_a_ward_shows_its_offices_and_counts_its_towns(client: Client) -> None:
    page = client.get("/places/14131/").content.decode()

    assert "大師支所" in page
    assert "川崎区の町丁目は138件あり、1から50までを表示しています。" in page
    assert "Geolonia 住所データ（CC BY 4.0）" in page


@pytest.mark.usefixtures("kawasaki")
@pytest.mark.parametrize(("on", "is_closed"), [(date(2012, 3, 31), False), (date(2012, 4, 1), True)])
def test_an_office_is_listed_as_closed_from_the_day_after_its_last(
    client: Client, settings, on: date, is_closed: bool
) -> None:
    settings.DEMO = True
    DemoDay.objects.create(id=1, day=on)

    page = client.get("/places/14136/").content.decode()

    assert "宮前連絡所" in page
    assert ("閉じた窓口" in page) is is_closed


@pytest.mark.usefixtures("kawasaki")
def test_a_town_is_found_by_a_part_of_its_name(client: Client) -> None:
    page = client.get("/places/towns/", {"q": "浅田"}).content.decode()

    assert "浅田四丁目" in page
    assert "町丁目は4件あります。" in page
    assert "麻生区" not in page.partition("<tbody>")[2]


@pytest.mark.usefixtures("kawasaki")
def test_offices_are_filtered_by_kind_and_unconfirmed_ones_are_marked(client: Client) -> None:
    page = client.get("/places/offices/", {"kind": "service_corner"}).content.decode()
    rows = page.partition("<tbody>")[2]

    assert "窓口は6件あります。" in page
    assert rows.count("badge unconfirmed") == 3
    assert "大師支所" not in rows


@pytest.mark.usefixtures("kawasaki")
def test_offices_come_as_csv_without_markup(client: Client) -> None:
    response = client.get("/places/offices/", {"format": "csv", "state": "closed"})
    lines = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()

    assert lines[0] == "窓口,種類,区,閉じた日,備考,出典,確かさ"
    assert len(lines) == 3
    assert lines[1].startswith("宮前連絡所,連絡所,宮前区,2012-03-31,")


@pytest.mark.usefixtures("kawasaki")
def test_names_are_english_on_an_english_page(client: Client) -> None:
    page = client.get("/places/14136/", headers={"Accept-Language": "en"}).content.decode()

    assert "Miyamae Ward Office" in page


@pytest.mark.django_db
def test_before_anything_is_loaded_the_pages_say_what_to_do(client: Client) -> None:
    assert "jichi places load" in client.get("/places/").content.decode()
    assert "jichi places load" in client.get("/places/organisation/").content.decode()
