"""From a TOML file to entries. Whatever is not exactly right is refused with file, key and reason."""

import re
import tomllib
from pathlib import Path
from typing import Any

from jichi.kernel.values.fault import gettext_noop as _

from .choices import read_choices
from .entry import Entry
from .faults import Place, WrongLawFile
from .fields import check_fields
from .rows import read_rows
from .units import UNITS, Unit

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_AT_LINE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)")
_DEMANDED = ("name", "name_en", "unit", "chosen_by")
_TEXTS = ("name", "name_en", "chosen_by", "chosen_by_en", "note")
_ALLOWED = {*_TEXTS, "unit", "choices", "values"}


def read_file(file: Path) -> dict[str, Entry]:
    """The entries of a file by full key, which begins with the file's name.

    Raises: WrongLawFile.
    """
    if not _NAME.fullmatch(file.stem):
        raise Place(file).wrong(
            _("ファイル名は小文字の英字で始め、小文字の英字・数字・下線だけを使ってください。")
        )
    tables = _parse(Place(file))
    entries = [_entry(Place(file, name), table) for name, table in tables.items()]
    return {entry.key: entry for entry in entries}


def _parse(place: Place) -> dict[str, Any]:
    try:
        return tomllib.loads(place.file.read_bytes().decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise place.wrong(_("文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。")) from fault
    except tomllib.TOMLDecodeError as fault:
        raise _wrong_syntax(place, str(fault)) from fault


def _wrong_syntax(place: Place, said: str) -> WrongLawFile:
    """tomllib gives the line only inside its message, and none at the end of the file."""
    detail = said.partition(" (at ")[0]
    if found := _AT_LINE.search(said):
        return place.wrong(
            _("%(line)s行目が TOML の書き方に合っていません（%(detail)s）。"),
            line=found[1],
            detail=detail,
        )
    return place.wrong(_("ファイルの終わりが TOML の書き方に合っていません（%(detail)s）。"), detail=detail)


def _entry(place: Place, table: object) -> Entry:
    if not _NAME.fullmatch(place.key):
        raise place.wrong(_("見出しは小文字の英字で始め、小文字の英字・数字・下線だけを使ってください。"))
    if not isinstance(table, dict):
        raise place.wrong(
            _("[%(key)s] の見出しを立て、その下に name や unit を書いてください。"), key=place.key
        )
    check_fields(place, table, demanded=_DEMANDED, allowed=_ALLOWED)
    unit = _unit(place, table["unit"])
    choices = read_choices(place, unit, table.get("choices"))
    return Entry(
        key=f"{place.file.stem}.{place.key}",
        file=place.file,
        unit=unit,
        choices=choices,
        rows=read_rows(place, unit, choices, table.get("values", [])),
        **{field: table.get(field, "") for field in _TEXTS},
    )


def _unit(place: Place, code: str) -> Unit:
    if code not in UNITS:
        raise place.wrong(
            _("単位「%(unit)s」はありません。使える単位：%(known)s"), unit=code, known=tuple(UNITS)
        )
    return UNITS[code]
