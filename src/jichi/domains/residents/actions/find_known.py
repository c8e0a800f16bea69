"""Look whether people who come are known already, and leave a trace of having looked."""

from collections.abc import Sequence
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..permissions import May
from ..queries.finding import rows_of
from ..queries.known import maybe_known
from ..queries.seeing import Seen
from ..rules.facts import Facts
from ..rules.protecting import Purpose
from .find_people import note_search


@action(needs=May.LOOK, anywhere=True)
def find_known(*, actor: Actor, told: Sequence[Facts], why: str, on: date) -> list[tuple[Seen, ...]]:
    """For each of those who come, the people who may be them, as this reader may see them. The same queries, whoever they are.

    Ledger: residents.register.kept
    Raises: ReasonIsMissing.
    """
    found = maybe_known(told)
    rows = rows_of(actor, sorted({key for keys in found for key in keys}), Purpose.FIND, on)
    typed = repr([(facts.name, facts.kana, facts.birth, facts.birth_as_told) for facts in told])
    note_search(actor, kinds="name+birth", typed=typed, why=why, found=len(rows))
    seen = {row.person.pk: row for row in rows}
    return [tuple(seen[key] for key in keys if key in seen) for keys in found]
