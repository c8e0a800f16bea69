"""The parts of a chapter as the comparison sees them: where each stands and what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .changes import Change, Part, Ref, settled
from .chapter import Chapter, Effort, Item, Measure, Programme, Statement
from .likeness import fold


@dataclass(frozen=True, kw_only=True)
class PartView:
    """One part: its texts by field, ``name`` being the field that names it.

    ``home`` is where it stands, in the words of the old edition; ``section`` parts issues from approaches.
    """

    part: Part
    ref: Ref
    home: str
    name: str
    texts: dict[str, str]
    section: str = ""

    @property
    def title(self) -> str:
        return self.texts[self.name]

    @property
    def key(self) -> str:
        """The name by which the next edition would list the same part."""
        return fold(self.title + self.texts.get("each_ward", ""))

    def at(self, home: str) -> PartView:
        return replace(self, home=home)

    def became(self, other: PartView, homes: dict[str, str]) -> Change:
        """Return the change to ``other``; ``homes`` says which place of the new edition is which old one."""
        texts = {field: (text, other.texts[field]) for field, text in self.texts.items()}
        name = None if self.part is Part.STATEMENT else self.name
        return settled(self.part, self.ref, other.ref, texts, moved=self._moved(other, homes), name=name)

    def _moved(self, other: PartView, homes: dict[str, str]) -> bool:
        if self.part is Part.MEASURE:
            return self.ref.place != other.ref.place
        return homes.get(self.ref.parent) != other.ref.parent


@dataclass(frozen=True, kw_only=True)
class Views:
    """All parts of one edition, in printed order."""

    measures: tuple[PartView, ...]
    efforts: tuple[PartView, ...]
    statements: tuple[PartView, ...]
    programmes: tuple[PartView, ...]


def views(chapter: Chapter) -> Views:
    labels = {effort.place: f"{measure.code}{effort.mark}" for measure, effort in chapter.efforts()}
    return Views(
        measures=tuple(_measure(measure) for measure in chapter.measures),
        efforts=tuple(_effort(measure, effort) for measure, effort in chapter.efforts()),
        statements=tuple(
            _statement(effort, section, statement)
            for _, effort in chapter.efforts()
            for section, statements in (("issues", effort.issues), ("approaches", effort.approaches))
            for statement in statements
        ),
        programmes=tuple(_programme(programme, labels) for programme in chapter.programmes),
    )


def _measure(measure: Measure) -> PartView:
    ref = Ref(line=measure.line, place=measure.place, parent="", title=measure.title)
    return PartView(part=Part.MEASURE, ref=ref, home="", name="title", texts={"title": measure.title})


def _effort(measure: Measure, effort: Effort) -> PartView:
    ref = Ref(line=effort.line, place=effort.place, parent=measure.place, title=effort.title)
    texts = {"title": effort.title, "mark": effort.mark}
    return PartView(part=Part.EFFORT, ref=ref, home=measure.place, name="title", texts=texts)


def _statement(effort: Effort, section: str, statement: Statement) -> PartView:
    ref = Ref(line=statement.line, place=statement.place, parent=effort.place, title=statement.text)
    texts = {"text": statement.text}
    return PartView(
        part=Part.STATEMENT, ref=ref, home=effort.place, name="text", texts=texts, section=section
    )


def _programme(programme: Programme, labels: dict[str, str]) -> PartView:
    first = programme.original
    home = _effort_place(first.place)
    ref = Ref(line=first.line, place=first.place, parent=home, title=first.name)
    texts = {
        "name": first.name,
        "each_ward": "（各区）" if first.each_ward else "",
        "description": first.description,
        "past": _lines(first.past),
        "planned": _lines(first.planned),
        "later": _lines(first.later.items),
        "relisted": "\n".join(labels[_effort_place(listing.place)] for listing in programme.listings[1:]),
    }
    return PartView(part=Part.PROGRAMME, ref=ref, home=home, name="name", texts=texts)


def _effort_place(listing_place: str) -> str:
    return listing_place.rsplit("/", 2)[0]


def _lines(items: tuple[Item, ...]) -> str:
    return "\n".join(item.text for item in items)
