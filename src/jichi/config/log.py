"""What the log may say of a fault."""

import logging
import traceback
from collections.abc import Iterator
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Where a fault happened and of what kind it is, and not its words.

    The words of a fault may hold what a person wrote: PostgreSQL names the row that breaks a constraint.
    """

    def formatException(self, ei: Fault) -> str:  # noqa: N802 - the name is logging's
        return "".join(told(ei[1])).rstrip() if ei[1] else ""


def told(fault: BaseException) -> Iterator[str]:
    """The fault after those that led to it, the way Python tells it."""
    earlier = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if earlier:
        yield from told(earlier)
        yield "\nwhich led to:\n\n"
    yield "Traceback (most recent call last):\n"
    yield from traceback.format_tb(fault.__traceback__)
    yield f"{type(fault).__module__}.{type(fault).__qualname__}\n"
