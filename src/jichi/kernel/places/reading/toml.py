"""TOML tables read field by field: nothing missing, nothing unknown, nothing of the wrong kind."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jichi.kernel.values.fault import gettext_noop as _

from .fault import IN_TABLE, Spot, WrongPlacesFile


class Table:
    """One table of a file. Each reading takes a field out; `nothing_else` refuses what is left."""

    def __init__(self, raw: Mapping[str, Any], *, file: str, name: str, number: int = 1) -> None:
        self.left, self.file, self.name, self.number = dict(raw), file, name, number

    def wrong(self, key: str, reason: str, **params: object) -> WrongPlacesFile:
        where = Spot(IN_TABLE, file=self.file, table=self.name, number=self.number, key=key)
        return WrongPlacesFile(where, reason, **params)

    def text(self, key: str, *, longest: int, optional: bool = False) -> str:
        value = self.left.pop(key, "" if optional else None)
        if value is None:
            raise self.wrong(key, _("この項目がありません。"))
        if not isinstance(value, str) or (not optional and not value.strip()):
            raise self.wrong(key, _("引用符で囲んだ空でない文字列を書いてください。"))
        if len(value) > longest:
            raise self.wrong(key, _("長すぎます。%(longest)s字以内で書いてください。"), longest=longest)
        return value

    def choice(self, key: str, among: Collection[str]) -> str:
        value = self.text(key, longest=60)
        if value not in among:
            raise self.wrong(
                key, _("「%(given)s」は使えません。使える値：%(known)s"), given=value, known=tuple(among)
            )
        return value

    def day(self, key: str) -> date | None:
        """A day written without quotes, or None where it is not known."""
        value = self.left.pop(key, None)
        if value is not None and type(value) is not date:
            raise self.wrong(key, _("日付は 2012-03-31 のように、引用符を付けずに書いてください。"))
        return value

    def tables(self, key: str) -> "Iterator[Table]":
        raw = self.left.pop(key, [])
        if not isinstance(raw, list) or not all(isinstance(each, dict) for each in raw):
            raise self.wrong(key, _("[[%(name)s]] の見出しの下に、一つずつ書いてください。"), name=key)
        for number, each in enumerate(raw, 1):
            yield Table(each, file=self.file, name=f"{self.name}.{key}".lstrip("."), number=number)

    def table(self, key: str) -> "Table":
        """Raises: WrongPlacesFile where there is no such table."""
        raw = self.left.pop(key, None)
        if not isinstance(raw, dict):
            raise self.wrong(key, _("[%(name)s] の見出しを立てて書いてください。"), name=key)
        return Table(raw, file=self.file, name=key)

    def nothing_else(self) -> None:
        for key in sorted(self.left):
            raise self.wrong(key, _("この項目はありません。つづりを確かめてください。"))


def read_toml(file: Path) -> Table:
    """Raises: WrongPlacesFile."""
    try:
        return Table(tomllib.loads(text_of(file)), file=file.name, name="")
    except tomllib.TOMLDecodeError as fault:
        # tomllib tells line and column only inside its English message.
        raise WrongPlacesFile(
            Spot(file=file.name), _("TOML の書き方に合っていません（%(detail)s）。"), detail=str(fault)
        ) from fault


def text_of(file: Path) -> str:
    """Raises: WrongPlacesFile when there is no such file or it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as fault:
        raise WrongPlacesFile(
            Spot(file=file.name), _("ファイルを開けません（%(why)s）。"), why=fault.strerror or ""
        ) from fault
    except UnicodeDecodeError as fault:
        raise WrongPlacesFile(
            Spot(file=file.name), _("文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。")
        ) from fault
