"""The secret in a calendar address: 256 random bits, of which the house keeps the digest only."""

import hashlib
import secrets


def new_secret() -> str:
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept. A plain hash is enough for a long random secret: there is nothing to guess faster."""
    return hashlib.sha256(secret.encode()).hexdigest()
