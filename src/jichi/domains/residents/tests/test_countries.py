"""A country is kept as three letters and read as a name, on paper and on screen, in Japanese and English."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from tests.town import Town

from jichi.domains.residents.desk_forms.movements.fields import item_field
from jichi.domains.residents.models import Person
from jichi.domains.residents.rules.certificates.kinds import Option
from jichi.domains.residents.rules.countries import choices, country_code, country_name, names
from jichi.domains.residents.rules.generated.sources import HERE as GENERATED
from jichi.kernel.access.roles import Role

from .certificate_desk import clerk, issued, office, options, paper_of
from .small_register import resident
from .test_certificate_pages import desk

__all__ = ["office"]
STAY: dict[str, Any] = {
    "nationality": "BRA", "domicile": "", "domicile_first": "", "stay_kind": "中長期在留者", "stay_status": "永住者",
    "stay_until": date(2016, 1, 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "japanese", "english"),
    [
        ("KOR", "韓国", "South Korea"),
        ("PRK", "朝鮮", "Chosen (Korea)"),
        ("MMR", "ミャンマー", "Myanmar"),
        ("DEU", "ドイツ", "Germany"),
        ("XXA", "無国籍", "Stateless"),
        ("QQQ", "QQQ", "QQQ"),
    ],
)
def test_a_code_has_a_name_in_both_languages(code: str, japanese: str, english: str) -> None:
    assert (country_name(code), country_name(code, "en")) == (japanese, english)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_name_stands_for_one_code_and_back(language: str) -> None:
    told = names(language)
    assert len(set(told.values())) == len(told)
    assert [code for code, name in told.items() if country_code(name) != code] == []


def test_countries_of_most_residents_stand_first_and_none_twice() -> None:
    found = [code for code, _name in choices("ja")]
    assert found[:3] == ["JPN", "CHN", "KOR"]
    assert len(found) == len(set(found)) > 200


@pytest.mark.parametrize(
    ("typed", "code"), [("ブラジル", "BRA"), ("brazil", "BRA"), ("bra", "BRA"), ("", "")]
)
def test_a_clerk_types_a_name_or_a_code(typed: str, code: str) -> None:
    assert item_field("nationality").clean(typed) == code


def test_what_is_no_country_is_refused_with_what_to_do() -> None:
    with pytest.raises(ValidationError, match="候補から選んで"):
        item_field("nationality").clean("ブラジール")


def test_the_form_shows_the_name_of_what_is_kept() -> None:
    field = item_field("nationality")
    assert field.prepare_value("JPN") == "日本"
    with override("en"):
        assert field.prepare_value("JPN") == "Japan"


@pytest.fixture
def foreigner(office: Town) -> Person:
    return resident(office, "SILVA MARIA", **STAY)


@pytest.mark.django_db
def test_a_resident_record_says_the_country_by_its_name(office: Town, foreigner: Person) -> None:
    paper = paper_of(issued(office, foreigner, by=clerk(office), options=options(Option.STAY)))
    assert paper.says("国籍・地域ブラジル")
    assert not paper.says("BRA")


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "name"), [("ja", "ブラジル"), ("en", "Brazil")])
def test_screens_say_it_in_the_language_of_the_page(
    office: Town, foreigner: Person, language: str, name: str
) -> None:
    browser = desk(office, foreigner, Role.REGISTRY_CLERK)
    movement = foreigner.entries.get().movement
    for page in (f"people/{foreigner.public_id}/", f"desk/movements/{movement.number}/"):
        shown = browser.get(f"/residents/{page}", headers={"accept-language": language}).content.decode()
        assert name in shown
        assert ">BRA<" not in shown


def test_every_country_of_the_generated_city_has_a_name() -> None:
    codes = {
        line.split(",")[0]
        for line in (GENERATED / "foreign.csv").read_text(encoding="utf-8").splitlines()[1:]
    }
    assert [code for code in codes if country_name(code) == code] == []
