"""Where a role is held: one ward, bureau or section, or the whole city."""

from dataclasses import dataclass
from typing import Any

from jichi.kernel.places.models import Bureau, Section, Ward

from .models import Holding
from .roles import Scope


@dataclass(frozen=True, kw_only=True)
class Place:
    """At most one of the three."""

    ward: Ward | None = None
    bureau: Bureau | None = None
    section: Section | None = None

    def __post_init__(self) -> None:
        if sum(each is not None for each in (self.ward, self.bureau, self.section)) > 1:
            raise ValueError("A role is held in one place or in the whole city.")

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of a grant or an elevation."""
        return {"ward": self.ward, "bureau": self.bureau, "section": self.section}

    @property
    def codes(self) -> Scope:
        """The code of the place, for the record."""
        return Scope(
            ward=self.ward.code if self.ward else None,
            bureau=self.bureau.code if self.bureau else None,
            section=self.section.code if self.section else None,
        )

    @property
    def filters(self) -> dict[str, Any]:
        """Finds what is held in exactly this place."""
        return {
            f"{name}__isnull" if where is None else name: True if where is None else where
            for name, where in self.columns.items()
        }


CITY = Place()


def place_of(holding: Holding) -> Place:
    return Place(ward=holding.ward, bureau=holding.bureau, section=holding.section)
