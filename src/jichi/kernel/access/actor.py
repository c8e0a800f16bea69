"""Who acts. Every action has an actor; the machine acts as a named one. Pure."""

from dataclasses import dataclass, field
from enum import StrEnum

from .roles import Held, Role


class ActorKind(StrEnum):
    PERSON = "person"
    MACHINE = "machine"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Somebody, with the roles held at this moment (elevations that still run included)."""

    kind: ActorKind
    name: str
    account_id: int | None = None
    held: frozenset[Held] = field(default_factory=frozenset)

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(held.role for held in self.held)

    @property
    def title(self) -> str:
        """What the record calls the actor: roles, or the machine's name; never a person's name."""
        if self.kind is ActorKind.MACHINE:
            return f"machine:{self.name}"
        return "+".join(sorted(self.roles)) or ("resident" if self.account_id else "nobody")


NOBODY = Actor(kind=ActorKind.NOBODY, name="")


def machine(name: str, *roles: Role) -> Actor:
    """A named machine (`scheduler`, `importer`) with city-wide roles."""
    return Actor(kind=ActorKind.MACHINE, name=name, held=frozenset(Held(role=role) for role in roles))
