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


def addresses() -> list[str]:
    return [person["email"] for person in story()["people"]]
