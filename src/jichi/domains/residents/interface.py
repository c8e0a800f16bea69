"""What other domains may ask of the registers. Nothing here passes a gate: who asks must hold the right to know."""

from .queries.roll import AgesOfTown, OnRoll, ages_by_town, count_on, roll_at

__all__ = ["AgesOfTown", "OnRoll", "ages_by_town", "count_on", "roll_at"]
