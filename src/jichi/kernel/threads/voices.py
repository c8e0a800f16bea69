"""Take in what somebody says, join it with others and split it off again, inside a running action."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jichi.kernel.actions.action import acting
from jichi.kernel.ledger.models import Event
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Ward
from jichi.kernel.values.fiscal_year import FiscalYear

from .kinds import KindOfRecord, LinkKind
from .milestones import reckon_again
from .models import Author, Channel, Link, Parting, Record, Voice
from .registry import issue, link


class NotAVoice(TypeError):
    """A programming error: the kind is not declared as a voice."""


@dataclass(frozen=True, kw_only=True)
class By:
    """Who said it, as far as they told; never published."""

    account: Account | None = None
    name: str = ""
    contact: str = ""

    @property
    def is_anonymous(self) -> bool:
        return self.account is None and not (self.name or self.contact)


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """How and when a voice came."""

    channel: Channel
    received_on: date
    ward: Ward | None = None
    is_demo: bool = False


def take_in(*, kind: KindOfRecord, title: str, arrival: Arrival, by: By) -> Voice:
    """Give a voice its reference and keep its author apart. Nobody can read it before it is made public.

    Raises: NotAVoice; LeftNoTrace outside an action.
    """
    acting()
    if not kind.is_voice:
        raise NotAVoice(kind.name)
    record = issue(kind=kind, title=title, on=arrival.received_on, public=False)
    year = FiscalYear.of(arrival.received_on).year
    voice = Voice.objects.create(record=record, year=year, **vars(arrival))
    if not by.is_anonymous:
        Author.objects.create(voice=voice, **vars(by))
    return voice


def join(*, voice: Record, into: Record, event: Event, note: str = "") -> Link:
    """Let a voice lead on to the one that it is heard together with. Nothing of either is lost."""
    acting()
    return link(kind=LinkKind.JOINED, start=voice, end=into, event=event, note=note)


def split(*, joined: Link, event: Event, because: str) -> Parting:
    """Let a joined voice go its own way again; that it was joined stays on the record."""
    acting()
    parting = Parting.objects.create(link=joined, made_at=event.at, digest=event.digest, because=because)
    reckon_again(joined.from_record)
    return parting


def joined_link(record: Record) -> Link | None:
    """The link by which a voice leads on to another at present."""
    found = Link.objects.filter(kind=LinkKind.JOINED, from_record=record, parting=None)
    return found.select_related("from_record", "to_record").first()


def authors_behind(records: Iterable[Record]) -> list[Author]:
    """The authors of these voices and of every voice that is joined to one of them: all are kept."""
    keys = {record.pk for record in records}
    frontier = keys
    while frontier:
        found = Link.objects.filter(kind=LinkKind.JOINED, to_record__in=frontier, parting=None)
        frontier = set(found.values_list("from_record", flat=True)) - keys
        keys = keys | frontier
    return list(Author.objects.filter(voice__record__in=keys).select_related("account").order_by("pk"))
