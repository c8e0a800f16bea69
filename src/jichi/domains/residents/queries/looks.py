"""Who looked at whose record: for the resident concerned, for the gate, and for those who watch the watchers."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.names import title_in_words
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Ward

from ..models import Person, PersonLook
from .protection import coverings
from .transfers import extracts_with

# What a look is called that was no opening of the record: it went out in a file.
EXTRACT = "extract"
# So long a reason holds for the same reader and the same record.
HOLDS_FOR = timedelta(minutes=30)


@dataclass(frozen=True, kw_only=True)
class LookTold:
    """A look as the person concerned reads it: the role and the office, never the clerk's name."""

    at: datetime
    who: str
    office: Ward | None
    what: str
    why: str


def looks_at(person: Person, *, most: int = 200) -> list[LookTold]:
    """The newest looks at a person's record, for the page of that person. Two queries.

    Of a protected person the offices are left out: those who look tell where somebody lives.
    """
    is_protected = coverings().filter(person=person).exists()
    looks = PersonLook.objects.filter(person=person).select_related("ward").order_by("-at", "-pk")[:most]
    return [
        LookTold(
            at=look.at,
            who=title_in_words(look.actor_title),
            office=None if is_protected else look.ward,
            what=look.what,
            why=look.why,
        )
        for look in looks
    ]


def extracts_told(person: Person, *, most: int = 200) -> list[LookTold]:
    """In which files the record was given out, as the person concerned reads it. Three queries.

    Of a protected person the offices are left out, as of the looks.
    """
    is_protected = coverings().filter(person=person).exists()
    return [
        LookTold(
            at=each.finished_at,  # type: ignore[arg-type]
            who=title_in_words(each.actor_title),
            office=None if is_protected else each.ward,
            what=EXTRACT,
            why=each.reason,
        )
        for each in extracts_with(person)[:most]
    ]


def standing_look(actor: Actor, person: Person) -> PersonLook | None:
    """The actor's newest look at this person, as long as its reason holds."""
    looks = PersonLook.objects.filter(person=person, at__gt=now() - HOLDS_FOR, looked_by=actor.account_id)
    return looks.filter(actor_title=actor.title).order_by("-at").first()
