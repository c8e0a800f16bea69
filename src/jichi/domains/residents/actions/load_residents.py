"""Load files into the register: all of them or nothing, the same files once."""

from collections.abc import Mapping
from contextlib import nullcontext
from types import ModuleType
from typing import Any

from django.db import connection
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import NotAllowed, Refusal
from jichi.kernel.clock.reading import now

from ..models import Entry, Household, Movement, Person, Transfer
from ..models.files import Direction, TransferStage
from ..permissions import May
from ..rules.filing.loadable import fillings
from ..rules.filing.staging import Stage
from .act_numbers import next_act_number
from .bulk import postgres, sqlite
from .bulk.tables import last_keys
from .keeping import kept
from .name_keys import write_name_parts

# From so many entries on, and where the register holds fewer, indices are made anew after the load and not row by row.
MANY = 50_000


class HasFaults(Refusal):
    code = "residents.files_have_faults"
    message = _(
        "ファイルに誤りがあるので、何も取り込みませんでした。一覧の行と列を直して、もう一度取り込んでください。"
    )


class LoadedAlready(Refusal):
    code = "residents.files_loaded_already"
    message = _("同じファイルは、もう取り込んであります。何も変えていません。")


class KnownAlready(Refusal):
    code = "residents.records_known_already"
    message = _("ファイルの人、世帯、異動のどれかが、もう台帳にあります。何も変えていません。")


@action(needs=May.LOAD, anywhere=True)
def load_residents(
    *, actor: Actor, stage: Stage, digest: str, reason: str, transfer: Transfer | None = None
) -> Transfer:
    """Write what stands on the stage into the register, with one event for all of it.

    Ledger: residents.register.kept
    Raises: HasFaults; LoadedAlready; KnownAlready; NotAllowed, where a movement is of a ward in which the actor may not load.
    """
    if stage.faults:
        raise HasFaults
    if Transfer.objects.filter(digest=digest, direction=Direction.IN, stage=TransferStage.DONE).exists():
        raise LoadedAlready
    refuse_other_wards(actor, stage)
    refuse_known(stage)
    done = finished(transfer or Transfer(asked_at=now(), reason=reason), actor, stage, digest)
    write(stage, title=actor.title)
    kept(act=done.act, ward="", verb="load_residents", about=told(done))
    return done


def refuse_other_wards(actor: Actor, stage: Stage) -> None:
    wards = stage.base.execute("SELECT DISTINCT ward FROM movements").fetchall()
    if not all(may(actor, May.LOAD, Scope(ward=ward)) for (ward,) in wards):
        raise NotAllowed


def refuse_known(stage: Stage) -> None:
    """Numbers that are UUIDs are our own: what the register holds already is not loaded a second time."""
    for table, item, known in (
        ("persons", "person", Person.objects.values_list("public_id", flat=True)),
        ("households", "household", Household.objects.values_list("public_id", flat=True)),
        ("movements", "movement", Movement.objects.values_list("ticket", flat=True)),
    ):
        if not stage.number(f"SELECT count(*) FROM {table} WHERE try_cast({item} AS UUID) IS NOT NULL"):
            continue
        there = [str(each) for each in known.iterator(chunk_size=20_000)]
        query = f"SELECT count(*) FROM {table} SEMI JOIN (SELECT unnest(?::VARCHAR[]) AS known) k ON {item} = k.known"
        if there and (stage.base.execute(query, [there]).fetchone() or (0,))[0]:
            raise KnownAlready


def finished(transfer: Transfer, actor: Actor, stage: Stage, digest: str) -> Transfer:
    counts = stage.counts
    transfer.direction, transfer.stage, transfer.digest = Direction.IN, TransferStage.DONE, digest
    transfer.act = next_act_number()
    transfer.encoding, transfer.finished_at = stage.how.encoding, now()
    transfer.asked_by_id, transfer.actor_title = actor.account_id, actor.title
    transfer.people, transfer.households = counts["persons"], counts["households"]
    transfer.movements, transfer.entries = counts["movements"], counts["entries"]
    transfer.save()
    return transfer


def write(stage: Stage, *, title: str) -> None:
    engine: ModuleType = postgres if connection.vendor == "postgresql" else sqlite
    engine.hold()
    base = last_keys()
    many = stage.counts["entries"]
    is_large = many >= MANY and not Entry.objects.filter(pk__lte=base["entry"])[many : many + 1].exists()
    with engine.without_indices(stage.progress) if is_large else nullcontext():
        wanted = fillings(base, title=title, at=now().isoformat())
        for number, filling in enumerate(wanted):
            stage.progress("write", number / len(wanted))
            engine.fill(stage, filling)
    write_name_parts(stage.name_parts)
    if is_large:
        engine.reckon()
    stage.progress("write", 1.0)


def told(transfer: Transfer) -> Mapping[str, Any]:
    """How many, of what files and why: nobody's name."""
    return {
        "digest": transfer.digest,
        "reason": transfer.reason,
        "people": transfer.people,
        "households": transfer.households,
        "movements": transfer.movements,
        "entries": transfer.entries,
    }
