"""Movements of the demo: a family that came late, whose address was put right, and whose father is about to leave."""

from datetime import date, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils.translation import gettext as _

from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Town

from ..actions.moves.announce_move_out import announce_move_out
from ..actions.moves.correct_movement import correct_movement
from ..actions.moves.move_in import move_in
from ..actions.moves.order import Address, Order, Seat
from ..actions.writing import Change, Intake, items_of
from ..models import Movement, Person
from ..rules.words import HEAD, Sex
from .story import REGISTRY

WARD = "14131"
FAMILY = (
    ("デモ原　移", "でもはら　うつる", HEAD, Sex.MALE, date(1975, 4, 1)),
    ("デモ原　ゆき", "でもはら　ゆき", "妻", Sex.FEMALE, date(1977, 5, 2)),
    ("デモ原　そら", "でもはら　そら", "子", Sex.MALE, date(2004, 6, 3)),
    ("デモ原　うみ", "でもはら　うみ", "子", Sex.FEMALE, date(2007, 7, 4)),
)


def ticket(name: str) -> UUID:
    """The same every time, so that a part that is played already is known."""
    return uuid5(NAMESPACE_URL, f"residents/demo/movements/{name}")


def play() -> str:
    """Once; a second call finds it there. Nothing where the places of the city are not loaded."""
    town = Town.objects.filter(ward=WARD).select_related("ward").order_by("pk").first()
    if town and not Movement.objects.filter(ticket=ticket("moved in")).exists():
        leave(put_right(come(town)))
    return _("デモの異動：遅れた転入、訂正、転出の予定を入れました。")


def intake(town: Town, kind: str, name: str, happened_on: date, notified_on: date, **more: str) -> Intake:
    return Intake(
        kind=kind,
        happened_on=happened_on,
        notified_on=notified_on,
        ward=town.ward,
        ticket=ticket(name),
        is_demo=True,
        **more,  # type: ignore[arg-type]
    )


def come(town: Town) -> Movement:
    """Four people on one form, forty days after they came."""
    came, told = today() - timedelta(days=70), today() - timedelta(days=30)
    seats = tuple(
        Seat(
            person=Person(is_demo=True),
            relationship=relationship,
            items={"name": name, "kana": kana, "sex": sex, "birth": birth},
        )
        for name, kana, relationship, sex, birth in FAMILY
    )
    order = Order(seats=seats, address=Address(town=town, lot="9番98号"), place=_("横浜市（デモ）"))
    reason = {"late_reason": _("入院していたため（デモ）"), "notified_by": _("本人（デモ）")}
    return move_in(
        actor=REGISTRY,
        intake=intake(town, "moved_in", "moved in", came, told, **reason),
        order=order,
        on=today(),
    )


def put_right(movement: Movement) -> Movement:
    """The number of the house was misread: every record of the movement is replaced."""
    entries = list(movement.entries.filter(superseded_at=None).select_related("person", "town__ward"))
    town = entries[0].town
    assert town
    assert movement.notified_on
    told = Intake(
        kind=movement.kind,
        happened_on=movement.happened_on,
        notified_on=movement.notified_on,
        due_on=movement.due_on,
        late_reason=movement.late_reason,
        received_at=movement.received_at,
        notified_by=movement.notified_by,
        ward=town.ward,
        note=_("住居番号の読み違い（デモ）"),
        voids=movement,
        ticket=ticket("put right"),
        is_demo=True,
    )
    changes = [Change(person=entry.person, items={**items_of(entry), "lot": "9番89号"}) for entry in entries]
    return correct_movement(actor=REGISTRY, intake=told, changes=changes, on=today())


def leave(movement: Movement) -> None:
    """The father goes ahead next week; the mother becomes the head on that day."""
    entries = list(
        movement.entries.filter(superseded_at=None)
        .select_related("person", "town__ward")
        .order_by("person_id")
    )
    town = entries[0].town
    assert town
    father, mother, *children = (entry.person for entry in entries)
    order = Order(
        seats=(Seat(person=father),),
        place=_("千葉市（デモ）"),
        leaving_on=today() + timedelta(days=7),
        next_head=mother,
        rest={child.pk: "子" for child in children},
    )
    told = intake(town, "moving_out", "leaving", today(), today())
    announce_move_out(actor=REGISTRY, intake=told, order=order, on=today())
