"""All pages of the demo city: one address of each kind, and who has to be signed in to see it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from . import demo_people
from .site import Answer, Walk, pattern, shaping
from .visitors import DoorsOfTheCity

PASSER_BY = ""
STYLE = "/kit/"
# The style pages that the kit shows on a demo city are not linked from the city's own.
STARTS = ("/", STYLE)
# The example of a page that is not there.
MISSING = "/kit/missing"
# Looks different for each person.
OWN = ("/desk/",)


@dataclass(kw_only=True)
class Atlas:
    """`pages` by the person who sees them; `broken` are links that lead nowhere."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    broken: list[tuple[str, Answer]] = field(default_factory=list)

    def note(self, who: str, answers: Iterable[Answer], known: set[str]) -> None:
        for answer in answers:
            if answer.path == MISSING:
                continue
            if answer.status != 200:
                self.broken.append((who, answer))
            elif answer.is_page and is_worth_a_look(answer.path, known):
                known.add(pattern(answer.path))
                self.pages.setdefault(who, []).append(answer.path)


def is_worth_a_look(path: str, known: set[str]) -> bool:
    """A table that is sorted or turned over is answered like the table itself; the kit's own shows how it looks."""
    if shaping(path) and not path.startswith(STYLE):
        return False
    return path in OWN or pattern(path) not in known


def atlas_of(doors: DoorsOfTheCity) -> Atlas:
    """Walk through the city, first as a passer-by, then as one person of each role."""
    atlas, known = Atlas(), set[str]()
    for who in (PASSER_BY, *demo_people.one_of_each_role()):
        with doors.visit(who) as context:
            walk = Walk(request=context.request, home=doors.city.url)
            atlas.note(who, walk.answers(*STARTS), known)
    return atlas
