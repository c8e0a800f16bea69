"""What the form of each kind of movement asks: who, where, and what else."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

HAPPENED = _("異動日")


@dataclass(frozen=True, kw_only=True)
class Spec:
    """`newcomers`: people who are not on the register, in rows. `single`: one person only. `joins`: another household may be
    named. `seats`: relationships afterwards are asked. `place`: the label of a place outside, empty where none is asked.
    """

    newcomers: bool = False
    single: bool = False
    removed: bool = False
    address: bool = False
    joins: bool = False
    seats: bool = False
    leaving: bool = False
    visits: bool = False
    succession: bool = False
    place: StrOrPromise = ""
    happened: StrOrPromise = HAPPENED


ARRIVAL = Spec(
    newcomers=True,
    address=True,
    joins=True,
    seats=True,
    place=_("前の住所"),
    happened=_("転入した日（異動日）"),
)
REMOVAL = Spec(succession=True)
ITEMS = Spec()

SPECS: Mapping[str, Spec] = MappingProxyType(
    {
        "moved_in": ARRIVAL,
        "came_from_abroad": ARRIVAL,
        "moved_in_with_card": ARRIVAL,
        "alien_registered": ARRIVAL,
        "moved": Spec(
            address=True, joins=True, seats=True, succession=True, happened=_("転居した日（異動日）")
        ),
        "moving_out": Spec(
            place=_("転出先の住所"), leaving=True, succession=True, happened=_("届出を受けた日")
        ),
        "move_out_confirmed": Spec(place=_("転入した市区町村"), succession=True, happened=_("転出した日")),
        "head_changed": Spec(single=True, succession=True),
        "household_split": Spec(seats=True, succession=True),
        "households_merged": Spec(seats=True, joins=True),
        "household_changed": Spec(seats=True, joins=True, succession=True),
        "born": Spec(newcomers=True, single=True, seats=True, happened=_("生まれた日")),
        "died": Spec(single=True, succession=True, happened=_("亡くなった日")),
        "declared_missing": Spec(single=True, succession=True, happened=_("死亡したとみなされる日")),
        "not_living_here": Spec(visits=True, succession=True, happened=_("消除する日")),
        "nationality_lost": Spec(succession=True),
        "restored": Spec(removed=True, seats=True),
    }
)


def spec_of(kind: str) -> Spec:
    """Kinds without an entry write items and ask nothing else."""
    return SPECS.get(kind, ITEMS)


# How the kinds are offered, in the order in which a counter meets them.
GROUPS = (
    (_("届出による異動"), ("moved", "moving_out", "head_changed", "household_split", "households_merged", "household_changed")),
    (_("転出のあと"), ("move_out_confirmed",)),
    (_("戸籍の届出・通知による記載"), (
        "born", "died", "married", "divorced", "adopted", "adoption_ended", "domicile_changed", "family_register_made",
        "declared_missing",
    )),
    (_("国籍・在留"), ("stay_changed", "naturalised", "nationality_acquired", "nationality_lost")),
    (_("職権による処理"), ("not_living_here", "restored", "rewritten", "amended", "error_corrected")),
)  # fmt: skip
ARRIVALS = ("moved_in", "came_from_abroad", "moved_in_with_card", "alien_registered")
