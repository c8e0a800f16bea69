"""Reads a city's folder `places/` into plain rows, or says in which file, where and why it cannot. Pure."""

from .fault import WrongPlacesFile
from .places import Places, read_places

__all__ = ["Places", "WrongPlacesFile", "read_places"]
