"""Note that a calendar program read an address; what the clocks of a section are is not changed by it."""

from datetime import date

from ..models import CalendarAddress


def note_reading(*, address: CalendarAddress, on: date) -> None:
    """Keep the last day of use, so that its person sees whether somebody uses it. No act: nothing on the record."""
    if address.read_on != on:
        CalendarAddress.objects.filter(pk=address.pk).update(read_on=on)
