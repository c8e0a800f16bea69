"""The words of an HTML mail. Pure."""

import re
from html.parser import HTMLParser

from .charsets import text_of

SAID_INSIDE = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
BREAKS = {"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table"}
SILENT = {"style", "script", "head", "title"}


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BREAKS:
            self.said.append("\n")
        self.silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.said.append(re.sub(r"[ \t\r\n]+", " ", data))


def text_of_markup(raw: bytes, label: str) -> str:
    """The words without the markup; the label inside the page counts where the mail has none."""
    inside = SAID_INSIDE.search(raw[:4000])
    reader = Words()
    reader.feed(text_of(raw, label or (inside[1].decode("ascii") if inside else "")))
    reader.close()
    lines = (line.strip() for line in "".join(reader.said).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
