"""What the search box may find: what a domain hands to the index."""

from dataclasses import dataclass
from enum import StrEnum

from jichi.kernel.access.roles import CITYWIDE, Scope


@dataclass(frozen=True, kw_only=True)
class SearchDocument:
    """One thing that can be found. `key` names it for ever; `kind` is the Japanese word by which results are sorted.

    A public document is found by everybody. One that is not public names the permission that reads it
    and whose business it is; whoever lacks the right finds no trace of it.
    `wards`, `bureaus` (codes) and `years` (年度) are what finds can be narrowed by; unsaid, they are the scope's.
    """

    key: str
    kind: str
    title: str
    body: str
    url: str
    reference: str = ""
    public: bool = True
    needs: StrEnum | None = None
    scope: Scope = CITYWIDE
    wards: tuple[str, ...] = ()
    bureaus: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.public == (self.needs is not None):
            raise ValueError(f"{self.key} is either public or names the permission that reads it.")
