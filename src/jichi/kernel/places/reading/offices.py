"""The offices where the city serves people."""

from collections.abc import Collection, Mapping
from pathlib import Path

from jichi.kernel.values.fault import gettext_noop as _

from .organisation import sourced
from .rows import OfficeRow, TownRow
from .toml import Table, read_toml
from .unique import refuse_twice
from .wards import Ward

KINDS = ("ward_office", "branch_office", "sub_branch_office", "liaison_office", "service_corner")


def read_offices(folder: Path, wards: Mapping[str, Ward], towns: Collection[TownRow]) -> list[OfficeRow]:
    """Raises: WrongPlacesFile."""
    top = read_toml(folder / "offices.toml")
    known = {(town.ward_id, town.name) for town in towns if not town.hamlet}
    offices = [read_office(table, wards, known) for table in top.tables("offices")]
    top.nothing_else()
    refuse_twice(folder / "offices.toml", (office.code for office in offices))
    return offices


def read_office(table: Table, wards: Collection[str], towns: Collection[tuple[str, str]]) -> OfficeRow:
    office = OfficeRow(
        code=table.text("code", longest=40),
        kind=table.choice("kind", KINDS),
        name=table.text("name", longest=60),
        name_en=table.text("name_en", longest=100),
        ward_id=table.choice("ward", wards),
        town=table.text("town", longest=60, optional=True),
        opened_on=table.day("opened_on"),
        closed_on=table.day("closed_on"),
        note=table.text("note", longest=500, optional=True),
        **sourced(table),
    )
    if office.town and (office.ward_id, office.town) not in towns:
        raise table.wrong("town", _("「%(town)s」はこの区の towns.csv にありません。"), town=office.town)
    if office.opened_on and office.closed_on and office.closed_on < office.opened_on:
        raise table.wrong("closed_on", _("閉じた日が開いた日より前です。"))
    table.nothing_else()
    return office
