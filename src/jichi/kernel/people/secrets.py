"""The cipher of second factors, from the installation's signing key."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def cipher() -> MultiFernet:
    """Writes with the present signing key, reads with it and with the former ones."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(derived(str(key))) for key in keys])


def derived(key: str) -> bytes:
    # The signing key is random and long; the hash only parts this use of it from all others.
    digest = hashlib.blake2b(key.encode(), person=b"second factor", digest_size=32)
    return base64.urlsafe_b64encode(digest.digest())
