"""What notices say, as data: a default beside each subsystem, the city's own words in its folder."""

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast

from django.apps import apps
from django.conf import settings
from django.utils.functional import Promise, lazy
from django.utils.translation import get_language

from jichi.kernel.values.fault import Fault
from jichi.kernel.values.fault import gettext_noop as marked

LANGUAGES = ("ja", "en", "ja-simple")
PARTS = ("subject", "body")


class WrongWording(Fault):
    """A file of wordings that cannot be used: which file, which key, why."""

    code = "notices.wrong_wording"
    status = 500

    def __init__(self, file: Path, key: str, reason: str, /, **params: object) -> None:
        self.file, self.key, self.sentence = file, key, reason
        super().__init__(**params)

    def said(self, **named: Any) -> str:
        return f"{self.file} [{self.key}]: {super().said(**named)}"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One notice in three languages; `placeholders` are the names that may stand in braces."""

    placeholders: frozenset[str]
    said: Mapping[str, Mapping[str, str]]

    def part(self, name: str, language: str) -> str:
        return self.said.get(language, self.said["ja"])[name]


class Said(TypedDict):
    subject: Promise
    body: Promise


def worded(key: str, **fillings: object) -> Said:
    """Subject and body of a notice, each said in the reader's language when it is told.

    Example: ``notify(account=…, key=…, **worded("notices.digest", count=3, list=…))``
    """
    wording = wordings()[key]
    if missing := wording.placeholders - fillings.keys():
        raise LookupError(f"{key} is told without {sorted(missing)}")
    return Said(subject=filled(key, "subject", fillings), body=filled(key, "body", fillings))


def filled(key: str, part: str, fillings: Mapping[str, object]) -> Promise:
    def say() -> str:
        text = wordings()[key].part(part, get_language() or "ja")
        return text.format_map({name: str(value) for name, value in fillings.items()})

    return cast(Promise, lazy(say, str)())


@cache
def wordings() -> dict[str, Wording]:
    """Every wording by its full key, the city's own words first. Raises: WrongWording."""
    found: dict[str, Wording] = {}
    for config in apps.get_app_configs():
        default = Path(config.path, "wording.toml")
        if default.exists():
            found |= {f"{config.label}.{key}": wording for key, wording in read(default).items()}
    for own in sorted(Path(settings.CITY_FOLDER, "notices").glob("*.toml")):
        for key, wording in read(own, known=found).items():
            found[f"{own.stem}.{key}"] = wording
    return found


def read(file: Path, known: Mapping[str, Wording] | None = None) -> dict[str, Wording]:
    """The wordings of a file. A city's file may replace known ones only, and fill in nothing new."""
    return {key: entry(file, key, table, known) for key, table in tables(file).items()}


def tables(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise WrongWording(
            file, "", marked("TOML の書き方に合っていません（%(detail)s）。"), detail=str(fault)
        ) from fault


def entry(file: Path, key: str, table: Any, known: Mapping[str, Wording] | None) -> Wording:
    full = f"{file.stem}.{key}"
    if known is not None and full not in known:
        raise WrongWording(file, key, marked("このお知らせはありません。見出しの名前を確かめてください。"))
    allowed = frozenset(table.get("placeholders", ())) if known is None else known[full].placeholders
    for language in LANGUAGES:
        for part, text in faulty_parts(file, key, table, language):
            check_braces(file, f"{key}.{language}", part, text, allowed)
    return Wording(placeholders=allowed, said={language: table[language] for language in LANGUAGES})


def faulty_parts(file: Path, key: str, table: Any, language: str) -> Iterator[tuple[str, str]]:
    said = table.get(language)
    if not isinstance(said, dict):
        raise WrongWording(
            file,
            key,
            marked("%(language)s の文がありません。3つのことばで書いてください。"),
            language=language,
        )
    for part in PARTS:
        if not isinstance(said.get(part), str) or not said[part].strip():
            raise WrongWording(
                file, f"{key}.{language}", marked("%(part)s が空か、文字ではありません。"), part=part
            )
        yield part, said[part]


def check_braces(file: Path, key: str, part: str, text: str, allowed: frozenset[str]) -> None:
    """Only plain `{name}` of a known name: no attributes, no formats, no open brace."""
    try:
        names = [name for _text, name, form, turn in string.Formatter().parse(text) if name is not None]
        formed = [form for _text, name, form, turn in string.Formatter().parse(text) if form or turn]
    except ValueError as fault:
        raise WrongWording(file, key, marked("%(part)s の波かっこが閉じていません。"), part=part) from fault
    if formed or not set(names) <= allowed:
        wrong = tuple(sorted(set(names) - allowed)) or ("{…:…}",)
        raise WrongWording(
            file,
            key,
            marked("%(part)s の「%(wrong)s」は使えません。使える名前：%(allowed)s"),
            part=part,
            wrong=wrong,
            allowed=tuple(sorted(allowed)) or ("－",),
        )
