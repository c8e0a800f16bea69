"""What the public home shows of the board."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from .queries.public import on_the_board
from .words import heading_of

SHOWN = 3


def newest_on_the_board(on: date) -> Mapping[str, Any]:
    """The newest public notices; nothing where the board is empty."""
    notices = list(on_the_board(on)[:SHOWN])
    return {"notices": [(heading_of(notice), notice) for notice in notices]} if notices else {}
