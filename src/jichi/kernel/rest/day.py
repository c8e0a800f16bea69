"""A day as a parameter of the API."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def written_as_iso(value: object) -> object:
    """Refuse what pydantic would take for seconds since 1970 (`on=0`)."""
    if isinstance(value, str) and not ISO.fullmatch(value):
        raise PydanticCustomError("date_parsing", "not an ISO day")
    return value


Day = Annotated[date, BeforeValidator(written_as_iso)]
