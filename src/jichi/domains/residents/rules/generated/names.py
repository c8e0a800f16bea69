"""Names put together by chance: a surname in one of its spellings, a given name of the sex and the time of birth. Pure."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

from ..words import SPACE
from .chance import Weighted
from .sources import Sources, Surname

# From which year on the given names of a time are given.
TIMES = (1900, 1940, 1965, 1985, 2000)


@dataclass(frozen=True, kw_only=True)
class Family:
    """How a family writes its name."""

    spelling: str
    kana: str


def family_of(surname: Surname, by: Random) -> Family:
    return Family(spelling=surname.spellings.draw(by), kana=surname.kana)


def given_name(of: Sources, sex: str, birth: date, by: Random) -> tuple[str, str]:
    """As written, and in kana."""
    time = max(each for each in TIMES if each <= max(birth.year, TIMES[0]))
    return of.given[sex, time].draw(by)


def full(family: Family, given: tuple[str, str]) -> dict[str, str]:
    return {"name": family.spelling + SPACE + given[0], "kana": family.kana + SPACE + given[1]}


def foreign_name(of: Sources, nationality: str, by: Random) -> dict[str, str]:
    """Latin letters as on the card; some write their name in kanji; some Koreans are known by a Japanese name."""
    surname = by.choice(of.foreign[nationality, "surname"])
    given = by.choice(of.foreign[nationality, "given"])
    said = {
        "name": f"{surname['surname']} {given['given']}",
        "kana": surname["kana_surname"] + SPACE + given["kana_given"],
        "common_name": "",
    }
    if surname["kanji"] and by.random() < 0.5:
        said["name"] = surname["kanji"] + SPACE + given["kanji"]
    if nationality == "KOR" and by.random() < 0.45:
        family = family_of(of.surnames.draw(by), by)
        said["common_name"] = family.spelling + SPACE + by.choice(given_pool(of))[0]
    return said


@cache
def given_pool_of(pool: Weighted[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(pool.things)


def given_pool(of: Sources) -> tuple[tuple[str, str], ...]:
    return given_pool_of(of.given["1", 1965])
