"""Legal values in the words of the page's language."""

from collections.abc import Mapping
from datetime import date, time
from fractions import Fraction

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import get_language, gettext, gettext_lazy
from django.utils.translation import gettext as _

from jichi.kernel.values.fault import in_words

from .book import Standing
from .entry import Choice, Confidence, Dated, Entry, Repealed
from .units import MonthDay

STANDINGS = {
    Standing.UNCONFIRMED: gettext_lazy("未確認"),
    Standing.UNSET: gettext_lazy("値が分かっていない"),
    Standing.INFERRED: gettext_lazy("推定"),
    Standing.READ: gettext_lazy("出典で確認"),
    Standing.NOT_IN_FORCE: gettext_lazy("定めがない"),
}
CONFIDENCES = {
    Confidence.READ: STANDINGS[Standing.READ],
    Confidence.INFERRED: STANDINGS[Standing.INFERRED],
    Confidence.UNCONFIRMED: STANDINGS[Standing.UNCONFIRMED],
}
SUBJECTS = {
    "calendar": gettext_lazy("暦と期間"),
    "charter": gettext_lazy("自治基本条例"),
    "councils": gettext_lazy("区民会議"),
    "counters": gettext_lazy("窓口"),
    "plans": gettext_lazy("計画と評価"),
    "referendums": gettext_lazy("住民投票"),
    "residents": gettext_lazy("住民"),
}


def is_english() -> bool:
    return (get_language() or "").startswith("en")


def subject_of(key: str) -> str:
    """What the file of a key is about; a file that nobody named goes by its own name."""
    code = key.partition(".")[0]
    return str(SUBJECTS.get(code, code))


def chosen_by(entry: Entry) -> str:
    return entry.chosen_by_en if is_english() and entry.chosen_by_en else entry.chosen_by


def unit_text(entry: Entry) -> str:
    return in_words(entry.unit, gettext, get_language() or "ja")


def row_text(entry: Entry, row: Dated[object] | Repealed | None) -> str:
    """The value of a row, or that there is none and why."""
    if isinstance(row, Dated):
        return value_text(entry, row.value)
    if row is None:
        return _("まだ定めがない") if entry.rows else _("分かっていない")
    return _("廃止")


def value_text(entry: Entry, value: object) -> str:
    """A value with its unit: 10分の1, 60日, 12月29日, 土・日."""
    match value:
        case Fraction():
            return ratio_text(value)
        case bool():
            return _("はい") if value else _("いいえ")
        case int() if entry.unit.code == "count":
            # What is counted stands in the name; 「60数」 is no Japanese.
            return f"{value:,}"
        case int():
            return (
                f"{value:,} {entry.unit.name_en}" if is_english() else f"{value:,}{gettext(entry.unit.name)}"
            )
        case date():
            return in_words(value, gettext, get_language() or "ja")
        case time():
            return f"{value:%H:%M}" if is_english() else f"{value.hour}時{value.minute:02d}分"
        case MonthDay():
            return _("%(month)s月%(day)s日") % value._asdict()
        case frozenset():
            return _("・").join(str(WEEKDAYS_ABBR[number]) for number in sorted(value))
        case tuple():
            return _("、").join(choice_text(entry.choices, code) for code in value)
    return choice_text(entry.choices, str(value))


def ratio_text(value: Fraction) -> str:
    if is_english():
        return f"{value.numerator}/{value.denominator}"
    return f"{value.denominator}分の{value.numerator}"


def choice_text(choices: Mapping[str, Choice], code: str) -> str:
    """The name of a choice; a text of no list as it is."""
    chosen = choices.get(code)
    return in_words(chosen, gettext, get_language() or "ja") if chosen else code
