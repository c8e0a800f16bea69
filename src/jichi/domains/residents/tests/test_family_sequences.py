"""Whatever happens in whatever order: the living are in exactly one register in force, and every history replays."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from django.db import transaction
from tests.town import Town

from jichi.domains.residents.actions.family.annul_family_notification import (
    Annulment,
    annul_family_notification,
)
from jichi.domains.residents.actions.family.blocks import from_entering_on, step_of
from jichi.domains.residents.actions.family.family_intake import Named
from jichi.domains.residents.models import FamilyMember, FamilyNotification, FamilyRegister, MemberRecord
from jichi.domains.residents.queries.family_sheets import records_now
from jichi.domains.residents.rules.family.blocks import block_history
from jichi.domains.residents.rules.family.words import LEFT_FOR_GOOD
from jichi.domains.residents.rules.family.words import Role as As
from jichi.kernel.actions.refusal import Refusal

from .small_family import WITNESSES, accepted, named, parents_and
from .small_register import REGISTRY, town_in

pytestmark = pytest.mark.django_db

FIRST = date(2012, 7, 9)
STEPS = 12


class Life:
    """Random notifications over a few people; what the law refuses is refused, and changes nothing."""

    def __init__(self, town: Town, seed: int) -> None:
        self.town, self.chance, self.day = town, Random(seed), FIRST
        for n, surname in enumerate(("一条", "二条", "三条")):
            parents_and(
                town, surname, "男" if n % 2 else "女", "12"[(n + 1) % 2], date(1980 + n, 1, 1), lot=f"{n}番"
            )

    def living(self) -> list[FamilyMember]:
        rows = records_now().filter(entered_on__isnull=False, left_on__isnull=True)
        return [
            row.member for row in rows.select_related("member__register", "member__person").order_by("member")
        ]

    def one(self, sex: str = "") -> FamilyMember:
        rows = [each for each in self.living() if not sex or sex_of(each) == sex]
        return self.chance.choice(rows)

    def said(self) -> dict[str, object]:
        ward = self.chance.choice([self.town.ward, self.town.other_ward])
        return {"new_town": town_in(ward), "new_lot": f"{self.chance.randint(50, 99)}番"}

    def step(self) -> str:
        self.day += timedelta(days=self.chance.randint(1, 400))
        name = self.chance.choice(sorted(KINDS))
        try:
            with transaction.atomic():
                KINDS[name](self)
        except Refusal:
            return f"{name} refused"
        return name


def sex_of(member: FamilyMember) -> str:
    return records_now().get(member=member).sex


def marry(life: Life) -> None:
    man, woman = life.one("1"), life.one("2")
    said = {
        **life.said(),
        "choice": life.chance.choice(["husbands_name", "wifes_name"]),
        "consent_by": "父母",
    }
    accepted(
        life.town, "marriage", named(man, As.HUSBAND), named(woman, As.WIFE), *WITNESSES, on=life.day, **said
    )


def part(life: Life) -> None:
    wife = life.one("2")
    mates = [each for each in life.living() if each.register_id == wife.register_id and sex_of(each) == "1"]
    if not mates:
        return
    said = {
        **life.said(),
        "choice": life.chance.choice(["return", "new_register", "keep_name"]),
        "custody": "母",
    }
    accepted(
        life.town,
        "divorce",
        named(mates[0], As.HUSBAND),
        named(wife, As.WIFE),
        *WITNESSES,
        on=life.day,
        **said,
    )


def bear(life: Life) -> None:
    child = Named(role=As.CHILD, name=f"子{life.day:%j}", birth=life.day, sex=life.chance.choice("12"))
    said = {"happened_on": life.day, "place": "川崎市", "relation": "長男"}
    accepted(life.town, "birth", child, named(life.one("2"), As.MOTHER), on=life.day, **said)


def die(life: Life) -> None:
    accepted(
        life.town, "death", named(life.one(), As.SUBJECT), on=life.day, happened_on=life.day, place="川崎市"
    )


def move(life: Life) -> None:
    subject = life.one()
    others = [
        each for each in life.living() if each.register_id == subject.register_id and each.pk != subject.pk
    ]
    spouse = [named(others[0], As.SPOUSE)] if others else []
    accepted(life.town, "transfer", named(subject, As.SUBJECT), *spouse, on=life.day, **life.said())


def separate(life: Life) -> None:
    accepted(life.town, "separation", named(life.one(), As.SUBJECT), on=life.day, **life.said())


def adopt(life: Life) -> None:
    told = named(life.one(), As.ADOPTER), named(life.one(), As.SUBJECT)
    said = {**life.said(), "relation": "養子", "court": "家裁", "court_on": life.day, "consent_by": "母"}
    accepted(life.town, "adoption", *told, *WITNESSES, on=life.day, **said)


def annul(life: Life) -> None:
    rows = FamilyNotification.objects.filter(step="accepted").order_by("-decided_at")
    if newest := rows.first():
        because = Annulment(court="家裁", court_on=life.day, why="無効")
        annul_family_notification(actor=REGISTRY, notification=newest, annulment=because, on=life.day)


KINDS = {
    "marry": marry, "part": part, "bear": bear, "die": die, "move": move, "separate": separate, "adopt": adopt, "annul": annul,
}  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_any_sequence_keeps_the_registers_sound(town: Town, seed: int) -> None:
    life = Life(town, seed)
    story = []
    for _ in range(STEPS):
        story.append(life.step())
        assert misplaced() == [], story
    assert replayed() == [], story


def misplaced() -> list[str]:
    """What must never be, in words."""
    rows = list(records_now().select_related("member__register"))
    listed = [row for row in rows if row.entered_on and not row.left_on]
    gone = {row.member.person_id for row in rows if row.left_why in LEFT_FOR_GOOD}
    times = Counter(row.member.person_id for row in listed)
    everybody = {row.member.person_id for row in rows}
    full = {row.member.register_id for row in listed}
    found = [f"person {person} is in {count} registers" for person, count in times.items() if count > 1]
    found += [f"person {person} is in no register" for person in everybody - gone - set(times)]
    found += [f"person {person} is dead and in a register" for person in gone & set(times)]
    for register in FamilyRegister.objects.all():
        if register.is_in_force is not (register.pk in full):
            found.append(f"register {register.pk} is {register.step}, and has members: {register.pk in full}")
    return found


def replayed() -> list[str]:
    """Every block is what its entries say, reckoned from the beginning."""
    found = []
    for member in FamilyMember.objects.all():
        rows = list(
            MemberRecord.objects.filter(member=member, superseded_at__isnull=True).select_related("entry")
        )
        stretches = block_history(from_entering_on([step_of(row) for row in rows]))
        again = {(each.step.order.serial, each.since, each.until, each.block) for each in stretches}
        if again != {(row.entry_id, row.since, row.until, row.block) for row in rows}:
            found.append(f"member {member.pk} does not replay")
    return found
