"""The alien register becomes part of the resident register on 2012-07-09 (外国人住民の移行), as one audited batch.

The batch goes household by household: each is one transaction, so that a run that is killed has taken over whole households
or nothing of them, and the next run goes on where it ended. At the end one event tells the counts and a digest of every result.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ..models import Entry, Movement, TakenOver, TakeOver
from ..permissions import May
from ..queries.limits import foreigners_are_on_register
from ..queries.register import believed, holding_on
from ..rules.take_over import Around, Verdict, lacks_years, verdict
from ..rules.words import HEAD, Register, Standing
from .act_numbers import next_act_number
from .keeping import kept
from .writing import Change, Intake, enter

LAW = "住民基本台帳法の一部を改正する法律（平成21年法律第77号）附則"


class RegisterNotOpen(Refusal):
    code = "residents.register_not_open"
    message = _(
        "この日には、外国人の住民票をまだ作れません。2012年7月9日から移行できます（住民基本台帳法第30条の45）。"
    )


class TakenOverBefore(Refusal):
    code = "residents.taken_over_before"
    message = _("移行はもう終わっています。結果の一覧を確かめてください。")


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One record of the alien register with what becomes of it."""

    entry: Entry
    verdict: Verdict
    lacks_years: bool


def take_over_aliens(
    *, actor: Actor, on: date, progress: Callable[[int, int], None] = lambda done, all_: None
) -> TakeOver:
    """Take over everybody who is eligible; go on with a run that was interrupted.

    Law: 住民基本台帳法第30条の45; 平成21年法律第77号 附則 (from memory: unconfirmed).
    Raises: NotAllowed; RegisterNotOpen; TakenOverBefore.
    """
    run = begin_take_over(actor=actor, on=on)
    groups = households_to_judge(run)
    for done, group in enumerate(groups, start=1):
        take_over_household(actor=actor, run=run, entries=group)
        progress(done, len(groups))
    return finish_take_over(actor=actor, run=run)


@action(needs=May.TAKE_OVER, basis=LAW)
def begin_take_over(*, actor: Actor, on: date) -> TakeOver:
    """The run of that day: a new one, or the one that was interrupted.

    Ledger: residents.register.kept
    Raises: RegisterNotOpen; TakenOverBefore.
    """
    if not foreigners_are_on_register(on):
        raise RegisterNotOpen
    if TakeOver.objects.filter(finished_at__isnull=False).exists():
        raise TakenOverBefore
    run = TakeOver.objects.filter(finished_at=None).first()
    if run is None:
        run = TakeOver.objects.create(
            day=on, started_at=now(), started_by_id=actor.account_id, actor_title=actor.title
        )
    kept(act=next_act_number(), ward="", verb="begin_take_over", about={"day": run.day, "run": run.pk})
    return run


@action(needs=May.TAKE_OVER, within="run", basis=LAW)
def take_over_household(*, actor: Actor, run: TakeOver, entries: list[Entry]) -> list[TakenOver]:
    """Judge the foreign members of one household, and take over those who are eligible with one movement.

    Ledger: residents.register.kept
    """
    judged = judge(entries, on=run.day)
    movement = taken(run, [each for each in judged if each.verdict is Verdict.TAKEN])
    results = TakenOver.objects.bulk_create(
        TakenOver(
            run=run,
            person_id=each.entry.person_id,
            verdict=each.verdict,
            lacks_years_of_stay=each.lacks_years,
            movement=movement if each.verdict is Verdict.TAKEN else None,
        )
        for each in judged
    )
    if movement is None:
        kept(act=next_act_number(), ward="", verb="take_over_household", about=about(run, judged))
    return results


def taken(run: TakeOver, eligible: list[Judged]) -> Movement | None:
    if not eligible:
        return None
    town = eligible[0].entry.town
    assert town
    intake = Intake(
        kind="taken_over", happened_on=run.day, ward=town.ward, is_demo=eligible[0].entry.person.is_demo
    )
    items = {"register": Register.RESIDENT, "resident_since": None}
    changes = [Change(person=each.entry.person, items={**items, **years(each)}) for each in eligible]
    return enter(intake, changes, verb="take_over_household", basis=LAW)


def years(judged: Judged) -> dict[str, Any]:
    """Without evidence the day from which the stay counts stays open: nobody guesses it."""
    return {"counted_from": None, "counted_evidence": ""} if judged.lacks_years else {}


def about(run: TakeOver, judged: Iterable[Judged]) -> dict[str, Any]:
    return {"run": run.pk, "people": {each.entry.person.number: str(each.verdict) for each in judged}}


@action(needs=May.TAKE_OVER, within="run", basis=LAW)
def finish_take_over(*, actor: Actor, run: TakeOver) -> TakeOver:
    """Close the run with its counts and a digest over every result in the order of the people.

    Ledger: residents.register.kept
    """
    run = lock(TakeOver.objects.filter(pk=run.pk)).get()
    run.finished_at, run.digest = now(), digest_of(run)
    run.save()
    told = {"day": run.day, "run": run.pk, "counts": counts_of(run), "digest": run.digest}
    kept(act=next_act_number(), ward="", verb="finish_take_over", about=told)
    return run


def counts_of(run: TakeOver) -> dict[str, int]:
    found = Counter(run.results.values_list("verdict", flat=True))
    return {
        **{str(each): found[each] for each in Verdict if found[each]},
        "without_years": years_missing(run),
    }


def years_missing(run: TakeOver) -> int:
    return run.results.filter(lacks_years_of_stay=True, verdict=Verdict.TAKEN).count()


def digest_of(run: TakeOver) -> str:
    """SHA-256 over person, verdict and whether the years are missing, a line each."""
    hashed = hashlib.sha256()
    rows = run.results.order_by("person_id").values_list("person_id", "verdict", "lacks_years_of_stay")
    for person, said, lacks in rows.iterator(chunk_size=5000):
        hashed.update(f"{person} {said} {int(lacks)}\n".encode())
    return hashed.hexdigest()


def households_to_judge(run: TakeOver) -> list[list[Entry]]:
    """The records of the alien register that no result names yet, by household, in a fixed order."""
    rows = aliens_on(run.day).exclude(person__in=run.results.values("person"))
    return [
        list(group) for _key, group in groupby(rows.order_by("household_id", "person_id"), key=home_or_self)
    ]


def home_or_self(entry: Entry) -> tuple[int, int]:
    return (entry.household_id, 0) if entry.household_id else (0, entry.person_id)


def aliens_on(day: date) -> Any:
    rows = holding_on(believed(Entry.objects.filter(register=Register.ALIEN)), day)
    return rows.exclude(standing=Standing.REMOVED).select_related("person", "town__ward")


def judge(entries: list[Entry], *, on: date) -> list[Judged]:
    """The verdict on each record of one household; who would be left without a head is not taken over."""
    there = heads_there(entries, on)
    coming = [
        entry
        for entry in entries
        if verdict(entry.facts, Around(heads_there=there, heads_coming=1), on=on) is Verdict.TAKEN
    ]
    around = Around(heads_there=there, heads_coming=sum(entry.relationship == HEAD for entry in coming))
    return [
        Judged(entry=entry, verdict=verdict(entry.facts, around, on=on), lacks_years=lacks_years(entry.facts))
        for entry in entries
    ]


def heads_there(entries: list[Entry], on: date) -> int:
    """Heads among the Japanese members of the household."""
    rows = Entry.objects.filter(
        household=entries[0].household_id, register=Register.RESIDENT, relationship=HEAD
    )
    return (
        holding_on(believed(rows), on).exclude(standing=Standing.REMOVED).count()
        if entries[0].household_id
        else 0
    )


def foretold(on: date) -> Iterator[Judged]:
    """What a run on that day would do; nothing is written."""
    rows = aliens_on(on).order_by("household_id", "person_id")
    for _key, group in groupby(rows, key=home_or_self):
        yield from judge(list(group), on=on)
