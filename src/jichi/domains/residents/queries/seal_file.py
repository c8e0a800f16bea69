"""A ward's seals in files, looked at against the register and the pictures; nothing is written. No gate: for the work in the
background, whose verb has one."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Ward

from ..models import Entry, Person, SealCard, SealRegistration
from ..rules.filing.faults import Fault
from ..rules.filing.layout import SEALS
from ..rules.filing.mapping import Mapping
from ..rules.filing.seal_rows import SealFile, SealRow, seal_file
from ..rules.filing.staging import Progress
from ..rules.impressions.cleaning import Impression, Limits, Wish, cleaned
from ..rules.impressions.faults import ScanFault
from ..rules.seal_books import KeptSeal
from ..rules.seal_cards import WrongCardNumber, see_card_number
from ..rules.seal_law import FORMER_NAMES
from ..rules.seal_names import says_a_name
from ..rules.search_terms import UnreadableNumber, register_number
from ..states import SEAL_OPEN, SEAL_STANDING
from .register import believed, holding_on
from .seal_limits import limits_on

LARGEST_IMAGE = 20_000_000
SOME = 500


@dataclass(kw_only=True)
class Looked:
    """What was found: the registrations that can be taken over, and every fault."""

    ward: Ward
    on: date
    how: Mapping
    file: SealFile
    faults: list[Fault] = field(default_factory=list)
    seals: list[KeptSeal] = field(default_factory=list)

    def tell(self, line: int, item: str, code: str) -> None:
        self.faults.append(Fault(self.file.read.name, line, self.how.heading(SEALS, item), code))


def look_at_seals(
    file: Path, images: Path, how: Mapping, *, ward: Ward, on: date, progress: Progress
) -> Looked:
    """All lines, to the end. Five queries for each five hundred of them."""
    faults: list[Fault] = []
    looked = Looked(ward=ward, on=on, how=how, file=seal_file(file, how, faults.append, on=on), faults=faults)
    try:
        archive = zipfile.ZipFile(images)
    except (OSError, zipfile.BadZipFile):
        faults.append(Fault(images.name, 0, "", "no_zip"))
        return looked
    with archive:
        rows = looked.file.rows
        for first in range(0, len(rows), SOME):
            progress("check", first / len(rows))
            looked.seals += seals_of(looked, rows[first : first + SOME], archive)
    looked.faults.sort()
    progress("check", 1.0)
    return looked


def seals_of(looked: Looked, rows: Sequence[SealRow], archive: zipfile.ZipFile) -> Iterator[KeptSeal]:
    limits = limits_on(looked.on)
    people = people_of(rows)
    entries = entries_of(looked, people.values())
    taken = Taken.of(people.values(), rows)
    for row in rows:
        entry = entries.get(people.get(row.person, 0))
        codes = list(wrong_of(row, entry, taken, former=law.at(looked.on, FORMER_NAMES).value))
        found = impression_of(row, archive, limits)
        if isinstance(found, str) and found:
            codes.append(("image", found))
        for item, code in codes:
            looked.tell(row.line, item, code)
        if row.is_sound and row.registered_on and not codes and entry and isinstance(found, Impression):
            yield KeptSeal(
                person=entry.person_id,
                engraved=row.engraved,
                registered_on=row.registered_on,
                card=row.card,
                impression=found,
                is_demo=row.demo,
            )


@dataclass(frozen=True)
class Taken:
    """Who has a seal or an application already, and which cards there are."""

    people: frozenset[int]
    cards: frozenset[str]

    @classmethod
    def of(cls, people: Iterable[int], rows: Sequence[SealRow]) -> "Taken":
        standing = SealRegistration.objects.filter(
            person__in=list(people), step__in=[*SEAL_OPEN, *SEAL_STANDING]
        )
        cards = SealCard.objects.filter(number__in=[card_of(row) for row in rows])
        return cls(
            frozenset(standing.values_list("person", flat=True)),
            frozenset(cards.values_list("number", flat=True)),
        )


def wrong_of(row: SealRow, entry: Entry | None, taken: Taken, *, former: bool) -> Iterator[tuple[str, str]]:
    """Items with codes of what keeps the row from being taken over."""
    if entry is None:
        if row.person:
            yield "person", "not_in_this_ward"
    elif entry.person_id in taken.people:
        yield "person", "seal_stands"
    elif row.engraved and not says_a_name(row.engraved, entry.facts, former=former):
        yield "engraved", "name_not_on_record"
    card = card_of(row)
    if row.card and not card:
        yield "card", "wrong_card"
    elif card in taken.cards:
        yield "card", "card_known"


def card_of(row: SealRow) -> str:
    try:
        return see_card_number(row.card)
    except WrongCardNumber:
        return ""


def people_of(rows: Sequence[SealRow]) -> dict[str, int]:
    """Keys of people by what the file says of them: the number of an extract (a UUID), or the one that the desk shows."""
    uuids, serials = {}, {}
    for row in rows:
        try:
            uuids[UUID(row.person)] = row.person
        except ValueError:
            if serial := serial_of(row.person):
                serials[serial] = row.person
    own = dict(Person.objects.filter(public_id__in=uuids).values_list("public_id", "pk"))
    known = set(Person.objects.filter(pk__in=serials).values_list("pk", flat=True))
    return {uuids[uuid]: pk for uuid, pk in own.items()} | {serials[pk]: pk for pk in known}


def serial_of(text: str) -> int:
    try:
        return register_number(text).serial
    except UnreadableNumber:
        return 0


def entries_of(looked: Looked, people: Iterable[int]) -> dict[int, Entry]:
    """The records of those who live in the ward."""
    rows = holding_on(believed(Entry.objects.filter(person__in=list(people))), looked.on)
    return {entry.person_id: entry for entry in rows.filter(town__ward=looked.ward) if entry.facts.is_current}


def impression_of(row: SealRow, archive: zipfile.ZipFile, limits: Limits) -> Impression | str:
    """The clean impression, or the code of what is wrong with the picture; that the name is missing is told already."""
    if not row.image:
        return ""
    try:
        info = archive.getinfo(row.image)
    except KeyError:
        return "no_image"
    if info.file_size > LARGEST_IMAGE:
        return "image_too_large"
    try:
        return replace(cleaned(archive.read(info), Wish(dpi=row.dpi, upright=False), limits), before=b"")
    except (ScanFault, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return "image_unusable"
