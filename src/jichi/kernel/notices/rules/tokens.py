"""The address to which reports about one mail come back (variable envelope return path). Pure."""

import hmac
import re
from hashlib import sha256
from uuid import UUID

TAG = re.compile(r"\+([0-9a-f]{32})\.([0-9a-f]{12})@", re.IGNORECASE)


def return_path(mailbox: str, notice: UUID, *, key: str) -> str:
    """`bounces+…@city`, which nobody else can make up: a forged report must not silence a person's address."""
    local, _at, domain = mailbox.partition("@")
    return f"{local}+{notice.hex}.{seal(notice, key)}@{domain}"


def notice_in(address: str, *, key: str) -> UUID | None:
    """The notice whose mail a report is about; None where the address was not made by us."""
    found = TAG.search(address)
    if found is None:
        return None
    notice = UUID(found[1])
    return notice if hmac.compare_digest(found[2].lower(), seal(notice, key)) else None


def seal(notice: UUID, key: str) -> str:
    return hmac.new(f"return path {key}".encode(), notice.bytes, sha256).hexdigest()[:12]
