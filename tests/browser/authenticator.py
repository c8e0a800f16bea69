"""An authenticator app: the six figures of the moment (RFC 6238), written apart from what it tests."""

import base64
import hmac
import struct
import time

STEP = 30


def code_of(secret: str, *, at: float | None = None) -> str:
    """The code that an app shows which was given `secret`."""
    counter = int((time.time() if at is None else at) // STEP)
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", counter), "sha1")
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
