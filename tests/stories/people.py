"""Four people of a city that has no plan yet, each with a password and an authenticator app."""

from dataclasses import dataclass

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with one role; `secret` is what the authenticator app was given."""

    email: str
    name: str
    role: str
    secret: str
    bureau: str | None = None
    section: str | None = None


PLANNER = Person(
    email="planner@city.example", name="計画 春子", role="planning_officer", secret="JBSWY3DPEHPK3PXP"
)
STAFF = Person(
    email="staff@city.example",
    name="担当 夏男",
    role="section_staff",
    secret="KRSXG5CTMVRXEZLU",
    section="policy",
)
CHIEF = Person(
    email="chief@city.example",
    name="課長 秋子",
    role="section_chief",
    secret="ONSWG4TFOQQGG33E",
    section="policy",
)
BUREAU = Person(
    email="bureau@city.example",
    name="局長 冬男",
    role="bureau_chief",
    secret="MFRGGZDFMZTWQ2LK",
    bureau="planning",
)
PEOPLE = (PLANNER, STAFF, CHIEF, BUREAU)
