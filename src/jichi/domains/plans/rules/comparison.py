"""Compare two editions of a chapter, part by part: kept, changed, new, ended, moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .changes import Change, ChangeKind
from .chapter import Chapter
from .compared_parts import PartView, views
from .likeness import likeness
from .matching import match
from .thresholds import thresholds

Views = Sequence[PartView]
Pairs = list[tuple[PartView, PartView]]
Homes = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """What became of the old edition, in its order, and what the new one adds, in its own."""

    old_period: str
    new_period: str
    measures: tuple[Change, ...]
    efforts: tuple[Change, ...]
    statements: tuple[Change, ...]
    programmes: tuple[Change, ...]

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many parts of each sort were kept, changed, new, ended, moved."""
        return {
            "measures": _count(self.measures),
            "efforts": _count(self.efforts),
            "statements": _count(self.statements),
            "programmes": _count(self.programmes),
        }


def compare(*, old: Chapter, new: Chapter) -> Comparison:
    """Compare an edition with the one before it. The same two editions always compare the same."""
    before, after = views(old), views(new)
    measures = _match_measures(before.measures, after.measures)
    homes = _places(measures)
    efforts = _match_efforts(before.efforts, _at_home(after.efforts, homes))
    homes |= _places(efforts)
    statements = _match_statements(before.statements, _at_home(after.statements, homes))
    programmes = _match_programmes(before.programmes, after.programmes)
    return Comparison(
        old_period=str(old.period),
        new_period=str(new.period),
        measures=_fates(before.measures, after.measures, measures, homes),
        efforts=_fates(before.efforts, after.efforts, efforts, homes),
        statements=_fates(before.statements, after.statements, statements, homes),
        programmes=_fates(before.programmes, after.programmes, programmes, homes),
    )


def _match_measures(old: Views, new: Views) -> Pairs:
    """By title, then by likeness of titles."""
    return match(
        old,
        new,
        keys=[lambda view: view.key],
        likeness=_title_likeness,
        at_least=thresholds().title,
    )


def _match_efforts(old: Views, new: Views) -> Pairs:
    """By title at home, by title anywhere, then by likeness of titles."""
    return match(
        old,
        new,
        keys=[lambda view: (view.home, view.key), lambda view: view.key],
        likeness=_title_likeness,
        at_least=thresholds().title,
    )


def _match_statements(old: Views, new: Views) -> Pairs:
    """By text at home, by text elsewhere, then by likeness at home: what is reworded has not moved."""
    return match(
        old,
        new,
        keys=[lambda view: (view.home, view.section, view.key), lambda view: (view.section, view.key)],
        likeness=lambda one, other: _title_likeness(one, other) if _same_section(one, other) else 0.0,
        at_least=thresholds().statement,
    )


def _match_programmes(old: Views, new: Views) -> Pairs:
    """By name and ward flag, then by likeness of what the programme says of itself."""
    return match(
        old,
        new,
        keys=[lambda view: view.key],
        likeness=_programme_likeness,
        at_least=thresholds().programme,
    )


def _title_likeness(one: PartView, other: PartView) -> float:
    return likeness(one.title, other.title)


def _same_section(one: PartView, other: PartView) -> bool:
    return (one.home, one.section) == (other.home, other.section)


def _programme_likeness(one: PartView, other: PartView) -> float:
    """Weigh the likeness of name, description and plan; a text that both lack counts for nothing."""
    weights = {
        field: weight
        for field, weight in thresholds().programme_weights.items()
        if one.texts[field] or other.texts[field]
    }
    total = sum(weight * likeness(one.texts[field], other.texts[field]) for field, weight in weights.items())
    return total / sum(weights.values())


def _places(pairs: Pairs) -> Homes:
    """Return the place in the new edition for each place in the old one."""
    return {one.ref.place: other.ref.place for one, other in pairs}


def _at_home(new: Views, homes: Homes) -> list[PartView]:
    """Call the homes of the new parts by the names of the old edition; a new home has none."""
    old_names = {after: before for before, after in homes.items()}
    return [view.at(old_names.get(view.home, "")) for view in new]


def _fates(old: Views, new: Views, pairs: Pairs, homes: Homes) -> tuple[Change, ...]:
    partners = {one.ref.place: other for one, other in pairs}
    taken = {other.ref.place for _, other in pairs}
    return (
        *(_fate(view, partners.get(view.ref.place), homes) for view in old),
        *(
            Change(part=view.part, kind=ChangeKind.NEW, old=None, new=view.ref)
            for view in new
            if view.ref.place not in taken
        ),
    )


def _fate(view: PartView, partner: PartView | None, homes: Homes) -> Change:
    if partner:
        return view.became(partner, homes)
    return Change(part=view.part, kind=ChangeKind.ENDED, old=view.ref, new=None)


def _count(changes: Sequence[Change]) -> dict[str, int]:
    found = Counter(change.kind for change in changes)
    return {kind.value: found[kind] for kind in ChangeKind}
