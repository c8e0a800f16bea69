"""Work of the registers that takes longer than a page may."""

from datetime import time, timedelta

from django.utils.translation import gettext_lazy as _

from jichi.kernel.tasks.schedule import daily
from jichi.kernel.tasks.task import Policy, task

from .actions import work_off_transfer
from .queries.waiting_room import clear_old_jobs

# Files lie outside the database; the digest of a load keeps a second try from loading twice.
WITH_FILES = Policy(in_transaction=False, attempts=2, lease=timedelta(hours=1))


@task(WITH_FILES, titled=_("住民の記録のファイルを確かめる"))
def check_files(*, key: str) -> None:
    work_off_transfer.check_files(key)


@task(WITH_FILES, titled=_("住民の記録を取り込む"))
def load_files(*, key: str) -> None:
    work_off_transfer.load_files(key)


@task(WITH_FILES, titled=_("住民の記録を書き出す"))
def write_extract(*, key: str) -> None:
    work_off_transfer.write_extract(key)


@daily(at=time(3))
def clear_files() -> None:
    clear_old_jobs()
