"""The verbs of a protection case (支援措置)."""
