"""Readings that people write into a text, as 計画《けいかく》; ｜ marks where the word begins, as in ｜お茶《おちゃ》."""

import re

KANA = "ぁ-ゖァ-ヺー・"
NOTATION = re.compile(rf"｜(?=[^｜《》]+《[{KANA}]+》)|《[{KANA}]+》")


def without_readings(text: str) -> str:
    """The text alone, for attributes, titles, mail and files."""
    return NOTATION.sub("", text)
