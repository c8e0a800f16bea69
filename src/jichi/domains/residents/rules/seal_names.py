"""Which names a seal may say: those on the record, and none that only its owner uses. Pure.

A full name, a surname, a given name, or a part of the one joined to a part of the other. Of the several names of a foreign
resident any, whole, in any order, others as initials. A former or a common name counts like the name where it is on the
record; the katakana of a name in Latin letters too. 之印, 印 and 章 may follow.
Source: 印鑑登録証明事務処理要領 (names), and the examples that cities print for foreign residents.
"""

import unicodedata
from collections.abc import Iterator
from itertools import permutations

import jaconv

from jichi.kernel.values.fault import Fault, gettext_noop

from .facts import Facts
from .name_folding import is_selector
from .seal_law import GUIDELINE

ENDINGS = ("之印", "の印", "之章", "印", "章")
# Between the names of a foreign resident: blanks, dots, middle dots.
MARKS = " \t\u3000.,・･‐-"
MOST_PARTS = 5


class NameNotOnRecord(Fault):
    code = "residents.seal.name_not_on_record"
    sentence = gettext_noop(
        "「%(engraved)s」は、記録された氏名を表していません。登録できる印鑑は、次の氏名か、その氏・名・一部の組合せを表すものです：%(names)s"
        "（根拠：%(source)s）。職業や屋号などを加えた印鑑も登録できません。別の印鑑を用意してもらってください。"
    )


def see_name(engraved: str, facts: Facts, *, former: bool) -> None:
    """Raises: NameNotOnRecord."""
    if not says_a_name(engraved, facts, former=former):
        raise NameNotOnRecord(
            engraved=engraved, names=tuple(names_of(facts, former=former)), source=GUIDELINE
        )


def says_a_name(engraved: str, facts: Facts, *, former: bool) -> bool:
    """Whether a seal says a name that is on this record; `former` whether former names count on the day."""
    said = {bare(engraved), *(bare(engraved).removesuffix(end) for end in ENDINGS)} - {""}
    return any(says(each, name) for each in said for name in names_of(facts, former=former))


def names_of(facts: Facts, *, former: bool) -> list[str]:
    """The names on the record that a seal may say."""
    names = [facts.name, facts.common_name]
    if facts.is_foreign and is_latin(facts.name):
        names.append(jaconv.hira2kata(facts.kana))
    if former and facts.former_name:
        names += [facts.former_name, f"{facts.former_name}\u3000{facts.given_name}"]
    return list(dict.fromkeys(name for name in names if name))


def says(said: str, name: str) -> bool:
    parts = [part for part in (bare(each) for each in split(name)) if part][:MOST_PARTS]
    if said == "".join(parts):
        return True
    if len(parts) == 2 and not is_latin(name):
        return said in parts or is_of_both(said, *parts)
    return said in set(of_several(parts))


def is_of_both(said: str, surname: str, given: str) -> bool:
    """A beginning of the surname and a beginning of the given name."""
    return any(surname.startswith(said[:cut]) and given.startswith(said[cut:]) for cut in range(1, len(said)))


def of_several(parts: list[str]) -> Iterator[str]:
    """Some of the names in any order, at least one of them whole."""
    for length in range(1, len(parts) + 1):
        for some in permutations(range(len(parts)), length):
            for initials in range(2**length - 1):
                yield "".join(
                    parts[part][0] if initials >> place & 1 else parts[part]
                    for place, part in enumerate(some)
                )


def split(name: str) -> list[str]:
    for mark in MARKS:
        name = name.replace(mark, " ")
    return name.split(" ")


def bare(name: str) -> str:
    """As compared: width and case do not count, nor marks between names. Letters are never taken for others."""
    plain = unicodedata.normalize("NFKC", "".join(letter for letter in name if not is_selector(letter)))
    return "".join(letter for letter in plain.casefold() if letter not in MARKS)


def is_latin(name: str) -> bool:
    return any("a" <= letter <= "z" for letter in bare(name))
