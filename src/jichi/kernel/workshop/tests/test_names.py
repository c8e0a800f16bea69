"""What a domain cannot be called."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from jichi.kernel.workshop.management.commands.scaffold import build, free_kind
from jichi.kernel.workshop.scaffold.names import Names, WrongName, check
from jichi.kernel.workshop.scaffold.rooms import rooms
from jichi.kernel.workshop.scaffold.settling import add_texts, install


def names(name: str = "gardens", title: str = "市民農園", title_en: str = "Gardens", kind: int = 21) -> Names:
    return Names(name=name, title=title, title_en=title_en, kind=kind)


@pytest.mark.parametrize("name", ["gardens", "town_halls", "inn", "a" * 20])
def test_a_plain_word_names_a_domain(name: str) -> None:
    check(names(name), taken={"plans"})


@pytest.mark.parametrize(
    "name", ["", "ab", "Gardens", "town-halls", "_x", "x_", "a__b", "2gardens", "庭", "a" * 21]
)
def test_what_is_no_plain_word_is_refused(name: str) -> None:
    with pytest.raises(WrongName, match="is not a name for a domain"):
        check(names(name), taken=set())


@pytest.mark.parametrize("name", ["class", "import", "calendar", "json"])
def test_a_word_of_python_is_refused(name: str) -> None:
    with pytest.raises(WrongName, match="is a word of Python"):
        check(names(name), taken=set())


@pytest.mark.parametrize("title", ["", " ", 'a"b', "a{{b", "100%", "a\nb", "a\\b", "x" * 41])
def test_a_title_that_would_break_the_code_is_refused(title: str) -> None:
    with pytest.raises(WrongName, match="is not a title"):
        check(names(title=title), taken=set())
    with pytest.raises(WrongName, match="is not a title"):
        check(names(title_en=title), taken=set())


@pytest.mark.parametrize("taken", ["plans", "account", "law", "ledger", "sessions", "api"])
def test_the_command_refuses_a_name_in_use(taken: str) -> None:
    with pytest.raises(CommandError, match=f"{taken} is taken"):
        call_command("scaffold", taken, "--title", "題", "--title-en", "Title")


def test_the_command_refuses_a_kind_in_use() -> None:
    with pytest.raises(CommandError, match=f"Kind 12 is taken by 事業; the next free one is {free_kind()}"):
        call_command("scaffold", "gardens", "--title", "題", "--title-en", "Title", "--kind", "12")


def test_an_existing_folder_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "domains/gardens").mkdir(parents=True)
    with pytest.raises(WrongName, match="already a folder gardens"):
        build(names(), tmp_path)
    assert list((tmp_path / "domains/gardens").iterdir()) == []


def test_no_placeholder_is_left_in_any_room() -> None:
    for path, text in rooms(names()):
        assert "$" not in path + text


def test_the_list_of_domains_is_kept_in_order_and_in_width(tmp_path: Path) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text('DOMAINS = ["jichi.domains.plans"]\n', encoding="utf-8")
    install(names(), settings)
    assert settings.read_text() == 'DOMAINS = ["jichi.domains.gardens", "jichi.domains.plans"]\n'
    for name in ("shelters", "councils", "associations"):
        install(names(name), settings)
    assert settings.read_text().splitlines()[0] == "DOMAINS = ["
    assert settings.read_text().count("jichi.domains.") == 5


def test_settings_without_a_list_are_refused(tmp_path: Path) -> None:
    settings = tmp_path / "settings.py"
    settings.write_text("DEBUG = False\n", encoding="utf-8")
    with pytest.raises(WrongName, match="has no list DOMAINS"):
        install(names(), settings)


def test_a_text_that_the_catalogue_has_is_not_written_twice(tmp_path: Path) -> None:
    catalogue = tmp_path / "en/LC_MESSAGES/django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n', encoding="utf-8")
    add_texts(names(), tmp_path)
    once = catalogue.read_text(encoding="utf-8")
    assert 'msgid "市民農園"\nmsgstr "Gardens"' in once
    add_texts(names(), tmp_path)
    assert catalogue.read_text(encoding="utf-8") == once
