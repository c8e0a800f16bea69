"""Whether somebody who comes may be somebody whom the register knows: the same birth, and a name or kana that folds alike. Pure.

It only ever asks: a clerk says whether it is the same person. So it looks for what people keep, in every spelling: the name,
its kana, a common name, and the surname of before with the given name of now.
"""

from .facts import Facts
from .name_folding import folded, words_of
from .words import SPACE


def may_be_one(told: Facts, known: Facts) -> bool:
    """Whether these records may be of one person."""
    return same_birth(told, known) and bool(identities(told) & identities(known))


def same_birth(told: Facts, known: Facts) -> bool:
    """The same day, or the same words where it is no day."""
    if told.birth or known.birth:
        return told.birth == known.birth
    return bool(told.birth_as_told) and folded(told.birth_as_told) == folded(known.birth_as_told)


def identities(facts: Facts) -> frozenset[str]:
    """Whole names, folded. Of a Latin name the order of its words does not matter."""
    before = f"{facts.former_name}{SPACE}{facts.given_name}" if facts.former_name and facts.given_name else ""
    names = (facts.name, facts.kana, facts.common_name, before)
    return frozenset("".join(sorted(words_of(name))) or folded(name) for name in names if name.strip())
