"""A code or name given twice is a mistake of the file."""

from collections.abc import Iterable
from pathlib import Path

from jichi.kernel.values.fault import gettext_noop as _

from .fault import Spot, WrongPlacesFile


def refuse_twice(file: Path, values: Iterable[str]) -> None:
    """Raises: WrongPlacesFile, naming the value that stands twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise WrongPlacesFile(Spot(file=file.name), _("「%(value)s」が二つあります。"), value=value)
        seen.add(value)
