"""What a clerk types to find somebody, read into terms. Pure."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from jichi.kernel.values.era_text import ERA_AND_NUMBER, parse_era_day, parse_era_year
from jichi.kernel.values.fault import Fault, gettext_noop
from jichi.kernel.values.kanji_numbers import parse_number, to_kanji
from jichi.kernel.values.reference import MistypedReference, Reference
from jichi.kernel.values.unreadable import Unreadable
from jichi.kernel.values.width import narrow

from . import numbers

Span = tuple[date, date]
_DIGITS = re.compile(r"(\d{4})(?:(\d\d)(\d\d)?)?")
_MARKED = re.compile(r"(\d{4})(?:年|[-/.])(?:(\d{1,2})(?:月|[-/.]|$)(?:(\d{1,2})日?)?)?")
_ERA_MONTH = re.compile(rf"{ERA_AND_NUMBER}(?:年|[./・-])(?P<month>\d{{1,2}})月?")
_BLOCK = re.compile(r"(\d+)丁目")
_LOT_PARTS = re.compile(r"\d+|[^\d\-‐−ー－の]+")


class UnreadableBirth(Fault):
    code = "residents.birth_cannot_be_read"
    sentence = gettext_noop(
        "生年月日が読み取れません。「1980-05-17」「昭和55年5月17日」「S55.5」「1980」のように書いてください。"
    )


class UnreadableNumber(Fault):
    code = "residents.number_cannot_be_read"
    sentence = gettext_noop("番号が正しくありません。宛名番号か受付番号を、最後の数字まで確かめてください。")


class NothingToFind(Fault):
    code = "residents.nothing_to_find"
    sentence = gettext_noop("氏名、生年月日、住所、番号のうち、少なくとも一つを書いてください。")


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is looked for; all terms given must hold. `number` is that of a person or of an act."""

    name: str = ""
    born: Span | None = None
    town: str = ""
    lot: str = ""
    number: Reference | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        """Which kinds of terms were used: what the log of searches keeps of them."""
        given = {"name": self.name, "birth": self.born, "place": self.town or self.lot, "number": self.number}
        return tuple(kind for kind, term in given.items() if term)


def search_for(*, name: str = "", birth: str = "", town: str = "", lot: str = "", number: str = "") -> Search:
    """Read what was typed.

    Raises: UnreadableBirth; UnreadableNumber; NothingToFind, also for a lot without its town.
    """
    search = Search(
        name=name.strip(),
        born=birth_span(birth) if birth.strip() else None,
        town=town_name(town),
        lot=narrow(lot),
        number=register_number(number) if number.strip() else None,
    )
    if not (search.name or search.born or search.town or search.number):
        raise NothingToFind
    return search


def birth_span(text: str) -> Span:
    """The days that a birth may mean: a day, a month or a year, western or of an era.

    Raises: UnreadableBirth.
    """
    plain = "".join(narrow(text).split())
    try:
        return western(plain) or of_era(plain)
    except (Unreadable, ValueError) as fault:
        raise UnreadableBirth from fault


def western(plain: str) -> Span | None:
    found = _DIGITS.fullmatch(plain) or _MARKED.fullmatch(plain)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if month and day:
        return (date(year, month, day),) * 2
    return month_of(year, month) if month else (date(year, 1, 1), date(year, 12, 31))


def of_era(plain: str) -> Span:
    if found := _ERA_MONTH.fullmatch(plain):
        return month_of(parse_era_year(found["era"] + found["number"] + "年"), parse_number(found["month"]))
    try:
        return (parse_era_day(plain, overrun=True),) * 2
    except Unreadable:
        year = parse_era_year(plain, overrun=True)
        return date(year, 1, 1), date(year, 12, 31)


def month_of(year: int, month: int) -> Span:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def town_name(text: str) -> str:
    """A town as the register writes it: 見本町1丁目 is 見本町一丁目."""
    plain = "".join(narrow(text).split())
    return _BLOCK.sub(lambda found: f"{to_kanji(int(found[1]))}丁目", plain)


def lots_like(text: str) -> tuple[str, ...]:
    """How the register may write a lot that begins so: 1-2 is 1番2号 or 1番地2."""
    plain = "".join(narrow(text).split())
    parts = _LOT_PARTS.findall(plain)
    if len(parts) < 2 or not all(part.isdigit() for part in parts):
        return (plain,)
    first, *rest = parts
    return tuple(first + mark + "-".join(rest) for mark in ("番", "番地", "番地の", "-"))


def register_number(text: str) -> Reference:
    """Only numbers of people and of acts find somebody: that of a protection must find nobody.

    Raises: UnreadableNumber.
    """
    try:
        number = Reference.parse(text)
    except MistypedReference as fault:
        raise UnreadableNumber from fault
    if number.kind not in (numbers.PERSON, numbers.ACT):
        raise UnreadableNumber
    return number
