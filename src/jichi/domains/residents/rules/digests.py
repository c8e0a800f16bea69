"""Digests of secrets that people and machines show: what is kept of a code, a token, a card, a key. Pure."""

import hashlib
import hmac


def digest(purpose: str, secret: str, *, salt: str) -> str:
    """Keyed, so that whoever reads the table alone cannot try out eight digits."""
    return hmac.new(f"{salt}/residents.{purpose}".encode(), secret.encode(), hashlib.sha256).hexdigest()
