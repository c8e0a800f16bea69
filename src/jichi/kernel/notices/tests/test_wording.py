"""What notices say is data, and wrong data stops the house with its file, key and reason."""

from pathlib import Path

import pytest
from django.utils.translation import override

from jichi.kernel.notices.apps import look_at_the_wordings
from jichi.kernel.notices.wording import LANGUAGES, WrongWording, read, worded, wordings

GOOD = """
[greeting]
placeholders = ["name"]
ja = {subject = "{name}さんへ", body = "こんにちは"}
en = {subject = "To {name}", body = "Hello"}
ja-simple = {subject = "{name}さんへ", body = "こんにちは"}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "greetings.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def read_anew(settings):
    wordings.cache_clear()
    yield
    wordings.cache_clear()


def test_every_wording_of_the_house_is_said_in_three_languages() -> None:
    assert {"notices.digest", "notices.address_suspended", "notices.public_notice"} <= wordings().keys()
    assert all(set(wording.said) == set(LANGUAGES) for wording in wordings().values())


@pytest.mark.parametrize(
    ("language", "said"), [("ja", "きょうのお知らせ（2件）"), ("en", "Your notices of the day (2)")]
)
def test_a_wording_is_said_in_the_language_of_the_reader(language: str, said: str) -> None:
    told = worded("notices.digest", count=2, list="")
    with override(language):
        assert str(told["subject"]) == said


def test_a_notice_is_not_told_with_a_gap() -> None:
    with pytest.raises(LookupError, match="count"):
        worded("notices.digest", list="")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('subject = "To {name}"', 'subject = "To {nme}"', "nme"),
        ('subject = "To {name}"', 'subject = "To {name"', "波かっこ"),
        ('subject = "To {name}"', 'subject = "To {name.email}"', "name.email"),
        ('subject = "To {name}"', 'subject = "To {name!r}"', "使えません"),
        ('subject = "To {name}"', 'subject = ""', "空"),
        ('body = "Hello"', "body = 3", "文字ではありません"),
        ("en =", "fr =", "en の文がありません"),
        ("[greeting]", "[greeting", "TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place_and_reason(
    file: Path, old: str, new: str, reason: str
) -> None:
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(WrongWording) as wrong:
        read(file)
    assert str(file) in str(wrong.value)
    assert reason in str(wrong.value)


def test_a_city_says_it_in_its_own_words_and_invents_no_notice(tmp_path: Path, settings) -> None:
    settings.CITY_FOLDER = tmp_path
    (tmp_path / "notices").mkdir()
    own = tmp_path / "notices" / "notices.toml"
    own.write_text(GOOD.replace("[greeting]", "[digest]").replace("{name}", "{count}"), encoding="utf-8")
    assert str(worded("notices.digest", count=2, list="")["subject"]) == "2さんへ"
    assert look_at_the_wordings() == []

    wordings.cache_clear()
    own.write_text(GOOD, encoding="utf-8")
    (error,) = look_at_the_wordings()
    assert "[greeting]" in error.msg
