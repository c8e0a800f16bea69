"""The dated rows of an entry, oldest first, each lasting until the day before the next."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from jichi.kernel.values.fault import gettext_noop as _

from .choices import not_among
from .entry import Choice, Confidence, Dated, Repealed
from .faults import Place
from .fields import check_fields
from .units import Unit

_DEMANDED = ("from", "source", "confidence")
_ALLOWED = {*_DEMANDED, "value", "note"}

Table = Mapping[str, Any]
Row = Dated[object] | Repealed


def read_rows(place: Place, unit: Unit, choices: Mapping[str, Choice], raw: object) -> tuple[Row, ...]:
    """The rows as written, with their last days worked out.

    Raises: WrongLawFile.
    """
    if not isinstance(raw, list) or not all(isinstance(table, dict) for table in raw):
        raise place.wrong(
            _("値は [[%(key)s.values]] の見出しの下に、一つずつ書いてください。"), key=place.key
        )
    for table in raw:
        check_fields(place, table, demanded=_DEMANDED, allowed=_ALLOWED)
        _check_day(place, table)
        _check_confidence(place, table)
    _check_order(place, [table["from"] for table in raw])
    _check_repeals(place, raw)
    last_days = [*(table["from"] - timedelta(days=1) for table in raw[1:]), None]
    values = [_value(place, unit, choices, table) for table in raw]
    return tuple(map(_row, raw, values, last_days))


def _check_day(place: Place, table: Table) -> None:
    # A TOML date with a time is a date to isinstance.
    if type(table["from"]) is not date:
        raise place.wrong(
            _(
                "施行日（from）「%(given)s」は年月日ではありません。2009-04-01 の形で、引用符なしで書いてください。"
            ),
            given=str(table["from"]),
        )


def _check_confidence(place: Place, table: Table) -> None:
    if table["confidence"] not in set(Confidence):
        raise place.wrong(
            _("確かさ（confidence）「%(given)s」はありません。次から選んでください：%(known)s"),
            given=table["confidence"],
            known=tuple(Confidence),
        )


def _check_order(place: Place, days: Sequence[date]) -> None:
    for earlier, later in pairwise(days):
        if earlier == later:
            raise place.wrong(_("施行日が%(day)sの行が二つあります。一つの日に値は一つです。"), day=later)
        if earlier > later:
            raise place.wrong(
                _(
                    "施行日が順に並んでいません：%(first)sの次に%(second)sがあります。古い順に並べてください。"
                ),
                first=earlier,
                second=later,
            )


def _check_repeals(place: Place, tables: Sequence[Table]) -> None:
    """A repeal ends something: it stands neither first nor after another repeal."""
    was_in_force = False
    for table in tables:
        if not was_in_force and "value" not in table:
            raise place.wrong(
                _("%(day)sの行に値（value）がありません。値のない行は廃止を表し、前に値のある行が要ります。"),
                day=table["from"],
            )
        was_in_force = "value" in table


def _value(place: Place, unit: Unit, choices: Mapping[str, Choice], table: Table) -> object:
    if "value" not in table:
        return None
    try:
        value = unit.read(table["value"])
    except ValueError as fault:
        raise place.wrong(
            _("値「%(given)s」を単位「%(unit)s」として読めません。書き方：%(written)s"),
            given=str(table["value"]),
            unit=unit,
            written=unit.written,
        ) from fault
    if choices and (unlisted := not_among(choices, value)):
        raise place.wrong(
            _("値「%(given)s」は choices にありません。選べる値：%(known)s"),
            given=unlisted,
            known=tuple(choices),
        )
    return value


def _row(table: Table, value: object, last_day: date | None) -> Row:
    source, confidence = table["source"], Confidence(table["confidence"])
    since, note = table["from"], table.get("note", "")
    if "value" not in table:
        return Repealed(since=since, until=last_day, source=source, confidence=confidence, note=note)
    return Dated(value=value, since=since, until=last_day, source=source, confidence=confidence, note=note)
