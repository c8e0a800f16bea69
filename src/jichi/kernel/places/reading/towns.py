"""The towns, from a CSV file with one line each."""

import csv
import io
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

from jichi.kernel.values.fault import gettext_noop as _

from .fault import IN_LINE, Spot, WrongPlacesFile
from .rows import TownRow
from .toml import text_of
from .wards import Ward

COLUMNS = ["ward_code", "ward", "town", "koaza", "lat", "lng"]
LATITUDES, LONGITUDES = (20, 46), (122, 154)  # Japan, degrees WGS 84
LONGEST = 60


class Line:
    """One line of the file and where it stands."""

    def __init__(self, values: Mapping[str, str], *, file: str, number: int) -> None:
        self.values, self.file, self.number = values, file, number

    def wrong(self, column: str, reason: str, **params: object) -> WrongPlacesFile:
        return WrongPlacesFile(
            Spot(IN_LINE, file=self.file, line=self.number, column=column), reason, **params
        )


def read_towns(folder: Path, wards: Mapping[str, Ward]) -> list[TownRow]:
    """Source: Geolonia 住所データ (CC BY 4.0). Raises: WrongPlacesFile."""
    file = folder / "towns.csv"
    reader = csv.reader(io.StringIO(text_of(file), newline=""))
    if next(reader, None) != COLUMNS:
        raise Line({}, file=file.name, number=1).wrong(
            ",".join(COLUMNS), _("見出しの行は %(columns)s です。"), columns=",".join(COLUMNS)
        )
    towns: dict[tuple[str, str, str], TownRow] = {}
    for values in reader:
        line = line_of(values, file=file.name, number=reader.line_num)
        town = read_town(line, wards)
        key = (town.ward_id, town.name, town.hamlet)
        if key in towns:
            raise line.wrong("town", _("「%(town)s」が二つあります。"), town=town.name + town.hamlet)
        towns[key] = town
    return list(towns.values())


def line_of(values: list[str], *, file: str, number: int) -> Line:
    line = Line(dict(zip(COLUMNS, values, strict=False)), file=file, number=number)
    if len(values) != len(COLUMNS):
        raise line.wrong(
            COLUMNS[-1],
            _("列の数が%(found)sです。%(wanted)s列にしてください。"),
            found=len(values),
            wanted=len(COLUMNS),
        )
    return line


def read_town(line: Line, wards: Mapping[str, Ward]) -> TownRow:
    ward = wards.get(line.values["ward_code"])
    if ward is None:
        raise line.wrong(
            "ward_code",
            _("区のコード「%(code)s」は wards.toml にありません。"),
            code=line.values["ward_code"],
        )
    if line.values["ward"] != ward.row.name:
        raise line.wrong(
            "ward",
            _("%(code)s は「%(name)s」です。「%(given)s」と書かれています。"),
            code=ward.row.code,
            name=ward.row.name,
            given=line.values["ward"],
        )
    if not line.values["town"]:
        raise line.wrong("town", _("町の名前がありません。"))
    for column in ("town", "koaza"):
        if len(line.values[column]) > LONGEST:
            raise line.wrong(column, _("長すぎます。%(longest)s字以内で書いてください。"), longest=LONGEST)
    latitude, longitude = position(line)
    return TownRow(
        ward_id=ward.row.code,
        name=line.values["town"],
        hamlet=line.values["koaza"],
        latitude=latitude,
        longitude=longitude,
    )


def position(line: Line) -> tuple[Decimal | None, Decimal | None]:
    """Both degrees, or neither where the source gives none."""
    if not line.values["lat"] and not line.values["lng"]:
        return None, None
    return degrees(line, "lat", LATITUDES), degrees(line, "lng", LONGITUDES)


def degrees(line: Line, column: str, span: tuple[int, int]) -> Decimal:
    try:
        value = Decimal(line.values[column])
        within = span[0] <= value <= span[1]
    except InvalidOperation:
        within = False
    if not within:
        raise line.wrong(
            column,
            _("「%(given)s」は%(least)sから%(most)sまでの度ではありません。"),
            given=line.values[column],
            least=span[0],
            most=span[1],
        )
    return value.quantize(Decimal("0.000001"))
