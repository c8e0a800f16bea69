"""What a provision allows to happen to a running period. Pure."""

from dataclasses import dataclass

from jichi.kernel.calendar import Unit


@dataclass(frozen=True, kw_only=True)
class Pausing:
    """The period does not run while something is awaited; `awaits` says what, in words for people.

    Example:
        Pausing(basis="情報公開条例第12条第1項ただし書", awaits="請求書の補正")
    """

    basis: str
    awaits: str


@dataclass(frozen=True, kw_only=True)
class Extending:
    """The period may be made longer, by at most so much each time, and no more often than `times`.

    Example:
        Extending(basis="情報公開法第10条第2項", length=30, unit=Unit.DAY)
    """

    basis: str
    length: int
    unit: Unit
    times: int = 1
