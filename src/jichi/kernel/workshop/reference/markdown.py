"""Small pieces of Markdown."""

from collections.abc import Iterable, Sequence

NOTE = "Written by `jichi reference` from the code that runs. Do not edit."


def page(title: str, *blocks: str) -> str:
    return "\n\n".join([f"# {title}", NOTE, *(block for block in blocks if block)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [line(heads), line(["---"] * len(heads)), *(line(row) for row in rows)]
    return "\n".join(lines)


def line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(cell(each) for each in cells) + " |"


def cell(value: object) -> str:
    """A value in one line of a table."""
    return " ".join(str(value).replace("|", "\\|").split())


def code(text: object) -> str:
    return f"`{text}`" if str(text) else ""


def sentence(name: str) -> str:
    """The name of a constraint as the sentence that it is."""
    words = name.replace("_", " ")
    return f"{words[0].upper()}{words[1:]}."


def first_paragraph(docstring: str | None) -> str:
    return " ".join((docstring or "").strip().split("\n\n")[0].split())
