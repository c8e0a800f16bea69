"""What the public record tells of the registers: that an act was done, where, and nothing of whom. Pure.

All acts share one type, so that nobody learns from the record that a protection was begun, or that somebody moved. What
was done and to whom are commitments, and can be erased.
"""

from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.values.fault import gettext_noop


@event("residents.register.kept", label=gettext_noop("住民記録の処理をしました"))
class RegisterKept:
    """One act. `act` is its number, `office` the ward; `verb` says what was done, `about` whom and what as text."""

    act: str
    office: str
    verb: Personal
    about: Personal
