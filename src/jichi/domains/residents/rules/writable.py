"""Which items a movement of a kind may write, and what somebody new on the register must have. Pure."""

from collections.abc import Mapping
from types import MappingProxyType

NAMES = ("name", "kana", "former_name", "common_name")
BIRTH = ("birth", "birth_as_told", "sex")
DOMICILE = ("domicile", "domicile_first")
STAY = ("stay_kind", "stay_status", "stay_period", "stay_until", "card_number")
YEARS = ("counted_from", "counted_evidence")
TIES = ("name", "kana", "former_name", *DOMICILE, "relationship")

# Items by kind; what is not here is written by the verb itself (addresses, households, standing).
WRITABLE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "married": TIES,
        "divorced": TIES,
        "adopted": TIES,
        "adoption_ended": TIES,
        "domicile_changed": DOMICILE,
        "stay_changed": (*STAY, "name", "kana", "common_name"),
        "nationality_acquired": ("name", "kana", *DOMICILE),
        "naturalised": ("name", "kana", *DOMICILE),
        "nationality_lost": ("nationality", "name", "kana", *STAY),
        "family_register_made": ("name", "kana", *DOMICILE),
        "amended": (*NAMES, *BIRTH, *DOMICILE, "came_from", "resident_since", "address_since", *YEARS),
        "error_corrected": (
            *NAMES, *BIRTH, *DOMICILE, "lot", "building", "came_from", "resident_since", "address_since", *STAY, *YEARS,
        ),
        "born": ("name", "kana", "sex", "nationality", *DOMICILE, *STAY),
        "moved_in": (*NAMES, *BIRTH, "nationality", *DOMICILE, *STAY),
        "came_from_abroad": (*NAMES, *BIRTH, "nationality", *DOMICILE, *STAY),
        "moved_in_with_card": (*NAMES, *BIRTH, "nationality", *DOMICILE, *STAY),
        "alien_registered": (*NAMES, *BIRTH, "nationality", *STAY, *YEARS),
    }
)  # fmt: skip
# Of these, all that are empty after the movement are refused.
NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nationality_acquired": DOMICILE,
        "naturalised": DOMICILE,
        "family_register_made": DOMICILE,
        "domicile_changed": DOMICILE,
    }
)


def may_write(kind: str, items: Mapping[str, object]) -> bool:
    return set(items) <= set(WRITABLE.get(kind, ()))
