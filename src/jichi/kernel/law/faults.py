"""What the law book says when it can not answer, and when a file is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jichi.kernel.values.fault import Fault, gettext_noop
from jichi.kernel.values.fault import gettext_noop as _

from .entry import Entry, Repealed


class NotInForce(Fault):
    """Asked for a day on which no such rule is in force."""

    code = "law.not_in_force"

    def __init__(self, entry: Entry, on: date) -> None:
        self.key, self.on = entry.key, on
        row = entry.row_at(on)
        if isinstance(row, Repealed):
            self.sentence = _(
                "「%(name)s」の定めは%(repealed)sに廃止されたため、%(on)sには適用できません（根拠：%(source)s）。"
            )
            super().__init__(name=entry, on=on, repealed=row.since, source=row.source)
        else:
            first = entry.rows[0]
            self.sentence = _(
                "「%(name)s」の定めは%(first)sに始まるため、その前の%(on)sには適用できません（根拠：%(source)s）。"
            )
            super().__init__(name=entry, on=on, first=first.since, source=first.source)


class NotKnown(Fault):
    """Asked for a value that nobody has yet found in the law: it is left out, never guessed."""

    code = "law.not_known"
    sentence = _(
        "「%(name)s」の値はまだ確かめられていないため、手続きを進められません。"
        "法規の担当者は、根拠の条文を確かめて %(file)s の [%(key)s] に値と出典を書いてください。"
    )

    def __init__(self, entry: Entry) -> None:
        self.key = entry.key
        super().__init__(name=entry, file=entry.file, key=entry.key.partition(".")[2])


class NotDeclared(LookupError):
    """Code asks for a key that no file has, or with another type or unit: a mistake in the code."""


class WrongLawFile(Fault):
    """A file of legal values that can not be taken over: which file, which key, why, and what to write.

    `reason` is the sentence without the place; `key` is empty when the whole file is meant.
    """

    code = "law.wrong_file"
    status = 500

    def __init__(self, file: Path, key: str, reason: str, /, **params: object) -> None:
        self.file, self.key, self.sentence = file, key, reason
        super().__init__(**params)

    @property
    def reason(self) -> str:
        return super().said()

    def said(self, *, translate: Callable[[str], str] = gettext_noop, language: str = "ja") -> str:
        place = f"{self.file} [{self.key}]" if self.key else str(self.file)
        return f"{place}: {super().said(translate=translate, language=language)}"


@dataclass(frozen=True)
class Place:
    """Where in the files a reader is: what it finds wrong there, it raises from here."""

    file: Path
    key: str = ""

    def wrong(self, reason: str, **params: object) -> WrongLawFile:
        return WrongLawFile(self.file, self.key, reason, **params)
