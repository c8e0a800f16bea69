"""The demo of the registers: generated residents, the people of the story, then one part per subject that has one."""

from .play import play

__all__ = ["play"]
