"""A refusal by pure code, said in the language of the person who reads it."""

from dataclasses import dataclass
from datetime import date

import pytest

from jichi.kernel.values.fault import Fault, gettext_noop


@dataclass(frozen=True)
class Thing:
    name: str
    name_en: str


class TooLate(Fault):
    code = "too_late"
    sentence = gettext_noop("%(thing)sは%(day)sまでです（%(how)s、%(said)s）。")


FAULT = TooLate(
    thing=(Thing("申請", "Application"), Thing("署名", "Signature")),
    day=date(2012, 7, 9),
    how=gettext_noop("窓口"),
    said="窓口",
)


def test_in_japanese_the_sentence_is_the_one_in_the_code() -> None:
    assert str(FAULT) == str(FAULT.message) == "申請、署名は2012年7月9日までです（窓口、窓口）。"


def test_in_english_only_what_the_house_wrote_is_translated() -> None:
    english = {TooLate.sentence: "%(thing)s: until %(day)s (%(how)s, %(said)s)", "窓口": "counter"}
    assert FAULT.said(translate=lambda text: english.get(text, text), language="en") == (
        "Application, Signature: until 9 July 2012 (counter, 窓口)"
    )


@pytest.mark.parametrize(
    ("day", "said"), [(date(2025, 1, 31), "31 January 2025"), (date(2024, 12, 1), "1 December 2024")]
)
def test_an_english_day_names_its_month(day: date, said: str) -> None:
    class On(Fault):
        sentence = "%(day)s"

    assert On(day=day).said(language="en") == said


def test_simple_japanese_translates_the_names_too() -> None:
    simple = {"申請": "申《もう》し込《こ》み"}
    assert FAULT.said(translate=lambda text: simple.get(text, text), language="ja-simple").startswith(
        "申《もう》し込《こ》み、署名は"
    )
