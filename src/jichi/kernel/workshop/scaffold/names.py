"""What a new domain is called, and what it cannot be called."""

import keyword
import re
import sys
from collections.abc import Collection
from dataclasses import dataclass

NAME = re.compile(r"[a-z](?:[a-z]|_(?=[a-z])){2,19}")
# These end a string or a template tag, or start a placeholder.
BREAKS_CODE = re.compile(r"[\"'\\{}%$\n]")


class WrongName(ValueError):
    """A name that no domain can have; its message says why and what to do."""


@dataclass(frozen=True, kw_only=True)
class Names:
    """The words of a new domain. `kind` is the two-digit number in front of its references."""

    name: str
    title: str
    title_en: str
    kind: int

    @property
    def words(self) -> dict[str, str]:
        """The placeholders of the room templates."""
        return {
            "name": self.name,
            "Name": "".join(part.capitalize() for part in self.name.split("_")),
            "title": self.title,
            "title_en": self.title_en[0].lower() + self.title_en[1:],
            "Title_en": self.title_en[0].upper() + self.title_en[1:],
            "kind": str(self.kind),
        }


def check(names: Names, *, taken: Collection[str]) -> None:
    """Refuse what cannot be a domain; `taken` are the names of rooms, apps and addresses in use.

    Raises: WrongName.
    """
    if not NAME.fullmatch(names.name):
        raise WrongName(
            f"{names.name!r} is not a name for a domain: use 3 to 20 small letters a-z, in the plural, as gardens."
        )
    if keyword.iskeyword(names.name) or names.name in sys.stdlib_module_names:
        raise WrongName(f"{names.name} is a word of Python; choose another name.")
    if names.name in taken:
        raise WrongName(f"{names.name} is taken: a room, an app or an address has this name already.")
    for title in (names.title, names.title_en):
        if not title.strip() or BREAKS_CODE.search(title) or len(title) > 40:
            raise WrongName(
                f"{title!r} is not a title: use 1 to 40 characters without quotation marks, braces, %, $ or \\."
            )
    if not 11 <= names.kind <= 99:
        raise WrongName(f"{names.kind} is not a kind of record: kinds are 11 to 99.")
