"""A table as a Mermaid state diagram, which code hosts draw in a README."""

from collections.abc import Sequence

from .step import Label, Move, Step


def diagram(steps: Sequence[Step], moves: Sequence[Move], labels: Sequence[Label], *, language: str) -> str:
    """Lines of Mermaid; names come in the language asked for."""
    is_english = language.startswith("en")
    lines = ["stateDiagram-v2"]
    lines += [
        f"    state {_quoted(step.name_en if is_english else step.name)} as {step.code}" for step in steps
    ]
    lines += [f"    [*] --> {steps[0].code}"]
    lines += [
        f"    {move.from_} --> {move.to}: {_label(move, label, is_english)}"
        for move, label in zip(moves, labels, strict=True)
    ]
    lines += [f"    {step.code} --> [*]" for step in steps if step.final]
    return "\n".join(lines) + "\n"


def _label(move: Move, label: Label, is_english: bool) -> str:
    """In English documents the verb is the word that code and reader share."""
    if is_english:
        return move.name_en or move.verb.replace("_", " ")
    return _plain(label.name)


def _quoted(name: str) -> str:
    return f'"{_plain(name)}"'


def _plain(text: str) -> str:
    # Mermaid ends a label at these; it has no escape but the entity.
    return text.replace('"', "#quot;").replace(";", "#59;").replace(":", "#58;").replace("\n", " ")
