"""What makes a table of steps unsound, named so that its author finds it."""

from collections import Counter
from collections.abc import Collection, Sequence

from .route import reachable
from .step import Move, Step


def check(name: str, steps: Sequence[Step], moves: Sequence[Move]) -> None:
    """Raises: ValueError, naming the table and the fault."""
    faults = (
        _without_steps(steps)
        or _twice([step.code for step in steps], "the step {} stands twice")
        or _strangers(steps, moves)
        or _twice([f"{move.verb!r} from {move.from_!r}" for move in moves], "two moves {}")
        or _leaving_the_end(steps, moves)
        or _dead_ends(steps, moves)
        or _unreachable(steps, moves)
    )
    if faults:
        raise ValueError(f"{name}: {faults}")


def _without_steps(steps: Sequence[Step]) -> str:
    return "" if steps else "there is no step"


def _twice(things: Sequence[str], said: str) -> str:
    return _named([thing for thing, count in Counter(things).items() if count > 1], said)


def _strangers(steps: Sequence[Step], moves: Sequence[Move]) -> str:
    known = {step.code for step in steps}
    return _named(
        [code for move in moves for code in (move.from_, move.to) if code not in known],
        "a move names {}, which is no step",
    )


def _leaving_the_end(steps: Sequence[Step], moves: Sequence[Move]) -> str:
    left = {move.from_ for move in moves}
    return _named(
        [step.code for step in steps if step.final and step.code in left], "a move leaves the final step {}"
    )


def _dead_ends(steps: Sequence[Step], moves: Sequence[Move]) -> str:
    left = {move.from_ for move in moves}
    return _named(
        [step.code for step in steps if not step.final and step.code not in left],
        "no move leaves {}, which is not final",
    )


def _unreachable(steps: Sequence[Step], moves: Sequence[Move]) -> str:
    found = reachable(steps[0].code, moves)
    return _named([step.code for step in steps if step.code not in found], "no way leads to {}")


def _named(wrong: Collection[str], said: str) -> str:
    return said.format(", ".join(dict.fromkeys(wrong))) if wrong else ""
