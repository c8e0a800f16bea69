"""Reading the law at the start, and saying what was read."""

from collections import Counter
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.clock.reading import today

from .book import LawBook, Standing
from .findable import index_law
from .shelf import read_law


def load_law() -> str:
    """Read the law of the city once more, let it be found, and say how it stands today. Raises: WrongLawFile."""
    book = read_law()
    index_law(book)
    return told(book, today())


def told(book: LawBook, on: date) -> str:
    counts = Counter(line.standing for line in book.everything(on))
    return _(
        "条例の値：%(all)s件を読みました（未確認%(unconfirmed)s件、値が分かっていないもの%(unset)s件）。"
    ) % {
        "all": counts.total(),
        "unconfirmed": counts[Standing.UNCONFIRMED],
        "unset": counts[Standing.UNSET],
    }
