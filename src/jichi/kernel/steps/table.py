"""State tables: which verb leads from which step to which."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import mermaid, svg
from .route import onward, shortest_ways
from .soundness import check
from .step import Label, Move, Reached, Stage, Step
from .wrong_step import WrongStep

__all__ = ["Label", "Move", "Reached", "Stage", "Step", "StepTable"]


@dataclass(frozen=True)
class StepTable:
    """The life of a kind of case. The first step is where it begins; order tells the usual way.

    Raises: ValueError for a table that is not sound: a step twice or unreachable, a dead end that is
    not final, a final step that is left, a verb twice from one step, a move to no step.
    """

    name: str
    steps: tuple[Step, ...]
    moves: tuple[Move, ...]
    _by_code: dict[str, Step] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        check(self.name, self.steps, self.moves)
        object.__setattr__(self, "_by_code", {step.code: step for step in self.steps})

    @property
    def first(self) -> str:
        return self.steps[0].code

    @property
    def choices(self) -> list[tuple[str, str]]:
        """Code and name of every step, as a model field and a filter want them."""
        return [(step.code, step.name) for step in self.steps]

    def step(self, code: str) -> Step:
        """Raises: LookupError for what is no step of this table."""
        if code not in self._by_code:
            raise LookupError(f"{self.name} has no step {code!r}")
        return self._by_code[code]

    def next_moves(self, step: str) -> tuple[Move, ...]:
        """What is possible now, in the order declared."""
        code = self.step(step).code
        return tuple(move for move in self.moves if move.from_ == code)

    def after(self, step: str, verb: str) -> str:
        """The step that the verb leads to.

        Raises: WrongStep; LookupError for a verb that no move of this table has.
        """
        label = self._label_of_verb(verb)
        allowed = self.next_moves(step)
        for move in allowed:
            if move.verb == verb:
                return move.to
        raise WrongStep(
            step=self.step(step),
            verb=verb,
            label=label,
            allowed=allowed,
            labels=[self.label(move) for move in allowed],
        )

    def label(self, move: Move) -> Label:
        """The move's name; without one, where it leads."""
        to = self.step(move.to)
        return Label(move.name or f"「{to.name}」へ進む", move.name_en or f"move to “{to.name_en}”")

    def progress(self, step: str) -> tuple[Stage, ...]:
        """The step line of a case: what lies behind, where it is, what comes on the usual way.

        A case off the usual way shows the shortest way to where it is.
        """
        code = self.step(step).code
        usual = onward((self.first,), self.moves)
        line = usual if code in usual else onward(shortest_ways(self.first, self.moves)[code], self.moves)
        here = line.index(code)
        states = [Reached.DONE] * here + [self._here(code, usual)] + [Reached.NEXT] * (len(line) - here - 1)
        return tuple(self._stage(one, state) for one, state in zip(line, states, strict=True))

    def as_mermaid(self, *, language: str = "en") -> str:
        """A state diagram for a README."""
        return mermaid.diagram(self.steps, self.moves, self._labels(), language=language)

    def as_svg(self, *, language: str = "ja") -> str:
        """The diagram for a page, with title and description; styled by class names only."""
        return svg.diagram(self.name, self.steps, self.moves, self._labels(), language=language)

    def _labels(self) -> list[Label]:
        return [self.label(move) for move in self.moves]

    def _label_of_verb(self, verb: str) -> Label:
        for move in self.moves:
            if move.verb == verb:
                return self.label(move)
        raise LookupError(f"{self.name} has no verb {verb!r}")

    def _here(self, code: str, usual: Sequence[str]) -> Reached:
        return Reached.STOPPED if self.step(code).final and code not in usual else Reached.NOW

    def _stage(self, code: str, state: Reached) -> Stage:
        step = self.step(code)
        return Stage(step.code, step.name, step.name_en, state)
