"""The wards and their borders."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jichi.kernel.values.fault import gettext_noop as _

from .fault import Spot, WrongPlacesFile
from .rows import WardRow
from .toml import Table, read_toml, text_of
from .unique import refuse_twice


@dataclass(frozen=True, kw_only=True)
class Ward:
    """A ward with the word that begins the codes of its organisation."""

    row: WardRow
    slug: str


def read_wards(folder: Path) -> dict[str, Ward]:
    """The wards by code. Raises: WrongPlacesFile."""
    top = read_toml(folder / "wards.toml")
    wards = [read_ward(table) for table in top.tables("wards")]
    top.nothing_else()
    if not wards:
        raise WrongPlacesFile(Spot(file="wards.toml"), _("区が一つもありません。"))
    for values in zip(*((ward.row.code, ward.row.name, ward.slug) for ward in wards), strict=True):
        refuse_twice(folder / "wards.toml", values)
    check_borders(folder / "wards.geojson", [ward.row for ward in wards])
    return {ward.row.code: ward for ward in wards}


def read_ward(table: Table) -> Ward:
    row = WardRow(
        code=table.text("code", longest=5),
        name=table.text("name", longest=20),
        kana=table.text("kana", longest=40),
        name_en=table.text("name_en", longest=40),
    )
    if not (len(row.code) == 5 and row.code.isascii() and row.code.isdigit()):
        raise table.wrong("code", _("区のコードは5桁の数字です。"))
    slug = table.text("slug", longest=12)
    table.nothing_else()
    return Ward(row=row, slug=slug)


def check_borders(file: Path, wards: Iterable[WardRow]) -> None:
    """See that the map has every ward once, under the same code and name. Raises: WrongPlacesFile."""
    here = Spot(file=file.name)
    try:
        features = json.loads(text_of(file))["features"]
        drawn = {each["properties"]["N03_007"]: each["properties"]["N03_004"] for each in features}
    except (ValueError, KeyError, TypeError) as fault:
        raise WrongPlacesFile(
            here, _("GeoJSON として読めません。国土数値情報（行政区域）の列名のまま置いてください。")
        ) from fault
    for ward in wards:
        if drawn.get(ward.code) != ward.name:
            raise WrongPlacesFile(
                here, _("区域に %(code)s %(name)s がありません。"), code=ward.code, name=ward.name
            )
