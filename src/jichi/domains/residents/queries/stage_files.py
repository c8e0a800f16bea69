"""Put files on the stage and look at them, without touching the register."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from jichi.kernel.clock.reading import now

from ..rules.filing.digest import digest_of
from ..rules.filing.loadable import make_ready
from ..rules.filing.mapping import Mapping as Plan
from ..rules.filing.staging import Progress, Stage, silent
from .city_places import city_places

# No step of a load writes nothing for so long.
ABANDONED_AFTER = timedelta(hours=2)


def transfers_folder() -> Path:
    """Where files wait and stages stand: nobody but the city's own processes reads there."""
    folder = settings.VAR / "transfers"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


@contextmanager
def staged(files: Mapping[str, Path], how: Plan, *, progress: Progress = silent) -> Iterator[Stage]:
    """The stage with these files, looked at to the end; it is taken down afterwards, whatever happens."""
    with Stage(transfers_folder() / f"stage-{uuid4().hex}", how, progress) as stage:
        stage.read(dict(files), city_places())
        make_ready(stage)
        yield stage


def digest_on(stage: Stage) -> str:
    return digest_of({table: read.digest for table, read in stage.reads.items()})


def clear_abandoned() -> None:
    """Take down what a killed process left standing: it holds personal data. One that is being written stays."""
    oldest = now().timestamp() - ABANDONED_AFTER.total_seconds()
    for folder in transfers_folder().glob("stage-*"):
        if max((file.stat().st_mtime for file in folder.iterdir()), default=oldest) < oldest:
            shutil.rmtree(folder, ignore_errors=True)
