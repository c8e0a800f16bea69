"""The fields of a table in a law file: none missing, none unknown, all of them texts that say something."""

from collections.abc import Collection, Mapping
from typing import Any

from jichi.kernel.values.fault import gettext_noop as _

from .faults import Place

# Read on their own, with their own faults.
_NOT_TEXT = {"values", "choices", "from", "value"}

_MISSING = {
    "name": _("名称（name）がありません。画面に示す日本語の名称を書いてください。"),
    "name_en": _("英語の名称（name_en）がありません。"),
    "unit": _("単位（unit）がありません。割合（ratio）、日（days）などから選んでください。"),
    "chosen_by": _("基準日の決め方（chosen_by）がありません。どの日の定めを適用するかを書いてください。"),
    "from": _("施行日（from）がありません。定めが始まる日を書いてください。"),
    "source": _("出典（source）がありません。条例名と条・項、またはページのアドレスを書いてください。"),
    "confidence": _("確かさ（confidence）がありません。read・inferred・unconfirmed から選んでください。"),
}


def check_fields(
    place: Place, table: Mapping[str, Any], *, demanded: Collection[str], allowed: Collection[str]
) -> None:
    """Raises: WrongLawFile."""
    if unknown := sorted(set(table) - set(allowed)):
        raise place.wrong(
            _("「%(field)s」という項目はありません。使える項目：%(allowed)s"),
            field=unknown[0],
            allowed=tuple(sorted(allowed)),
        )
    for field in demanded:
        if table.get(field, "") == "":
            raise place.wrong(_MISSING[field])
    for field in sorted(set(table) - _NOT_TEXT):
        if not isinstance(table[field], str) or not table[field].strip():
            raise place.wrong(
                _("「%(field)s」には、引用符で囲んだ空でない文字列を書いてください。"), field=field
            )
