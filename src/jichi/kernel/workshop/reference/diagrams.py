"""State diagrams in READMEs, between `<!-- diagram:plans.review -->` and `<!-- /diagram -->`."""

import re
from pathlib import Path

from jichi.kernel.steps import StepTable

from .rooms import modules

MARKED = re.compile(r"(<!-- diagram:(?P<name>\S+) -->\n).*?(<!-- /diagram -->)", re.DOTALL)


class UnknownTable(LookupError):
    """A README asks for the diagram of a state table that no `states.py` has."""


def tables() -> dict[str, StepTable]:
    """Every state table of the house by its name."""
    return {
        value.name: value
        for module in modules("states")
        for value in vars(module).values()
        if isinstance(value, StepTable)
    }


def drawn(text: str) -> str:
    """The README with its diagrams as the code has them now.

    Raises: UnknownTable.
    """
    return MARKED.sub(lambda found: f"{found[1]}{diagram(found['name'])}{found[3]}", text)


def diagram(name: str) -> str:
    if (table := tables().get(name)) is None:
        raise UnknownTable(name)
    return f"```mermaid\n{table.as_mermaid()}```\n"


def readmes(source: Path) -> dict[Path, str]:
    """The READMEs with diagrams, as they should be."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(source.rglob("README.md"))}
    return {path: drawn(text) for path, text in texts.items() if MARKED.search(text)}
