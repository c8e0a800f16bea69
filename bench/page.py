"""The page of measurements: one section for each part, replaced when the part is measured again. Pure."""

from collections.abc import Iterable


def with_section(page: str, *, title: str, lines: Iterable[str]) -> str:
    """The page with this section's list put in its place, or added at the end."""
    section = "\n".join([f"## {title}", *(f"- {line}" for line in lines), ""])
    head, *sections = page.split("\n## ")
    kept = [f"## {each.rstrip()}\n" for each in sections]
    place = next((at for at, each in enumerate(kept) if each.startswith(f"## {title}\n")), len(kept))
    kept[place : place + 1] = [section]
    return "\n".join([head.rstrip() + "\n", *kept])
