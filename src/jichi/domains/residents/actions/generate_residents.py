"""Make the files of a generated city, and load them into a demo city."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.administration.actions.set_demo_day import NotADemoCity
from jichi.kernel.places.models import Town

from ..models import Transfer
from ..queries.stage_files import digest_on, staged, transfers_folder
from ..rules.filing.layout import TABLES
from ..rules.filing.mapping import OWN_LAYOUT
from ..rules.filing.staging import Progress, silent
from ..rules.generated.city import city, heads, parts
from ..rules.generated.sources import Sources, sources
from .load_residents import load_residents
from .protect_generated import protect_generated


def city_sources() -> Sources:
    """What the city's file and its towns say, in the order of the city's list of towns."""
    towns = Town.objects.filter(hamlet="").order_by("ward_id", "pk").values_list("ward_id", "name")
    return sources(settings.CITY_FOLDER / "generated/residents.toml", towns)


def write_files(
    folder: Path, *, people: int, seed: int, processes: int = 1, progress: Progress = silent
) -> dict[str, Path]:
    """The generated city as files of the documented layout; the same bytes for the same people and seed."""
    folder.mkdir(parents=True, exist_ok=True)
    of = city_sources()
    files = {table.name: folder / table.file for table in TABLES}
    blocks = len(parts(of, people=people, seed=seed))
    opened = {name: file.open("w", encoding="utf-8", newline="") for name, file in files.items()}
    try:
        for name, line in heads().items():
            opened[name].write(line)
        for number, block in enumerate(city(of, people=people, seed=seed, processes=processes)):
            for name, rows in block.items():
                opened[name].write(rows)
            progress("generate", number / blocks)
    finally:
        for file in opened.values():
            file.close()
    return files


def load_generated(
    *, actor: Actor, people: int, seed: int, processes: int = 1, progress: Progress = silent
) -> Transfer:
    """Raises: NotADemoCity; LoadedAlready."""
    if not settings.DEMO:
        raise NotADemoCity
    folder = transfers_folder() / "generated"
    files = write_files(folder, people=people, seed=seed, processes=processes, progress=progress)
    try:
        with staged(files, OWN_LAYOUT, progress=progress) as stage:
            reason = _("デモ：作った住民（実在しない）")
            done = load_residents(actor=actor, stage=stage, digest=digest_on(stage), reason=reason)
    finally:
        for file in files.values():
            file.unlink(missing_ok=True)
    of = city_sources()
    share = of.said["rates"]["protected_of_100000"]
    protect_generated(actor=actor, share=share, people=people, on=of.on)
    return done
