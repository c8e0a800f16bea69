"""Whether the papers that were shown are enough to know who somebody is."""

from collections.abc import Sequence
from datetime import date

from jichi.kernel.law.shelf import law

from ...rules.certificates.proofs import WITH_PHOTO, WITHOUT_PHOTO, NotProven, proven


def see_proofs(shown: Sequence[str], on: date) -> None:
    """Raises: NotProven."""
    with_photo, without = law.at(on, WITH_PHOTO).value, law.at(on, WITHOUT_PHOTO).value
    if not proven(shown, with_photo=with_photo, without_photo=without):
        raise NotProven(with_photo=with_photo, without_photo=without)
