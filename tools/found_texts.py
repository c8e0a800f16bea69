"""Every text for people that the source marks for translation, found by Babel and Django's own template reader."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract
from django.utils.translation.template import templatize

Text = str | tuple[str, str]

SOURCE = Path(__file__).resolve().parents[1] / "src/jichi"
MARKS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
}
# The msgid is Japanese: what has no Japanese letter is no text of ours.
JAPANESE = re.compile("[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]")
# The scaffold's rooms are texts of houses not yet built.
LEFT_OUT = {"tests", "scaffold"}


def found_texts(source: Path = SOURCE) -> Catalog:
    """The template of all catalogues, in the order of the files."""
    catalog = Catalog(project="Jichi", fuzzy=False, charset="utf-8")
    for path in sorted(source.rglob("*")):
        place = path.relative_to(source)
        if not LEFT_OUT & set(place.parts):
            for text in texts_of(path):
                catalog.add(text, locations=[(str(place), 0)])
    return catalog


def texts_of(path: Path) -> Iterator[Text]:
    """The marked texts of one file: of Python, or of a template; other files have none."""
    if path.suffix == ".py":
        yield from marked(path.read_bytes())
    elif "templates" in path.parts and path.suffix in {".html", ".txt"}:
        yield from marked(as_python(path.read_text(encoding="utf-8")))


def as_python(template: str) -> bytes:
    """The template's texts as calls of gettext on one line; comments would hide what follows them there."""
    return templatize(template).replace(" #\n", " ").replace("\n", " ").strip().encode()


def marked(code: bytes) -> Iterator[Text]:
    for _line, text, _comments, _context in extract("python", io.BytesIO(code), MARKS):
        if JAPANESE.search(text[0] if isinstance(text, tuple) else text):
            yield text
