"""Short codes that people read to each other: made by chance, read with any hyphens and widths. Pure."""

import secrets

from jichi.kernel.values.width import narrow

LENGTH = 8
MINUTES = 15
MOST_IN_AN_HOUR = 5
MOST_WRONG = 5


def new_code() -> str:
    """Eight digits: what can be read aloud, typed on a number pad, and not be guessed in a quarter of an hour."""
    return "".join(secrets.choice("0123456789") for _ in range(LENGTH))


def shown(code: str) -> str:
    """For example `1234-5678`."""
    return f"{code[:4]}-{code[4:]}"


def typed(text: str) -> str:
    """The digits of what was typed."""
    return "".join(sign for sign in narrow(text) if sign in "0123456789")
