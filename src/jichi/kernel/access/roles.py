"""The roles of the house and where each is held. Pure."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person is for the city. A subsystem's manifest says what each role may do in it."""

    ADMINISTRATOR = "administrator"
    PLANNING_OFFICER = "planning_officer"
    SECTION_STAFF = "section_staff"
    SECTION_CHIEF = "section_chief"
    BUREAU_CHIEF = "bureau_chief"
    WARD_STAFF = "ward_staff"
    COMMITTEE_SECRETARIAT = "committee_secretariat"
    AUDITOR = "auditor"
    REGISTRY_CLERK = "registry_clerk"
    REGISTRY_CHIEF = "registry_chief"


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Whose business a record is: codes of ward, bureau and section; None where it has none."""

    ward: str | None = None
    bureau: str | None = None
    section: str | None = None


CITYWIDE = Scope()


@dataclass(frozen=True, kw_only=True)
class Held:
    """A role as somebody holds it: everywhere, or only in one ward, bureau or section."""

    role: Role
    ward: str | None = None
    bureau: str | None = None
    section: str | None = None

    def covers(self, scope: Scope) -> bool:
        """Whether a record of this scope is inside what the role was given for.

        A restricted role never covers a record that names no owner.
        """
        return all(
            mine is None or mine == theirs
            for mine, theirs in (
                (self.ward, scope.ward),
                (self.bureau, scope.bureau),
                (self.section, scope.section),
            )
        )
