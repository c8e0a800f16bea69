"""The name of a town inside what people type: an address, half of one, digits in any style. Pure."""

import re

from jichi.kernel.values.kanji_numbers import to_kanji
from jichi.kernel.values.width import narrow

# Prefecture, city and ward, each with at least one character of its own: 市ノ坪 is a town.
BEFORE = re.compile(r"^(.{2,3}?[都道府県])?(.{1,5}?市)?(.{1,4}?区)?")
NUMBER = re.compile(r"(?P<block>[0-9]{1,2})(丁目)?([-－‐−ー番].*)?$")


def town_name(typed: str) -> str:
    """The part of a town's name that was typed, spelt as the list of towns spells it.

    Example: 川崎区浅田１-2-3 is 浅田一丁目, 千代ヶ丘 is 千代ケ丘.
    """
    rest = BEFORE.sub("", re.sub(r"\s", "", narrow(typed))).replace("ヶ", "ケ")
    return NUMBER.sub(lambda found: f"{to_kanji(int(found['block']))}丁目", rest)
