"""Does the register agree with itself? All histories are replayed as sets and compared with what stands in the tables.

The register goes onto the same stage as files that come in, and is looked at with the same eyes; then come the things that
files do not have: keys of names, and what hangs on a record that was removed.
"""

import csv
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import NOBODY

from ..models import Entry, Household, Movement, NameKey, NamePart, Person, SealRegistration
from ..rules.filing.checks import OWN_REGISTER
from ..rules.filing.faults import SENTENCES
from ..rules.filing.mapping import OWN_LAYOUT
from ..rules.filing.outgoing import Outgoing
from ..rules.filing.staging import Progress, Stage, silent
from ..rules.words import Standing
from ..states import SEAL_STANDING
from .outgoing import Extract, stream
from .stage_files import staged, transfers_folder


@dataclass(frozen=True, order=True)
class Disagreement:
    """`about` is the number of a person, a household or an act: nobody's name."""

    about: str
    sentence: str


class WholeRegister(Extract):
    """The register for its own examination: nothing of it is told but numbers."""

    @property
    def is_whole(self) -> bool:
        return True

    @cached_property
    def hidden(self) -> frozenset[int]:
        return frozenset()


def disagreements(on: date, *, progress: Progress = silent) -> list[Disagreement]:
    """All that does not agree; nothing is changed."""
    folder = transfers_folder() / f"stage-{uuid4().hex}"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    files: dict[str, Path] = {}
    out = Outgoing(folder, OWN_LAYOUT)
    for table, rows in WholeRegister(NOBODY, frozenset(), on, with_individual_numbers=True).rows():
        progress("extract", len(files) / 4)
        out.write(table, rows)
        files[table.name] = folder / table.file
    with staged(files, OWN_LAYOUT, progress=progress) as stage:
        stage.look_at(OWN_REGISTER)
        look_at_name_keys(stage)
        found = {*of_the_stage(stage), *of_days(), *of_seals()}
    shutil.rmtree(folder)
    return sorted(found)


def look_at_name_keys(stage: Stage) -> None:
    """Against the keys that the house's rule makes of the replayed names."""
    keys = stage.folder / "own_keys.csv"
    rows = NameKey.objects.order_by("pk").values_list("person__public_id", "key", "whole", "born")
    write_rows(keys, stream(rows))
    stage.compare_name_keys(keys)
    stage.compare_name_parts(frozenset(NamePart.objects.values_list("text", flat=True)))


def write_rows(file: Path, rows: Iterable[Sequence[Any]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows(rows)


def of_the_stage(stage: Stage) -> Iterator[Disagreement]:
    for table, key, number in (
        ("entries", "person", number_of_person),
        ("persons", "person", number_of_person),
        ("households", "household", number_of_household),
        ("movements", "movement", number_of_act),
    ):
        for told, code in stage.faults_by_key(table, key):
            yield Disagreement(number(told), _(SENTENCES[code]))


def number_of_person(public_id: str) -> str:
    return Person.objects.get(public_id=UUID(public_id)).number


def number_of_household(public_id: str) -> str:
    return Household.objects.get(public_id=UUID(public_id)).number


def number_of_act(ticket: str) -> str:
    return Movement.objects.get(ticket=UUID(ticket)).number


def believed() -> QuerySet[Entry]:
    return Entry.objects.filter(superseded_at__isnull=True)


def of_days() -> Iterator[Disagreement]:
    """An entry begins on the day of its movement."""
    wrong = believed().exclude(since=F("movement__happened_on")).select_related("person")
    for entry in wrong.iterator():
        yield Disagreement(entry.person.number, _("履歴の始まりの日が、異動の日と合いません。"))


def of_seals() -> Iterator[Disagreement]:
    """A seal ends with the record of its owner."""
    removed = believed().filter(person=OuterRef("person"), until__isnull=True, standing=Standing.REMOVED)
    for seal in SealRegistration.objects.filter(Exists(removed), step__in=SEAL_STANDING):
        yield Disagreement(seal.person.number, _("消除された人の印鑑登録が、まだ有効です。"))
