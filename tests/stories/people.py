"""People of a city that has no plan yet, each with a password; staff with an authenticator app."""

from dataclasses import dataclass

PASSWORD = "correct horse battery staple"


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody with one role, or a resident with none; `secret` is what the authenticator app was given, if any."""

    email: str
    name: str
    role: str = ""
    secret: str = ""
    ward: str | None = None
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
CLERK = Person(
    email="registry@city.example",
    name="区民課 冬子",
    role="registry_clerk",
    secret="NBSWY3DPFQQHO33S",
    ward="14131",
)
RESIDENT = Person(email="resident@home.example", name="見本 太郎")
PEOPLE = (PLANNER, STAFF, CHIEF, BUREAU, CLERK, RESIDENT)
