"""One look at every page of the atlas: loaded once in a language, seen at both widths."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from . import axe
from .atlas import Atlas
from .foreign_words import english_on
from .looks import WIDTHS, frame_faults, overflow_faults
from .visitors import DoorsOfTheCity
from .witness import Witness

# A translation changes the words of a page and nothing that axe measures by the width: once is enough for it.
WORDS_SHOW_AT = "phone"


@dataclass(kw_only=True)
class Inspection:
    """Faults by the rule that they break."""

    language: str
    seen: int = 0
    faults: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def note(self, rule: str, where: str, found: Iterable[str]) -> None:
        self.faults[rule] += [f"{where}: {fault}" for fault in found]

    def look_at(self, page: Page, path: str, who: str, witness: Witness) -> None:
        where = f"{path} ({who or 'passer-by'})"
        page.goto(path)
        self.seen += 1
        self.note("frame", where, frame_faults(page, language=self.language))
        if self.language == "ja":
            self.note("words", where, english_on(page))
        for name, (width, height) in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            self.note("overflow", f"{where} {name}", overflow_faults(page))
            if self.language == "ja" or name == WORDS_SHOW_AT:
                self.note("axe", f"{where} {name}", axe.violations(page))
        self.note("console", where, witness.heard())


def inspect(atlas: Atlas, doors: DoorsOfTheCity, *, language: str) -> Inspection:
    inspection = Inspection(language=language)
    for who, paths in atlas.pages.items():
        with doors.visit(who, language=language) as context:
            axe.bring(context)
            page = context.new_page()
            witness = Witness(page, home=doors.city.url)
            for path in paths:
                inspection.look_at(page, path, who, witness)
    return inspection
