"""Page numbers: the first, the last, and the neighbours of the shown one. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

NEIGHBOURS = 2


@dataclass(frozen=True, kw_only=True)
class Page:
    """One place in the row of page numbers; a gap has no address."""

    label: str
    url: str = ""
    is_current: bool = False


def page_links(*, number: int, last: int, url: Callable[[int], str]) -> list[Page]:
    """The row of page numbers, with gaps where pages are left out."""
    shown = sorted({1, last, *range(max(1, number - NEIGHBOURS), min(last, number + NEIGHBOURS) + 1)})
    links: list[Page] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            links.append(Page(label="…"))
        links.append(Page(label=str(page), url=url(page), is_current=page == number))
    return links
