"""A resident's own page: who looked, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.names import title_in_words
from jichi.kernel.administration.queries import own_looks


@dataclass(frozen=True, kw_only=True)
class Look:
    """An entry of the timeline of who looked."""

    at: datetime
    what: str
    who: str
    basis: str


def newest_looks(actor: Actor, *, most: int) -> list[Look]:
    """Who looked at records about the actor, the newest first."""
    return [
        Look(at=look.at, what=_(look.what), who=title_in_words(look.actor_title), basis=_(look.why))
        for look in own_looks(actor)[:most]
    ]
