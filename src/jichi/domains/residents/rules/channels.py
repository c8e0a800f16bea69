"""Where a person is served. Pure."""

from enum import StrEnum


class Channel(StrEnum):
    """The counter of an office, a service corner, the city's own kiosk, a convenience store, from home for pick-up."""

    COUNTER = "counter"
    CORNER = "corner"
    KIOSK = "kiosk"
    STORE = "store"
    HOME = "home"


# Without a clerk who sees the person's face and the flag of the register.
WITHOUT_OFFICER = frozenset(Channel) - {Channel.COUNTER}
