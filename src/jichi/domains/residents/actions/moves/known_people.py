"""Every resident once: who comes and may be known is told apart, or taken as who they are, before a record begins."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal

from ...models import Entry, Movement, Person
from ...queries.known import maybe_known
from ...queries.register import believed, entries_of
from ...rules.facts import Facts
from ...rules.words import Standing
from ..writing import Change, Intake, SentBefore, keyed
from .carrying import Planner
from .order import Order
from .refusals import OnRegister

DEATHS = ("died", "declared_missing")


class MaybeKnown(Refusal):
    code = "residents.maybe_known"
    message = _(
        "同じ生年月日で、氏名かふりがなの同じ人の記録があります。確認へ進み、同じ人か別の人かを選んでください。"
    )


class StillLeaving(Refusal):
    code = "residents.still_leaving"
    message = _(
        "まだ転出予定の人が含まれています。転出したことを先に確定するか、転出をやめたときは転出を取りやめてください（住民基本台帳法第24条）。"
    )


class RecordOfTheDead(Refusal):
    code = "residents.record_of_the_dead"
    message = _(
        "死亡か失踪宣告で消除された人が含まれています。別の人なら選び直し、誤って消除したときは回復を入力してください（住民基本台帳法第8条）。"
    )


class ChosenTwice(Refusal):
    code = "residents.chosen_twice"
    message = _("同じ人が二人分選ばれています。どちらかを別の人にするか、人数を減らしてください。")


def once_each(planner: Planner) -> Planner:
    """The plan of an arrival, made only where nobody becomes a second person."""

    def planned(intake: Intake, order: Order) -> list[Change]:
        # Of a form that is sent again the people are known by now: it is the same movement, no second person.
        if Movement.objects.filter(ticket=intake.ticket).exists():
            raise SentBefore
        refuse_unless_told_apart(order)
        return planner(intake, order)

    return planned


def refuse_unless_told_apart(order: Order) -> None:
    """Raises: MaybeKnown."""
    new = [seat.items for seat in order.seats if seat.person.pk is None]
    refuse_unless_told(new, order.apart | order.keys)


def refuse_unless_told(new: Iterable[Mapping[str, Any]], apart: frozenset[int] | set[int]) -> None:
    """Somebody new is nobody whom the register knows, but for those who were told apart.

    Raises: MaybeKnown.
    """
    told = [Facts().changed_by({**keyed(items), "household": None}) for items in new]
    if {key for keys in maybe_known(told) for key in keys} - apart:
        raise MaybeKnown


def refuse_who_is_here(people: Iterable[Person], day: date) -> None:
    """Who is known comes back only after leaving: not while the record stands, and not after death.

    Raises: ChosenTwice; OnRegister; StillLeaving; RecordOfTheDead.
    """
    known = [person for person in people if person.pk]
    if len({person.pk for person in known}) < len(known):
        raise ChosenTwice
    stands = {entry.standing for entry in standing_now_or_on(known, day)}
    if Standing.LEAVING in stands:
        raise StillLeaving
    if stands:
        raise OnRegister
    if any(removed_by(person) in DEATHS for person in known):
        raise RecordOfTheDead


def standing_now_or_on(people: Iterable[Person], day: date) -> list[Entry]:
    """The records that are not removed, on the day or by the newest movement."""
    entries = believed(Entry.objects.filter(person__in=list(people), since__lte=day))
    newest = believed(Entry.objects.filter(person__in=list(people), until__isnull=True))
    either = entries.filter(Q(until__isnull=True) | Q(until__gt=day)) | newest
    return list(either.exclude(standing=Standing.REMOVED))


def removed_by(person: Person) -> str:
    """The kind of the movement that last wrote whether the record stands."""
    wrote = [entry.movement.kind for entry in entries_of(person) if "standing" in entry.written.split()]
    return wrote[-1] if wrote else ""
