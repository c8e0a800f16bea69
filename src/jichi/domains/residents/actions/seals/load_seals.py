"""Take over the seals that a ward had registered before: all of them, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import acting, action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.law.shelf import law
from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Ward

from ...models import Entry, Person, SealAct, SealCard, SealImpression, SealRegistration, Transfer
from ...models.files import Direction, TransferStage
from ...permissions import May
from ...queries.register import believed, holding_on
from ...rules.seal_books import KeptSeal
from ...rules.seal_cards import see_card_number
from ...rules.seal_law import FORMER_NAMES, GUIDELINE
from ...rules.seal_names import see_name
from ...rules.seal_rules import NotOnRegister
from ...rules.seal_words import Way
from ..act_numbers import next_act_number
from ..keeping import kept


@dataclass(frozen=True, kw_only=True)
class FromFile:
    """Where books came from: the job's own number, the digest of the file, why, and how many faults are in it."""

    key: str
    digest: str
    encoding: str
    reason: str
    faults: int = 0


@dataclass(frozen=True, kw_only=True)
class Books:
    """The registrations of one ward."""

    ward: Ward
    seals: Sequence[KeptSeal]
    source: FromFile | None = None

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


class LoadedBefore(Refusal):
    code = "residents.seal.loaded_before"
    message = _(
        "取り込む登録の中に、もう登録のある人か、もう渡された印鑑登録証の番号があります。何も取り込んでいません。重なりを除いて、もう一度取り込んでください。"
    )


class BooksHaveFaults(Refusal):
    code = "residents.seal.books_have_faults"
    message = _(
        "ファイルに誤りがあるので、何も取り込みませんでした。一覧の行と列を直して、もう一度取り込んでください。"
    )


@action(needs=May.LOAD, within="books", basis=GUIDELINE)
def load_seals(*, actor: Actor, books: Books, on: date) -> int:
    """Write the registrations of a ward as they stand, with impression and card; answers with their number.

    Ledger: residents.register.kept, one for all of them
    Raises: BooksHaveFaults; NotOnRegister; NameNotOnRecord; WrongCardNumber; LoadedBefore.
    """
    if books.source and books.source.faults:
        raise BooksHaveFaults
    people = list(lock(Person.objects.filter(pk__in=[seal.person for seal in books.seals]).order_by("pk")))
    see_records(books, on)
    number = next_act_number()
    try:
        with transaction.atomic():
            write(books, number, on)
            note_file(actor, books, number)
    except IntegrityError as clash:
        raise LoadedBefore from clash
    kept(
        act=number,
        ward=books.ward.code,
        verb="load_seals",
        about={"seals": len(people), "on": on, **(vars(books.source) if books.source else {})},
        basis=GUIDELINE,
    )
    return len(books.seals)


def note_file(actor: Actor, books: Books, number: str) -> None:
    """Books of a file stand in the list of what came in; the same file once."""
    if (source := books.source) is None:
        return
    done = Transfer.objects.create(
        public_id=source.key,
        direction=Direction.IN,
        stage=TransferStage.DONE,
        act=number,
        digest=source.digest,
        reason=source.reason,
        encoding=source.encoding,
        people=len(books.seals),
        asked_at=now(),
        finished_at=now(),
        asked_by_id=actor.account_id,
        actor_title=actor.title,
    )
    done.wards.set([books.ward])


def see_records(books: Books, on: date) -> None:
    """Everybody lives in this ward, and each seal says a name on the record."""
    entries = holding_on(believed(Entry.objects.filter(person__in=[seal.person for seal in books.seals])), on)
    records = {entry.person_id: entry for entry in entries.filter(town__ward=books.ward)}
    for seal in books.seals:
        entry = records.get(seal.person)
        if entry is None or not entry.facts.is_current:
            raise NotOnRegister(source=GUIDELINE)
        see_name(seal.engraved, entry.facts, former=law.at(on, FORMER_NAMES).value)


def write(books: Books, number: str, on: date) -> None:
    rows = SealRegistration.objects.bulk_create(
        SealRegistration(
            person_id=seal.person,
            ward=books.ward,
            step="registered",
            applied_on=seal.registered_on,
            registered_on=seal.registered_on,
            engraved=seal.engraved,
            way=Way.PHOTO,
            is_demo=seal.is_demo,
        )
        for seal in books.seals
    )
    at, act = now(), acting()
    written = list(zip(rows, books.seals, strict=True))
    SealImpression.objects.bulk_create(impression(row, seal, at) for row, seal in written)
    SealCard.objects.bulk_create(card(row, seal) for row, seal in written)
    SealAct.objects.bulk_create(
        SealAct(
            registration=row,
            number=number,
            verb="load_seals",
            happened_on=on,
            recorded_at=at,
            recorded_by_id=act.actor.account_id,
            actor_title=act.actor.title,
        )
        for row in rows
    )


def impression(row: SealRegistration, seal: KeptSeal, at: datetime) -> SealImpression:
    return SealImpression(
        registration=row, **{**vars(seal.impression), "before": b""}, scanned_at=at, confirmed_at=at
    )


def card(row: SealRegistration, seal: KeptSeal) -> SealCard:
    return SealCard(registration=row, number=see_card_number(seal.card), handed_out_on=seal.registered_on)
