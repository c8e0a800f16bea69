"""One registration of the books that are taken over. Pure."""

from dataclasses import dataclass
from datetime import date

from .impressions.cleaning import Impression


@dataclass(frozen=True, kw_only=True)
class KeptSeal:
    """As the former system kept it; `person` is the key of who registered it."""

    person: int
    engraved: str
    registered_on: date
    card: str
    impression: Impression
    is_demo: bool = False
