"""What a certificate says, and of whom: made by the builders of this folder, judged when the paper is read back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jichi.kernel.access.actor import Actor
from jichi.kernel.places.models import Ward

from ...models import Person
from ...rules.certificates.asked import Options
from ...rules.certificates.kinds import CertificateKind


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a builder is asked for. `act` is the number of the notification that a 受理証明書 is of, `card` that of the card
    which was shown for a seal's certificate; `card_is_known` where it need not be: at a machine, for a paper made
    anew.
    """

    actor: Actor
    kind: CertificateKind
    person: Person
    options: Options
    ward: Ward
    on: date
    act: str = ""
    card: str = ""
    card_is_known: bool = False


@dataclass(frozen=True, kw_only=True)
class Content:
    """A paper before it is drawn.

    `people` says by which entry of the register each person stands on it (None where another register is the source).
    `lines` must each be found whole on the paper and `never` nowhere; `pictures` are the PNGs that must be on it, and no
    others; `seal` is the key of the registration that is certified. Nothing stands on the paper but what is in `data` and
    what the template's sample shows too.
    """

    template: str
    title: str
    data: Mapping[str, Any]
    people: Mapping[int, int | None]
    lines: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    pictures: tuple[bytes, ...] = field(default=(), repr=False)
    seal: int | None = None

    def strings(self) -> Iterator[str]:
        """Every text that the template was given."""
        yield from texts_of(self.data)


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from texts_of(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_of(one)
