"""What the record says of itself. Pure."""

from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.values.fault import gettext_noop as _

from .verifier import KEYS, ROTATED, SEALED, SEALS

__all__ = ["KEYS", "SEALS"]
ERASURES = "record/erasures"


@event("record.started", label=_("公開の記録を始めた"))
class RecordStarted:
    """The name of the tree and the first key: whoever has this key can follow all later ones."""

    origin: str
    key: str


@event(SEALED, label=_("記録を封印した"))
class RecordSealed:
    """The last event under a checkpoint; `size` is how many events the checkpoint covers, this one included."""

    size: int


@event(ROTATED, label=_("封印の鍵を新しくした"))
class KeyRotated:
    """The last that the retired key seals; from the next checkpoint on, `key` signs."""

    retired: str
    key: str


@event("record.key.replaced", label=_("なくした封印の鍵のかわりを作った"))
class KeyReplaced:
    """The old key is lost and can vouch for nothing: who checks must be given the new one by another way."""

    lost: str
    key: str


@event("record.clear_text.erased", label=_("公開しない項目の内容を消した"))
class ClearTextErased:
    """Which fields of which event; why, as a personal field: the reason may describe somebody."""

    erased_from: str
    stream: str
    position: int
    fields: tuple[str, ...]
    reason: Personal
