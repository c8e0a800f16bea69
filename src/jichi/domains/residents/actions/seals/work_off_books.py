"""Background work: look at the files of a ward's seals, and take them over after a yes."""

from pathlib import Path

from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Ward
from jichi.kernel.tasks.task import task

from ...models import Transfer
from ...queries.seal_file import Looked, look_at_seals
from ...queries.waiting_room import Waiting, job_with
from ...rules.filing.layout import SEALS
from ..work_off_transfer import WITH_FILES, actor_of, done_before, mapping_of, write_faults
from .load_seals import Books, FromFile, load_seals

IMAGES = "images.zip"


@task(WITH_FILES, titled=gettext_lazy("印鑑登録のファイルを確かめる"))
def check_seals(*, key: str) -> None:
    """Look at every line and every picture; what was found waits for the person who handed them in."""
    job = job_with(key)
    looked = looked_at(job)
    job.counts, job.faults = {"seals": looked.file.read.rows}, len(looked.faults)
    job.ignored = {looked.file.read.name: looked.file.ignored} if looked.file.ignored else {}
    write_faults(job.faults_file, ([f.file, f.line, f.column, f.code] for f in looked.faults))
    job.stage = "refused" if looked.faults else "checked"
    job.keep()


@task(WITH_FILES, titled=gettext_lazy("印鑑登録を取り込む"))
def take_over_seals(*, key: str) -> None:
    """Take over what was checked: looked at once more, so that nothing else slips in. All of it, or nothing."""
    job = job_with(key)
    if job.stage == "done":
        return
    try:
        done = done_before(job) or taken_over(job)
        job.stage, job.said, job.act = "done", "", done.act
        forget(job)
    except Refusal as refusal:
        job.stage, job.said = "failed", str(refusal.message)
    except DatabaseError:
        # Nothing was changed. What the database said may hold a name, and is not told.
        job.stage, job.said = "failed", _("データベースが受け付けませんでした。何も変えていません。")
    job.keep()


def looked_at(job: Waiting) -> Looked:
    how = mapping_of(job)
    return look_at_seals(
        file_of(job),
        job.folder / IMAGES,
        how,
        ward=Ward.objects.get(code=job.wards[0]),
        on=today(),
        progress=job.moved,
    )


def file_of(job: Waiting) -> Path:
    return job.folder / mapping_of(job).of(SEALS).file


def taken_over(job: Waiting) -> Transfer:
    looked = looked_at(job)
    source = FromFile(
        key=job.key,
        digest=looked.file.read.digest,
        encoding=looked.how.encoding,
        reason=job.reason,
        faults=len(looked.faults),
    )
    books = Books(ward=looked.ward, seals=looked.seals, source=source)
    job.moved("write", 0.0)
    load_seals(actor=actor_of(job), books=books, on=today())
    return Transfer.objects.get(public_id=job.key)


def forget(job: Waiting) -> None:
    """The files hold personal data; what became of them stands in the register."""
    for file in (file_of(job), job.folder / IMAGES):
        file.unlink(missing_ok=True)
