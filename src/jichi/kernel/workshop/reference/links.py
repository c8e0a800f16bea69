"""docs/reference/links.md: which records have references, and how one leads to another."""

from collections.abc import Collection, Iterator

from jichi.kernel.subsystem import installed
from jichi.kernel.threads.kinds import CONTEXT, HELD_ELSEWHERE, KindOfRecord, LinkKind

from . import markdown


def page() -> str:
    return markdown.page(
        "References and links",
        "A reference is two digits for the kind, four for the serial, one check digit: `12-0345-7`.",
        markdown.table(["kind", "record", "of", "page"], sorted(kinds())),
        "## Links",
        "Read from the earlier record to the later one, `based-on` and `concerns` from a record to what it rests on or is about.",
        markdown.table(["link", "words there", "words back", ""], map(link_row, LinkKind)),
        "## Who makes which",
        "Nothing else can be linked: a link that no row allows is refused.",
        markdown.table(["link", "from", "to", "made by"], rules()),
    )


def kinds() -> Iterator[tuple[object, ...]]:
    yield HELD_ELSEWHERE.number, HELD_ELSEWHERE.name, "the kernel", markdown.code("/r/<reference>/")
    for part in installed():
        for kind in part.records:
            url = kind.url("<reference>") if kind.url else "/r/<reference>/"
            yield kind.number, kind.name, part.name, markdown.code(url)


def link_row(link: LinkKind) -> list[object]:
    note = "shown, not followed through" if link in CONTEXT else ""
    return [markdown.code(link.value), link.there, link.back, note]


def rules() -> Iterator[list[object]]:
    for part in installed():
        for rule in part.links:
            yield [markdown.code(rule.kind.value), names(rule.start), names(rule.end), part.name]


def names(kinds: Collection[KindOfRecord] | None) -> str:
    return "any record" if kinds is None else ", ".join(f"{kind.name} ({kind.number})" for kind in kinds)
