"""The bytes that are hashed. Pure, and small enough that an outsider can write it again.

Source: JSON canonicalisation after RFC 8785, restricted to what events carry: objects with
string keys, arrays, strings, integers, true, false and null. Floats are refused.
"""

import hashlib
import hmac
import json
from typing import Any

NO_PREVIOUS = "0" * 64


def canonical(value: Any) -> bytes:
    """The one spelling of a JSON value: sorted keys, no blanks, UTF-8."""
    refuse_floats(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError("An event carries no floats: write money as whole yen and shares as text.")
    if isinstance(value, dict):
        for each in value.values():
            refuse_floats(each)
    elif isinstance(value, list | tuple):
        for each in value:
            refuse_floats(each)


def digest(value: Any) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(*, salt: bytes, name: str, clear: str) -> str:
    """What the chain holds in place of a personal field: HMAC-SHA-256 under a random salt.

    With salt and clear text anybody can check it; with neither, erased, it says nothing.
    """
    return hmac.new(salt, canonical([name, clear]), hashlib.sha256).hexdigest()
