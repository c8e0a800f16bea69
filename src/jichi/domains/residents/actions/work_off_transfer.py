"""Background work: what is done with files that were handed in, and with an extract that was asked for."""

import json
import shutil
import zipfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.queries import actor_for
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now, today
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Ward
from jichi.kernel.tasks.task import Policy, task

from ..models import Transfer
from ..models.files import TransferStage
from ..queries.stage_files import digest_on, staged
from ..queries.waiting_room import Waiting, job_with
from ..rules.filing.layout import TABLES
from ..rules.filing.mapping import OWN_LAYOUT, Mapping, UnusableMapping, mapping_in
from ..rules.filing.staging import Stage
from .extract_residents import CannotBeWritten, extract_residents
from .load_residents import load_residents

MAPPING = "mapping.toml"
# Files lie outside the database; the digest of a load keeps a second try from loading twice.
WITH_FILES = Policy(in_transaction=False, attempts=2, lease=timedelta(hours=1))


@task(WITH_FILES, titled=gettext_lazy("住民の記録のファイルを確かめる"))
def check_files(*, key: str) -> None:
    """Look at the files to the end; what was found waits for the person who handed them in."""
    job = job_with(key)
    try:
        with staged(files_of(job), mapping_of(job), progress=job.moved) as stage:
            job.counts, job.ignored, job.faults = stage.counts, stage.ignored, stage.faults
            keep_faults(job, stage)
        job.stage = "refused" if job.faults else "checked"
    except UnusableMapping as fault:
        job.stage = "failed"
        job.said = _("対応表の %(where)s が使えません（%(what)s）。") % {
            "where": fault.where,
            "what": fault.what,
        }
    job.keep()


@task(WITH_FILES, titled=gettext_lazy("住民の記録を取り込む"))
def load_files(*, key: str) -> None:
    """Load what was checked: looked at once more, so that nothing else slips in."""
    job = job_with(key)
    if job.stage == "done":
        return
    try:
        done = done_before(job) or loaded(job)
        job.stage, job.said, job.act = "done", "", done.act
        forget_files(job)
    except (Refusal, UnusableMapping) as refusal:
        job.stage, job.said = "failed", str(getattr(refusal, "message", refusal))
    except DatabaseError:
        # Nothing was changed; the files are there still. What the database said may hold a name, and is not told.
        job.stage, job.said = "failed", _("データベースが受け付けませんでした。何も変えていません。")
    job.keep()


def loaded(job: Waiting) -> Transfer:
    with staged(files_of(job), mapping_of(job), progress=job.moved) as stage:
        transfer = Transfer(public_id=job.key, asked_at=now(), reason=job.reason)
        return load_residents(
            actor=actor_of(job), stage=stage, digest=digest_on(stage), reason=job.reason, transfer=transfer
        )


def done_before(job: Waiting) -> Transfer | None:
    """What a worker did who was killed before the job could say so: it is not done a second time."""
    return Transfer.objects.filter(public_id=job.key, stage=TransferStage.DONE).first()


@task(WITH_FILES, titled=gettext_lazy("住民の記録を書き出す"))
def write_extract(*, key: str) -> None:
    job = job_with(key)
    if job.stage == "done":
        return
    try:
        done = done_before(job) or extracted(job)
        if not job.result.exists():
            pack(job.extract, job.result)
        job.stage, job.said, job.act = "done", "", done.act
        job.counts = {"persons": done.people, "entries": done.entries}
    except CannotBeWritten as refusal:
        job.stage, job.faults, job.said = "refused", len(refusal.faults), str(refusal.message)
        write_faults(job.faults_file, [[f.file, f.line, f.column, f.code] for f in refusal.faults])
    except Refusal as refusal:
        job.stage, job.said = "failed", str(refusal.message)
    job.keep()


def extracted(job: Waiting) -> Transfer:
    """The files stand whole in their folder before the act is on the record."""
    shutil.rmtree(job.extract, ignore_errors=True)
    return extract_residents(
        actor=actor_of(job),
        folder=job.extract,
        wards=Ward.objects.filter(code__in=job.wards).order_by("code"),
        reason=job.reason,
        on=today(),
        how=Mapping(encoding=job.encoding, with_bom=job.encoding == "utf-8"),
        progress=job.moved,
        key=UUID(job.key),
    )


def actor_of(job: Waiting) -> Actor:
    """With the roles held now: whoever lost theirs meanwhile loads nothing."""
    account = Account.objects.get(pk=job.asked_by)
    return actor_for(account, on=today(), at=now())


def files_of(job: Waiting) -> dict[str, Path]:
    how = mapping_of(job)
    files = {table.name: job.folder / how.of(table).file for table in TABLES}
    return {name: file for name, file in files.items() if file.exists()}


def mapping_of(job: Waiting) -> Mapping:
    file = job.folder / MAPPING
    return mapping_in(file) if file.exists() else OWN_LAYOUT


def keep_faults(job: Waiting, stage: Stage) -> None:
    write_faults(job.faults_file, ([f.file, f.line, f.column, f.code] for f in stage.list_faults()))


def write_faults(file: Path, faults: object) -> None:
    with file.open("w", encoding="utf-8") as lines:
        for fault in faults:  # type: ignore[attr-defined]
            lines.write(json.dumps(fault, ensure_ascii=False) + "\n")


def forget_files(job: Waiting) -> None:
    for file in job.folder.glob("*.csv"):
        file.unlink()


def pack(folder: Path, target: Path) -> None:
    """One file to take away, whole or not at all; the folder is gone then."""
    new = target.with_suffix(".new")
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
        if settings.DEMO:
            archive.writestr("デモ.txt", "デモのデータです。実在する人はいません。\n")
    new.replace(target)
    shutil.rmtree(folder)
