"""What a movement will bring, in words: only what is certain, or that something may be needed. Pure.

Each sentence stands for what the software knows. Whether somebody is insured elsewhere, or has a card, it does not know, and
the sentence says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jichi.kernel.calendar import age_reached
from jichi.kernel.values.fault import gettext_noop

from .facts import Facts
from .words import Standing


class Weight(StrEnum):
    """How sure it is: it will be so, somebody must do something, or it may be so."""

    WILL = "will"
    NEEDED = "needed"
    MAYBE = "maybe"


@dataclass(frozen=True, kw_only=True)
class Consequence:
    """One thing that follows. `sentence` is a message of the house (or of a subject) without fillings; `basis` its provision."""

    code: str
    weight: Weight
    sentence: str
    basis: str = ""


@dataclass(frozen=True, kw_only=True)
class Affected:
    """One person before and after; None where there is no record. `person` is the key, None for somebody new."""

    person: int | None
    before: Facts | None
    after: Facts | None

    @property
    def comes(self) -> bool:
        return self.before is None or (
            not self.before.is_current and bool(self.after and self.after.is_current)
        )

    @property
    def goes(self) -> bool:
        return bool(self.before and self.before.is_current) and not (self.after and self.after.is_current)

    @property
    def address_changes(self) -> bool:
        one, two = self.before, self.after
        return bool(one and two) and (one.town, one.lot, one.building) != (two.town, two.lot, two.building)  # type: ignore[union-attr]

    @property
    def name_changes(self) -> bool:
        one, two = self.before, self.after
        return bool(one and two) and (one.name, one.common_name) != (two.name, two.common_name)  # type: ignore[union-attr]

    @property
    def latest(self) -> Facts:
        return self.after or self.before or Facts()


@dataclass(frozen=True, kw_only=True)
class Foresight:
    """A movement that somebody is about to enter."""

    kind: str
    on: date
    people: tuple[Affected, ...]


HEALTH = Consequence(
    code="health_insurance",
    weight=Weight.MAYBE,
    sentence=gettext_noop("国民健康保険に入る人、入っている人は、保険年金課への届出が必要です。"),
)
PENSION = Consequence(
    code="pension",
    weight=Weight.MAYBE,
    sentence=gettext_noop("国民年金に加入している人は、届出が必要なことがあります。"),
)
SCHOOL = Consequence(
    code="school",
    weight=Weight.MAYBE,
    sentence=gettext_noop("小・中学校に通う年齢の子がいます。通う学校が変わることがあります。"),
)
SEAL_ENDS = Consequence(
    code="seal_ends",
    weight=Weight.MAYBE,
    sentence=gettext_noop("印鑑登録をしている人は、登録が廃止されます。"),
)
SEAL_NAME = Consequence(
    code="seal_name",
    weight=Weight.MAYBE,
    sentence=gettext_noop("印鑑登録をしている人は、印が新しい氏名を表さなくなると、登録が廃止されます。"),
)
CARD = Consequence(
    code="resident_card",
    weight=Weight.MAYBE,
    sentence=gettext_noop("住民基本台帳カードを持っている人は、カードの書き換えが必要です。"),
)
STAY_CARD = Consequence(
    code="stay_card",
    weight=Weight.NEEDED,
    sentence=gettext_noop("在留カードか特別永住者証明書を預かり、新しい住所を記載します。"),
)
HEAD_NOTICE = Consequence(
    code="head_insurance",
    weight=Weight.MAYBE,
    sentence=gettext_noop("国民健康保険に入っている世帯は、世帯主が変わる届出も必要です。"),
)
CHILD_ALLOWANCE = Consequence(
    code="child_allowance",
    weight=Weight.NEEDED,
    sentence=gettext_noop("児童手当を受けるには、請求が必要です。"),
)
REMOVED_RECORD = Consequence(
    code="removed_record",
    weight=Weight.WILL,
    sentence=gettext_noop("住民票は消除され、除票になります。"),
)
UNMADE_RECORD = Consequence(
    code="unmade_record",
    weight=Weight.WILL,
    sentence=gettext_noop(
        "この異動でできた住民票は、作られなかったことになります。交付した証明書があれば、回収が必要です。"
    ),
)
ADDRESSES_FOLLOW = Consequence(
    code="addresses_follow",
    weight=Weight.WILL,
    sentence=gettext_noop(
        "この世帯にあとから入った人の住所も、その人の異動の訂正として、いっしょに直ります。"
    ),
)
STILL_HERE = Consequence(
    code="still_here",
    weight=Weight.WILL,
    sentence=gettext_noop("転出が確定するまでは、この区の住民票に転出予定と記載されます。"),
)
CERTIFICATE_OF_LEAVING = Consequence(
    code="leaving_certificate",
    weight=Weight.NEEDED,
    sentence=gettext_noop("転出証明書を交付します。新しい市区町村への転入届に必要です。"),
    basis="住民基本台帳法施行令第24条",
)


def certain_consequences(foresight: Foresight) -> Iterator[Consequence]:
    """What follows from the records themselves."""
    people = foresight.people
    yield from of_addresses(people, foresight.on)
    yield from of_leaving(people)
    if any(each.name_changes for each in people):
        yield SEAL_NAME
        yield CARD
    if any(heads_change(each) for each in people) and not all(each.comes for each in people):
        yield HEAD_NOTICE
    if foresight.kind == "born":
        yield CHILD_ALLOWANCE


def of_addresses(people: Iterable[Affected], on: date) -> Iterator[Consequence]:
    moving = [each for each in people if each.comes or each.address_changes]
    if not moving:
        return
    yield HEALTH
    yield PENSION
    if any(is_of_school_age(each.latest, on) for each in moving):
        yield SCHOOL
    if any(each.latest.is_foreign for each in moving):
        yield STAY_CARD
    if any(each.address_changes and not each.latest.is_foreign for each in moving):
        yield CARD


def of_leaving(people: Iterable[Affected]) -> Iterator[Consequence]:
    people = list(people)
    if any(each.after and each.after.standing == Standing.LEAVING for each in people):
        yield STILL_HERE
        yield CERTIFICATE_OF_LEAVING
        yield HEALTH
    if any(each.goes for each in people):
        yield REMOVED_RECORD
        yield SEAL_ENDS


def heads_change(each: Affected) -> bool:
    return bool(each.after and each.after.is_head) != bool(each.before and each.before.is_head)


def is_of_school_age(facts: Facts, on: date) -> bool:
    """From the April after the sixth birthday to the March after the fifteenth.

    Law: 学校教育法第17条.
    """
    if facts.birth is None:
        return False
    first = april_after(age_reached(born=facts.birth, age=6).day)
    return first <= on < april_after(age_reached(born=facts.birth, age=15).day)


def april_after(day: date) -> date:
    """The first 1 April on or after the day following; a child born on 1 April is six on 31 March."""
    april = date(day.year, 4, 1)
    return april if day < april else date(day.year + 1, 4, 1)
