"""Search the register, and leave a trace of having searched."""

import hashlib
import hmac
from datetime import date

from django.conf import settings

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now

from ..models import RegisterSearch
from ..permissions import May
from ..queries.finding import FoundPeople, people_found
from ..rules.search_terms import Search
from .act_numbers import next_act_number
from .keeping import kept
from .look_at_person import ReasonIsMissing, ward_of


@action(needs=May.LOOK, anywhere=True)
def find_people(*, actor: Actor, search: Search, why: str, on: date, page: int = 1) -> FoundPeople:
    """Show whom the terms mean, after noting who asked, why, by which kinds of terms, and how many were found.

    What was typed is kept as a digest under the city's own key: it can prove a suspicion, and cannot be read.

    Ledger: residents.register.kept
    Raises: ReasonIsMissing.
    """
    found = people_found(actor, search, on, page=page)
    terms = repr((search.name, search.born, search.town, search.lot, str(search.number or "")))
    note_search(actor, kinds="+".join(search.kinds), typed=terms, why=why, found=found.total)
    return found


def note_search(actor: Actor, *, kinds: str, typed: str, why: str, found: int) -> None:
    """Keep that somebody searched, by which kinds of terms, and why. Called inside an act.

    Ledger: residents.register.kept
    Raises: ReasonIsMissing.
    """
    if not why.strip():
        raise ReasonIsMissing(fields={"why": str(ReasonIsMissing.message)})
    ward, digest = ward_of(actor), digest_of(typed)
    RegisterSearch.objects.create(
        searched_by_id=actor.account_id,
        actor_title=actor.title,
        ward_id=ward or None,
        why=why.strip(),
        kinds=kinds,
        digest=digest,
        found=found,
        at=now(),
    )
    about = {"kinds": kinds, "why": why.strip(), "digest": digest}
    kept(act=next_act_number(), ward=ward, verb="find_people", about=about)


def digest_of(typed: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), typed.encode(), hashlib.sha256).hexdigest()
