"""The private keys of the record: files that only their owner reads, never in the database."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from .note import Signer, read_signer
from .verifier import Key


class KeyIsMissing(Exception):
    """The file of the key that has to sign is not there, or is not that key."""


def folder() -> Path:
    return Path(settings.VAR) / "keys"


def file_of(key: Key) -> Path:
    return folder() / f"{key.id.hex()}.key"


def make_key(name: str) -> Key:
    """A new key in a file of its own, on the disk before anything is signed with it."""
    signer = Signer(name, secrets.token_bytes(32))
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(file_of(signer.key), os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(signer.secret + "\n")
        file.flush()
        os.fsync(file.fileno())
    return signer.key


def signer_for(key: Key) -> Signer:
    """The private half of a key.

    Raises: KeyIsMissing.
    """
    try:
        signer = read_signer(file_of(key).read_text(encoding="utf-8"))
    except (OSError, ValueError) as gone:
        raise KeyIsMissing(str(file_of(key))) from gone
    if signer.key.public != key.public:
        raise KeyIsMissing(str(file_of(key)))
    return signer
