"""Which verb enters which kind of movement: the one place that screens and files ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...models import Movement
from . import (
    amend_record,
    announce_move_out,
    change_domicile,
    change_family_ties,
    change_head,
    change_household,
    change_nationality,
    change_stay,
    confirm_move_out,
    correct_error,
    enter_birth,
    enter_death,
    enter_disappearance,
    make_family_register,
    merge_households,
    move,
    move_in,
    register_alien,
    remove_absent,
    restore,
    rewrite_record,
    split_household,
)
from .carrying import Planner


@dataclass(frozen=True, kw_only=True)
class Verb:
    """A verb with what it would do, for a look ahead."""

    act: Callable[..., Movement]
    plan: Planner


VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "moved_in": Verb(act=move_in.move_in, plan=move_in.plan),
        "came_from_abroad": Verb(act=move_in.move_in, plan=move_in.plan),
        "moved_in_with_card": Verb(act=move_in.move_in, plan=move_in.plan),
        "moved": Verb(act=move.move, plan=move.plan),
        "moving_out": Verb(act=announce_move_out.announce_move_out, plan=announce_move_out.plan),
        "move_out_confirmed": Verb(act=confirm_move_out.confirm_move_out, plan=confirm_move_out.plan),
        "head_changed": Verb(act=change_head.change_head, plan=change_head.plan),
        "household_split": Verb(act=split_household.split_household, plan=split_household.plan),
        "households_merged": Verb(act=merge_households.merge_households, plan=merge_households.plan),
        "household_changed": Verb(act=change_household.change_household, plan=change_household.plan),
        "born": Verb(act=enter_birth.enter_birth, plan=enter_birth.plan),
        "died": Verb(act=enter_death.enter_death, plan=enter_death.plan),
        "declared_missing": Verb(act=enter_disappearance.enter_disappearance, plan=enter_disappearance.plan),
        "not_living_here": Verb(act=remove_absent.remove_absent, plan=remove_absent.plan),
        "nationality_acquired": Verb(act=change_nationality.change_nationality, plan=change_nationality.plan),
        "nationality_lost": Verb(act=change_nationality.change_nationality, plan=change_nationality.plan),
        "naturalised": Verb(act=change_nationality.change_nationality, plan=change_nationality.plan),
        "family_register_made": Verb(
            act=make_family_register.make_family_register, plan=make_family_register.plan
        ),
        "married": Verb(act=change_family_ties.change_family_ties, plan=change_family_ties.plan),
        "divorced": Verb(act=change_family_ties.change_family_ties, plan=change_family_ties.plan),
        "adopted": Verb(act=change_family_ties.change_family_ties, plan=change_family_ties.plan),
        "adoption_ended": Verb(act=change_family_ties.change_family_ties, plan=change_family_ties.plan),
        "domicile_changed": Verb(act=change_domicile.change_domicile, plan=change_domicile.plan),
        "stay_changed": Verb(act=change_stay.change_stay, plan=change_stay.plan),
        "restored": Verb(act=restore.restore, plan=restore.plan),
        "rewritten": Verb(act=rewrite_record.rewrite_record, plan=rewrite_record.plan),
        "amended": Verb(act=amend_record.amend_record, plan=amend_record.plan),
        "error_corrected": Verb(act=correct_error.correct_error, plan=correct_error.plan),
        "alien_registered": Verb(act=register_alien.register_alien, plan=register_alien.plan),
    }
)
