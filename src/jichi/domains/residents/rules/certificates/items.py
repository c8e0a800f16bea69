"""The items of a person's record as a certificate words them. Pure."""

from datetime import date

from jichi.kernel.values.era import NoEra, format_era_day

from ..facts import Facts
from ..words import Sex, Standing
from .asked import Options
from .kinds import Option

Row = tuple[str, str]
SEXES = {Sex.MALE: "男", Sex.FEMALE: "女", Sex.UNTOLD: ""}
LEFT_OUT = "省略"


def day_words(day: date | None) -> str:
    """A day with its era, as official papers write it; nothing for no day."""
    if day is None:
        return ""
    try:
        return format_era_day(day)
    except NoEra:
        return f"{day.year}年{day.month}月{day.day}日"


def birth_words(facts: Facts) -> str:
    """The day of birth; where it is no date, as it was told."""
    return day_words(facts.birth) or facts.birth_as_told


def rows_of(facts: Facts, options: Options, *, address: str, head: str, nationality: str) -> list[Row]:
    """What stands of one person, in the order of a 住民票; what was not asked for is said to be left out.

    Law: 住民基本台帳法 第7条, 第12条第5項; 第30条の45 for foreign residents.
    """
    return [
        *of_names(facts),
        ("生年月日", birth_words(facts)),
        ("性別", SEXES[facts.sex]),
        ("住所", address),
        *of_residence(facts),
        *of_household(facts, options, head=head),
        *(
            of_stay(facts, options, nationality=nationality)
            if facts.is_foreign
            else of_domicile(facts, options)
        ),
        *of_numbers(facts, options),
        *of_removal(facts),
    ]


def of_names(facts: Facts) -> list[Row]:
    return [row for row in (("旧氏", facts.former_name), ("通称", facts.common_name)) if row[1]]


def of_residence(facts: Facts) -> list[Row]:
    rows = [
        ("住民となった年月日", day_words(facts.resident_since)),
        ("住所を定めた年月日", day_words(facts.address_since)),
        ("前の住所", facts.came_from),
    ]
    return [row for row in rows if row[1]]


def of_household(facts: Facts, options: Options, *, head: str) -> list[Row]:
    if not options.has(Option.RELATIONSHIP):
        return [("世帯主・続柄", LEFT_OUT)]
    return [("世帯主", head), ("続柄", facts.relationship)]


def of_domicile(facts: Facts, options: Options) -> list[Row]:
    if not options.has(Option.DOMICILE):
        return [("本籍・筆頭者", LEFT_OUT)]
    return [("本籍", facts.domicile), ("筆頭者", facts.domicile_first)]


def of_stay(facts: Facts, options: Options, *, nationality: str) -> list[Row]:
    if not options.has(Option.STAY):
        return [("国籍・在留資格など", LEFT_OUT)]
    rows = [
        ("国籍・地域", nationality),
        ("第30条の45の区分", facts.stay_kind),
        ("在留資格", facts.stay_status),
        ("在留期間", facts.stay_period),
        ("在留期間の満了の日", day_words(facts.stay_until)),
        ("在留カード等の番号", facts.card_number),
    ]
    return [row for row in rows if row[1]]


def of_numbers(facts: Facts, options: Options) -> list[Row]:
    rows = (
        (Option.RESIDENT_CODE, "住民票コード", facts.resident_code),
        (Option.INDIVIDUAL_NUMBER, "個人番号", facts.individual_number),
    )
    return [(label, value) for option, label, value in rows if options.has(option)]


def of_removal(facts: Facts) -> list[Row]:
    """Where somebody goes or went. What ended a record is said by its builder, which knows the movement."""
    rows = [("転出先", facts.gone_to or facts.going_to)]
    return [row for row in rows if row[1] and facts.standing is not Standing.REGISTERED]
