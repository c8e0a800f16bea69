"""The wards as an SVG map: each a link with its name, shaded by a value in at most five steps."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .charts import svg
from .charts.chart import NARROW, WIDE, About, Value, shown, with_unit
from .ward_labels import Label, apart, drawn, label_for
from .ward_shapes import MapPicture, WardShape, picture_of

STEPS = 5
DARK_FROM = 4


@dataclass(frozen=True, kw_only=True)
class Step:
    """One shade of the legend: its picture and what it stands for."""

    swatch: str
    words: str


@dataclass(frozen=True, kw_only=True)
class MapRow:
    name: str
    value: str
    url: str


@dataclass(frozen=True, kw_only=True)
class WardMap:
    """A map ready for the tag `wardmap`. `outlines` is the city's wards.geojson; values, addresses and names go
    by ward code; `head` names the value in the table.

    A ward without a value keeps the plain shade; without any values the map is a way in to the wards.
    """

    about: About
    outlines: Path
    url: Callable[[str], str]
    head: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def name_of(self, ward: WardShape) -> str:
        """The ward's name in the page's language where one was given, else as the outlines have it."""
        return self.names.get(ward.code, ward.name)

    @property
    def bounds(self) -> list[float]:
        """The upper bound of each step, at equal distances between the least and the most."""
        known = sorted({float(value) for value in self.values.values() if value is not None})
        if len(known) <= STEPS:
            return known
        width = (known[-1] - known[0]) / STEPS
        return [known[0] + width * step for step in range(1, STEPS + 1)]

    def step_of(self, code: str) -> int:
        """The shade of a ward, 1 to 5; 0 without a value. Few different values are spread over the shades."""
        value = self.values.get(code)
        if value is None:
            return 0
        position = next(at for at, bound in enumerate(self.bounds, 1) if float(value) <= bound + 1e-9)
        return -(-position * STEPS // len(self.bounds))

    @property
    def legend(self) -> list[Step]:
        """What each used shade stands for."""
        by_step: dict[int, list[float]] = {}
        for code, value in self.values.items():
            if value is not None:
                by_step.setdefault(self.step_of(code), []).append(float(value))
        return [
            Step(swatch=swatch(step), words=self.span_words(min(found), max(found)))
            for step, found in sorted(by_step.items())
        ]

    def span_words(self, low: float, high: float) -> str:
        most = with_unit(high, self.about.unit)
        return most if low == high else f"{shown(low)}～{most}"

    @property
    def rows(self) -> list[MapRow]:
        """The table behind the map."""
        return [
            MapRow(
                name=self.name_of(ward),
                value=with_unit(self.values.get(ward.code), self.about.unit),
                url=self.url(ward.code),
            )
            for ward in picture_of(self.outlines, width=WIDE).wards
        ]

    def svg(self, *, width: int = WIDE) -> str:
        """The picture; each ward is a link that says its name and value. A narrow one leaves values to the table."""
        picture = picture_of(self.outlines, width=width)
        places = apart(
            [label_for(self.words(ward, width), ward.at) for ward in picture.wards],
            width=width,
            height=picture.height,
        )
        plates = [self.plate(ward, label) for ward, label in zip(picture.wards, places, strict=True)]
        return svg.element(
            "svg",
            svg.element("defs", *(hatch(step, f"{width}") for step in range(1, STEPS + 1))),
            self.ground(picture, width),
            *(self.link(ward) for ward in picture.wards),
            *plates,
            xmlns="http://www.w3.org/2000/svg",
            class_="drawing",
            viewBox=f"0 0 {width} {svg.number(picture.height)}",
            role="group",
            aria_label=self.about.title,
        )

    def words(self, ward: WardShape, width: int) -> list[str]:
        value = self.values.get(ward.code)
        has_room = width > NARROW and value is not None
        return [self.name_of(ward), with_unit(value, self.about.unit)] if has_room else [self.name_of(ward)]

    def ground(self, picture: MapPicture, width: int) -> str:
        """All shades below all links, so that no ward covers another's name."""
        return "".join(shade(ward.path, self.step_of(ward.code), f"{width}") for ward in picture.wards)

    def link(self, ward: WardShape) -> str:
        words = f"{self.name_of(ward)} {with_unit(self.values.get(ward.code), self.about.unit)}"
        return svg.element(
            "a",
            svg.element("path", d=ward.path, class_="ward"),
            href=self.url(ward.code),
            aria_label=words if ward.code in self.values else self.name_of(ward),
        )

    def plate(self, ward: WardShape, label: Label) -> str:
        """The name above all outlines: the same link again, for the pointer only."""
        return svg.element("a", drawn(label), href=self.url(ward.code), tabindex=-1, aria_hidden="true")


def shade(path: str, step: int, where: str) -> str:
    ground = svg.element("path", d=path, class_=f"shade-{step}")
    return ground + (svg.element("path", d=path, fill=f"url(#ward-hatch-{where}-{step})") if step else "")


def hatch(step: int, where: str) -> str:
    """Denser lines for a higher step, so that the map reads without colour."""
    size = 20 - 3 * step
    stripe = svg.element(
        "path", d=f"M0 {size}L{size} 0", class_="ward-hatch on-dark" if step >= DARK_FROM else "ward-hatch"
    )
    return svg.element(
        "pattern",
        stripe,
        id=f"ward-hatch-{where}-{step}",
        width=size,
        height=size,
        patternUnits="userSpaceOnUse",
    )


def swatch(step: int) -> str:
    """A shade's picture in the legend, with its own hatch: a hidden map cannot lend it."""
    box = "M1 1H31V19H1Z"
    edge = svg.element("path", d=box, class_="outline")
    return svg.element(
        "svg",
        svg.element("defs", hatch(step, "key")),
        shade(box, step, "key") + edge,
        class_="drawing",
        viewBox="0 0 32 20",
        aria_hidden="true",
    )
