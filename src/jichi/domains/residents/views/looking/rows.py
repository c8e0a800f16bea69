"""A found person as a line of the list, and the items of a record as a list of facts."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jichi.kernel.values.fault import gettext_noop
from jichi.kernel.web.words import day_text

from ...queries.seeing import Seen
from ...rules.facts import Facts
from ...rules.words import Sex, Standing

SEXES: dict[Sex, str | Promise] = {Sex.MALE: _("男"), Sex.FEMALE: _("女"), Sex.UNTOLD: ""}
STANDINGS: dict[Standing, str | Promise] = {
    Standing.REGISTERED: _("住民票"),
    Standing.LEAVING: _("転出予定"),
    Standing.REMOVED: _("除票"),
}
TO_OFFICER = gettext_noop("この人の処理は担当者へ")


@dataclass(frozen=True, kw_only=True)
class Row:
    public_id: UUID
    number: str
    name: str
    kana: str
    other_names: str
    birth: str
    sex: str | Promise
    place: str
    standing: str | Promise
    to_officer: bool
    is_demo: bool


def row_of(seen: Seen) -> Row:
    facts = seen.facts
    return Row(
        public_id=seen.person.public_id,
        number=seen.person.number,
        name=facts.name,
        kana=facts.kana,
        other_names="・".join(name for name in (facts.former_name, facts.common_name) if name),
        birth=birth_of(facts),
        sex=SEXES[facts.sex],
        place=place_of(seen),
        standing="" if "standing" in seen.hidden else STANDINGS[facts.standing],
        to_officer=seen.to_officer,
        is_demo=seen.person.is_demo,
    )


def birth_of(facts: Facts) -> str:
    return day_text(facts.birth) if facts.birth else facts.birth_as_told


def place_of(seen: Seen) -> str:
    """Where somebody lives, or lived last: the ward, the town, the lot and the building."""
    if seen.town is None:
        return ""
    town = f"{seen.town.ward.name}{seen.town.name}{seen.town.hamlet}"
    return f"{town}{seen.facts.lot} {seen.facts.building}".strip()
