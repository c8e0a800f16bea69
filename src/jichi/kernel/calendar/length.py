"""What every limit of time has, whichever way it runs."""

from dataclasses import dataclass

from .civil_code import Unit
from .rolling import Roll, require_roll_basis


@dataclass(frozen=True, kw_only=True)
class Length:
    """A length of time that a provision sets.

    ``basis`` is the provision that sets it, ``roll_basis`` the one by which its last day moves off a closed day.

    Raises: ValueError for a length below 1, or a roll without its basis.
    """

    length: int
    unit: Unit
    roll: Roll = Roll.NONE
    basis: str = ""
    roll_basis: str = ""

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError("a period has a length of at least 1")
        require_roll_basis(roll=self.roll, basis=self.roll_basis)
