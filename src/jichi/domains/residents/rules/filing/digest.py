"""One digest of several files: the same files, in whatever order, are known again. Pure."""

import hashlib
from collections.abc import Mapping


def digest_of(files: Mapping[str, str]) -> str:
    """`files`: the SHA-256 of each table's file."""
    told = "\n".join(f"{table} {digest}" for table, digest in sorted(files.items()))
    return hashlib.sha256(told.encode()).hexdigest()
