"""When a seal registration is over by itself. Pure, and asked twice: after each movement, and before each certificate.

A registration stands on the record: whoever is on the register no longer, or whose record no longer says the name on the
seal, has none. The day of a move out that was announced counts, whether its confirmation has come or not.
Source: 印鑑登録証明事務処理要領 (ex officio deletion).
"""

from datetime import date

from .facts import Facts
from .seal_names import says_a_name
from .seal_words import Ending
from .words import Standing

BY_KIND = {"died": Ending.DIED, "declared_missing": Ending.DIED, "move_out_confirmed": Ending.MOVED_OUT}


def lapses(engraved: str, facts: Facts | None, *, on: date, former: bool, kind: str = "") -> Ending | None:
    """Why a seal that says this is over on a day, by the record of that day; None when it stands.

    `kind` is the kind of movement that wrote the record; `former` whether former names count.
    """
    if facts is None:
        return Ending.RECORD
    if facts.standing == Standing.REMOVED:
        return BY_KIND.get(kind, Ending.RECORD)
    if has_left(facts, on):
        return Ending.MOVED_OUT
    return None if says_a_name(engraved, facts, former=former) else Ending.NAME


def has_left(facts: Facts, on: date) -> bool:
    """Whether the day has come on which a resident said that they would be gone."""
    return facts.standing == Standing.LEAVING and facts.leaving_on is not None and facts.leaving_on <= on
