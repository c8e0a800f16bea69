"""Bureaus and sections: those of the city hall, and the same sections for every ward office."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jichi.kernel.values.fault import gettext_noop as _

from .rows import BureauRow, SectionRow
from .toml import Table, read_toml
from .unique import refuse_twice
from .wards import Ward

CONFIDENCES = ("read", "inferred", "unconfirmed")


@dataclass(kw_only=True)
class Organisation:
    bureaus: list[BureauRow] = field(default_factory=list)
    sections: list[SectionRow] = field(default_factory=list)


def read_organisation(folder: Path, wards: Mapping[str, Ward]) -> Organisation:
    """Raises: WrongPlacesFile."""
    top, found = read_toml(folder / "bureaus.toml"), Organisation()
    for table in top.tables("bureaus"):
        add_bureau(found, table)
    add_ward_offices(found, top.table("ward_offices"), wards)
    top.nothing_else()
    for values in ([row.code for row in found.bureaus], [row.name for row in found.bureaus]):
        refuse_twice(folder / "bureaus.toml", values)
    refuse_twice(folder / "bureaus.toml", (row.code for row in found.sections))
    refuse_twice(folder / "bureaus.toml", (f"{row.bureau_id} {row.name}" for row in found.sections))
    return found


def add_bureau(found: Organisation, table: Table) -> None:
    bureau = BureauRow(
        code=table.text("code", longest=20),
        name=table.text("name", longest=60),
        name_en=table.text("name_en", longest=100),
        ward_id=None,
        **sourced(table),
    )
    found.bureaus.append(bureau)
    found.sections.extend(
        sections_of(bureau.code, "", [read_section(each) for each in table.tables("sections")])
    )
    table.nothing_else()


def add_ward_offices(found: Organisation, table: Table, wards: Mapping[str, Ward]) -> None:
    """One organisation for each ward, with the sections that all of them have."""
    form, form_en = named_for_ward(table, "name", "{ward}"), named_for_ward(table, "name_en", "{ward_en}")
    shared = sourced(table)
    sections = [read_section(each) for each in table.tables("sections")]
    table.nothing_else()
    for code, ward in wards.items():
        bureau = BureauRow(
            code=f"{ward.slug}-ward",
            name=form.replace("{ward}", ward.row.name),
            name_en=form_en.replace("{ward_en}", ward.row.name_en),
            ward_id=code,
            **shared,
        )
        found.bureaus.append(bureau)
        found.sections.extend(sections_of(bureau.code, f"{ward.slug}-", sections))


def named_for_ward(table: Table, key: str, gap: str) -> str:
    form = table.text(key, longest=40)
    if gap not in form:
        raise table.wrong(key, _("区の名前が入る所に %(gap)s を書いてください。"), gap=gap)
    return form


def read_section(table: Table) -> dict[str, str]:
    section = {
        "code": table.text("code", longest=26),
        "name": table.text("name", longest=80),
        "name_en": table.text("name_en", longest=120),
        **sourced(table),
    }
    table.nothing_else()
    return section


def sections_of(bureau: str, prefix: str, sections: list[dict[str, str]]) -> Iterator[SectionRow]:
    for section in sections:
        yield SectionRow(bureau_id=bureau, **{**section, "code": prefix + section["code"]})


def sourced(table: Table) -> dict[str, str]:
    return {
        "source": table.text("source", longest=300),
        "confidence": table.choice("confidence", CONFIDENCES),
    }
