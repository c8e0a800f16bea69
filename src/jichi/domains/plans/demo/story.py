"""The demo story as data: `demo/plans.toml` of the city's folder, and who acts in it."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.conf import settings

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role

PLANNER = machine("demo-planner", Role.PLANNING_OFFICER, Role.ADMINISTRATOR)
STAFF = machine("demo-staff", Role.SECTION_STAFF)
CHIEF = machine("demo-section-chief", Role.SECTION_CHIEF)
BUREAU = machine("demo-bureau-chief", Role.BUREAU_CHIEF)
COMMITTEE = machine("demo-committee", Role.COMMITTEE_SECRETARIAT)


@dataclass(frozen=True)
class Part:
    """One programme's part in the story; `n` is the year of the plan, from 0."""

    data: dict[str, Any]

    @property
    def names(self) -> tuple[str, bool]:
        return self.data["name"], self.data["each_ward"]

    def target(self, n: int) -> Decimal:
        return Decimal(self.data["target"][n])

    def actual(self, n: int) -> Decimal:
        return Decimal(self.data["actual"][n])

    def settlement(self, n: int) -> int | None:
        known = self.data["settlement"]
        return known[n] if n < len(known) else None

    def opinion(self, year: int) -> dict[str, Any] | None:
        return self.data.get(f"opinion_{year}")


class Story:
    """The whole file, read once."""

    @cached_property
    def data(self) -> dict[str, Any]:
        path = settings.CITY_FOLDER / "demo" / "plans.toml"
        return tomllib.loads(path.read_text(encoding="utf-8"))

    @cached_property
    def parts(self) -> dict[tuple[str, bool], Part]:
        parts = (Part(each) for each in self.data["programmes"])
        return {part.names: part for part in parts}

    @property
    def first_year(self) -> int:
        return int(self.data["first_year"])
