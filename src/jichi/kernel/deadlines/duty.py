"""What a domain says when it starts a clock."""

from dataclasses import dataclass
from typing import Any

from jichi.kernel.access.roles import Role
from jichi.kernel.places.models import Section

from .rules.terms import Extending, Pausing


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What is owed, by whom, and what happens when it is not done; `kind` is the domain's name for it.

    `waits_for`: the role whose own work it is; chiefs and bureaus see the rest as work of their sections.
    `law_key`: the legal value that gives the length, so that the page links to it.
    `pausing`, `extending`: only where a provision says that the period stops or may be made longer.
    `shown_on` and `public_title`: the public record on whose page everybody sees the clock.
    `calendar_title`: what a calendar outside the house shows; empty where `title` may name a person.
    """

    kind: str
    subject: str
    title: str
    url: str
    owner: Section
    consequence: str = ""
    remind_before: int = 7
    waits_for: Role | None = None
    law_key: str = ""
    pausing: Pausing | None = None
    extending: Extending | None = None
    shown_on: str = ""
    public_title: str = ""
    calendar_title: str = ""
    is_demo: bool = False

    def columns(self) -> dict[str, Any]:
        """The duty as a row keeps it."""
        plain = {name: value for name, value in vars(self).items() if name not in ("pausing", "extending")}
        return {
            **plain,
            "waits_for": self.waits_for or "",
            **self.pause_columns(),
            **self.extension_columns(),
        }

    def pause_columns(self) -> dict[str, Any]:
        return {"pause_basis": self.pausing.basis, "awaits": self.pausing.awaits} if self.pausing else {}

    def extension_columns(self) -> dict[str, Any]:
        allowed = self.extending
        if allowed is None:
            return {}
        return {
            "extension_basis": allowed.basis,
            "extension_length": allowed.length,
            "extension_unit": allowed.unit.value,
            "extension_times": allowed.times,
        }
