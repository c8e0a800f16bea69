"""The demo story of plans: the real chapter, and three years of made-up figures that say so."""

from .play import play

__all__ = ["play"]
