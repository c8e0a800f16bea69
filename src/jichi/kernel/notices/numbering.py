"""Numbers by calendar year, without gaps or doubles."""

from jichi.kernel.ledger.lock import lock

from .models import Sequence

LETTERS = "letters"


def next_number(sort: str, year: int) -> int:
    """The next number of a sort. It belongs to the caller's transaction: an act that is undone gives it back."""
    Sequence.objects.get_or_create(sort=sort, year=year)
    sequence = lock(Sequence.objects.filter(sort=sort, year=year)).get()
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return sequence.last
