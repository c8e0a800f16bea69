"""Which step leads where. Pure."""

from .table import Move, Step, StepTable
from .wrong_step import WrongStep

__all__ = ["Move", "Step", "StepTable", "WrongStep"]
