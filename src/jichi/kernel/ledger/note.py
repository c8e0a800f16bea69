"""Signing of checkpoints: notes and keys as C2SP `signed-note` and `tlog-checkpoint` write them. Pure.

Source: https://c2sp.org/signed-note@v1.0.0, https://c2sp.org/tlog-checkpoint
"""

import base64
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from .verifier import Key, unbase64

PRIVATE = "PRIVATE+KEY+"


@dataclass(frozen=True)
class Signer:
    """A private key with its name. Its seed is 32 random bytes (RFC 8032)."""

    name: str
    seed: bytes

    @property
    def key(self) -> Key:
        """The public half, for everybody."""
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key()
        return Key(self.name, public.public_bytes(Encoding.Raw, PublicFormat.Raw))

    def sign(self, text: str) -> str:
        """The note: the text, a blank line, our signature."""
        made = Ed25519PrivateKey.from_private_bytes(self.seed).sign(text.encode())
        return f"{text}\n— {self.name} {base64.b64encode(self.key.id + made).decode()}\n"

    def __repr__(self) -> str:
        return f"Signer({self.key})"

    @property
    def secret(self) -> str:
        """What stands in the key file, in the form that Go's sumdb/note reads too."""
        coded = base64.b64encode(b"\x01" + self.seed).decode()
        return f"{PRIVATE}{self.name}+{self.key.id.hex()}+{coded}"


def read_signer(text: str) -> Signer:
    """Read a key file.

    Raises: ValueError.
    """
    name, id_, coded = text.strip().removeprefix(PRIVATE).split("+", 2)
    data = unbase64(coded)
    signer = Signer(name, data[1:])
    if len(data) != 33 or data[:1] != b"\x01" or signer.key.id.hex() != id_:
        raise ValueError("not a private Ed25519 key of the form PRIVATE+KEY+name+id+base64")
    return signer


def checkpoint_text(*, origin: str, size: int, root: bytes) -> str:
    return f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n"
