"""Who can sign in to the demo city, read from its own file."""

import tomllib
from functools import cache
from typing import Any

from .running_city import ROOT

FILE = ROOT / "cities/kawasaki/demo/people.toml"


@cache
def story() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def password() -> str:
    return str(story()["password"])


def one_of_each_role() -> list[str]:
    """The address of the first person with each role, and of a resident."""
    firsts: dict[str, str] = {}
    for person in story()["people"]:
        firsts.setdefault(person.get("role", "resident"), person["email"])
    return list(firsts.values())
