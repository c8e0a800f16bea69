"""Write the register, or that of some wards, into files of the documented layout."""

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import NotAllowed, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Ward

from ..models import Transfer
from ..models.files import Direction, TransferStage
from ..permissions import May
from ..queries.outgoing import Extract
from ..rules.filing.faults import Fault
from ..rules.filing.layout import TABLES
from ..rules.filing.mapping import OWN_LAYOUT, Mapping
from ..rules.filing.outgoing import Outgoing
from ..rules.filing.staging import Progress, silent
from .act_numbers import next_act_number
from .keeping import kept
from .look_at_person import ward_of


class ReasonIsMissing(Refusal):
    code = "residents.extract_without_reason"

    def __init__(self) -> None:
        super().__init__(
            fields={"reason": str(_("何のために書き出すかを書いてください。記録に残り、本人にも示します。"))}
        )


class CannotBeWritten(Refusal):
    """Some characters are not in the encoding. `faults` says where each of them would stand."""

    code = "residents.extract_has_external_characters"
    message = _(
        "この文字コードで表せない文字があるので、何も書き出しませんでした。一覧の行と列を見てください。"
    )

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__()
        self.faults = faults


@action(needs=May.EXTRACT, anywhere=True)
def extract_residents(
    *,
    actor: Actor,
    folder: Path,
    wards: Iterable[Ward],
    reason: str,
    on: date,
    how: Mapping = OWN_LAYOUT,
    with_individual_numbers: bool = False,
    progress: Progress = silent,
    key: UUID | None = None,
) -> Transfer:
    """Write the files into a folder that is new, or leave no trace of them; each extract is on the record with its reason.

    `key` is the job's own number: what was extracted for it is found by it.

    Ledger: residents.register.kept
    Raises: ReasonIsMissing; CannotBeWritten; NotAllowed, where one of the wards is not the actor's.
    """
    if not reason.strip():
        raise ReasonIsMissing
    some = list(wards)
    if not some or not all(may(actor, May.EXTRACT, Scope(ward=ward.code)) for ward in some):
        raise NotAllowed
    wanted = Extract(actor, frozenset(ward.code for ward in some), on, with_individual_numbers)
    counts = written(wanted, folder, Outgoing(folder, how), progress)
    transfer = Transfer.objects.create(
        public_id=key or uuid4(),
        direction=Direction.OUT,
        stage=TransferStage.DONE,
        act=next_act_number(),
        reason=reason.strip(),
        encoding=how.encoding,
        people=counts["persons"],
        households=counts["households"],
        movements=counts["movements"],
        entries=counts["entries"],
        left_out=len(wanted.hidden),
        asked_at=now(),
        finished_at=now(),
        asked_by_id=actor.account_id,
        ward_id=ward_of(actor) or None,
        actor_title=actor.title,
    )
    transfer.wards.set(some)
    office = some[0].code if len(some) == 1 else ""
    kept(act=transfer.act, ward=office, verb="extract_residents", about=about(transfer, wanted))
    return transfer


def written(wanted: Extract, folder: Path, out: Outgoing, progress: Progress) -> dict[str, int]:
    """Into a folder beside it first, so that a half-written extract is never taken for a whole one."""
    out.folder = folder.parent / f"{folder.name}.{uuid4().hex}"
    out.folder.mkdir(parents=True, mode=0o700)
    try:
        counts: dict[str, int] = {}
        for number, (table, rows) in enumerate(wanted.rows()):
            progress("extract", number / len(TABLES))
            counts[table.name] = out.write(table, rows)
        if out.faults:
            raise CannotBeWritten(out.faults)
        out.folder.rename(folder)
    finally:
        shutil.rmtree(out.folder, ignore_errors=True)
    progress("extract", 1.0)
    return counts


def about(transfer: Transfer, wanted: Extract) -> dict[str, object]:
    return {
        "reason": transfer.reason,
        "wards": sorted(wanted.wards),
        "people": transfer.people,
        "entries": transfer.entries,
        "left_out": transfer.left_out,
        "individual_numbers": wanted.with_individual_numbers,
    }
