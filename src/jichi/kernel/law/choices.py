"""The list a value of unit choice or choices is taken from: code = ["日本語の名称", "English name"]."""

import re
from collections.abc import Mapping

from jichi.kernel.values.fault import gettext_noop as _

from .entry import Choice
from .faults import Place
from .units import Unit

_CODE = re.compile(r"[A-Za-z0-9_]+")
_UNITS = ("choice", "choices")


def read_choices(place: Place, unit: Unit, raw: object) -> dict[str, Choice]:
    """The choices by code; empty for every other unit.

    Raises: WrongLawFile.
    """
    if unit.code not in _UNITS:
        if raw is not None:
            raise place.wrong(
                _("単位 %(unit)s に choices は書けません。単位を choice か choices にしてください。"),
                unit=unit.code,
            )
        return {}
    if not isinstance(raw, dict) or not raw:
        raise place.wrong(_("選べる値がありません。[%(key)s.choices] の下に書いてください。"), key=place.key)
    return {code: _choice(place, code, names) for code, names in raw.items()}


def _choice(place: Place, code: str, names: object) -> Choice:
    match names:
        case [str(name), str(name_en)] if name and name_en and _CODE.fullmatch(code):
            return Choice(code=code, name=name, name_en=name_en)
    raise place.wrong(
        _('choices の「%(code)s」は、英数字の記号 = ["日本語の名称", "英語の名称"] の形で書いてください。'),
        code=code,
    )


def not_among(choices: Mapping[str, Choice], value: object) -> str:
    """The first code of the value that is not in the list, or an empty text."""
    codes = value if isinstance(value, tuple) else (value,)
    return next((str(code) for code in codes if code not in choices), "")
