"""All files of the folder together."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from .offices import read_offices
from .organisation import read_organisation
from .rows import BureauRow, OfficeRow, SectionRow, TownRow, WardRow
from .towns import read_towns
from .wards import read_wards

FILES = ("wards.toml", "wards.geojson", "towns.csv", "bureaus.toml", "offices.toml")


@dataclass(frozen=True, kw_only=True)
class Places:
    """A city's places as its files say, and the digest of those files."""

    wards: list[WardRow]
    towns: list[TownRow]
    bureaus: list[BureauRow]
    sections: list[SectionRow]
    offices: list[OfficeRow]
    digest: str


def read_places(folder: Path) -> Places:
    """Raises: WrongPlacesFile, at the first fault."""
    wards = read_wards(folder)
    towns = read_towns(folder, wards)
    organisation = read_organisation(folder, wards)
    return Places(
        wards=[ward.row for ward in wards.values()],
        towns=towns,
        bureaus=organisation.bureaus,
        sections=organisation.sections,
        offices=read_offices(folder, wards, towns),
        digest=digest_of(folder),
    )


def digest_of(folder: Path) -> str:
    """SHA-256 over the SHA-256 of each file, in the order of FILES."""
    parts = [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
