"""A movement was entered wrongly and is taken back (異動の取消し)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import Movement
from ...permissions import May
from ...rules.kinds import Effect
from ..holding import hold_households, hold_people
from ..writing import Intake, enter
from .announce_move_out import change_of_head_with
from .carrying import Foreseen, households_touched
from .correcting import beside, consequences, entries_after, reckoned
from .households import refuse_broken, refuse_broken_households


class VoidedBefore(Refusal):
    code = "residents.voided_before"
    message = gettext_lazy(
        "この異動は、もう取り消されています。今の内容は、取り消した異動の記録で確かめてください。"
    )


class NeverVoided(Refusal):
    code = "residents.never_voided"
    message = gettext_lazy("取消しそのものは取り消せません。正しい内容を、新しい異動として入力してください。")


class LaterMovementsStand(Refusal):
    """The record began with this movement, and others follow it."""

    code = "residents.later_movements_stand"


class ReasonMissing(Refusal):
    code = "residents.reason_missing"
    status = 400
    message = gettext_lazy("取り消す理由を記入してください。")


@action(needs=May.VOID_MOVEMENT, within="intake")
def void_movement(*, actor: Actor, intake: Intake, movement: Movement, on: date) -> Movement:
    """Let the register be as if the movement had never been; what was believed until now can still be asked.

    The change of head that was written with an announced move out goes with it.

    Law: 住民基本台帳法第8条.
    Ledger: residents.register.kept
    Raises: VoidedBefore; NeverVoided; LaterMovementsStand; ReasonMissing; HouseholdBroken; SentBefore.
    """
    if not intake.note.strip():
        raise ReasonMissing(fields={"note": str(ReasonMissing.message)})
    refuse_unless_voidable(movement)
    refuse_later_movements(movement)
    if change := change_of_head_with(movement):
        enter(
            replace(intake, voids=change, ticket=uuid4()), [], verb="void_movement", basis=change.what.basis
        )
    voided = enter(intake, [], verb="void_movement", basis=movement.what.basis)
    refuse_broken_households(households_touched(voided), movement.happened_on)
    return voided


def foresee_void(intake: Intake, movement: Movement) -> Foreseen:
    """What it would be like without the movement, without holding or writing anything.

    Raises: LaterMovementsStand; HouseholdBroken.
    """
    refuse_later_movements(movement)
    people = reckoned(intake, [])
    if change_of_head_with(movement) is None:
        refuse_broken([*beside(people), *entries_after(intake, people)], movement.happened_on)
    shown = tuple(each.affected(movement, movement.happened_on) for each in people)
    return Foreseen(people=shown, consequences=tuple(consequences(intake, people, ())), due=None)


def refuse_unless_voidable(movement: Movement) -> None:
    """Raises: VoidedBefore; NeverVoided."""
    people = set(movement.entries.values_list("person_id", flat=True))
    hold_people(people)
    hold_households(people)
    if Movement.objects.filter(voids=movement).exists():
        raise VoidedBefore
    if movement.kind == "voided":
        raise NeverVoided


def refuse_later_movements(movement: Movement, people: Collection[int] | None = None) -> None:
    """Without its first movement, nothing that follows would have a name or an address: of these people, or of all."""
    if movement.what.effect is not Effect.BEGINS:
        return
    for entry in movement.entries.filter(superseded_at=None).select_related("person"):
        if people is not None and entry.person_id not in people:
            continue
        others = (
            entry.person.entries.filter(superseded_at=None).exclude(pk=entry.pk).select_related("movement")
        )
        later = [each.movement for each in others if each.movement.order > movement.order]
        earlier = [each for each in others if each.movement.order < movement.order]
        if later and not earlier:
            numbers = _("、").join(each.number for each in later)
            raise LaterMovementsStand(
                _("あとの異動があります（%(numbers)s）。新しいものから順に取り消してください。")
                % {"numbers": numbers}
            )
