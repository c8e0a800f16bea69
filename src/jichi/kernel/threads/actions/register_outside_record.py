"""Give a reference to a record that is held elsewhere, so that records of this house can be linked to it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.search.index import index

from ..events import OutsideRecordRegistered
from ..findable import document_of
from ..kinds import HELD_ELSEWHERE
from ..models import Record, Sort
from ..permissions import May
from ..registry import next_reference

STREAM = "threads/outside"


class Owner(Protocol):
    """Whose business the new record is: a programme, a case, whatever has a scope."""

    @property
    def scope(self) -> Scope: ...


@dataclass(frozen=True, kw_only=True)
class Outside:
    """A record held elsewhere, as it is described. `happened_on` is its own day: of the vote, the letter, the opening."""

    sort: Sort
    title: str
    source: str
    happened_on: date
    address: str = ""


class AlreadyRegistered(Refusal):
    """The same record has a reference already."""

    code = "threads.already_registered"


class NotAnAddress(Refusal):
    code = "threads.not_an_address"
    status = 400
    message = gettext_lazy("アドレスは、https:// か http:// で始まる形で入力してください。")


@action(needs=May.REGISTER_RECORD, within="owner")
def register_outside_record(*, actor: Actor, owner: Owner, outside: Outside) -> Record:
    """Register a record that is held elsewhere under a public reference.

    Ledger: threads.record.registered
    Raises: NotAnAddress; AlreadyRegistered.
    """
    refuse_bad_address(outside.address)
    described = vars(outside)
    reference = next_reference(HELD_ELSEWHERE)
    refuse_double(outside)
    registered = Record.objects.create(reference=reference, kind=HELD_ELSEWHERE.number, **described)
    index(document_of(registered))
    record(OutsideRecordRegistered(reference=reference, **described), stream=STREAM)
    return registered


def refuse_bad_address(address: str) -> None:
    """An address becomes a link on a public page: `javascript:` and the like must not."""
    try:
        if address:
            URLValidator(schemes=["https", "http"])(address)
    except ValidationError:
        raise NotAnAddress(fields={"address": str(NotAnAddress.message)}) from None


def refuse_double(outside: Outside) -> None:
    # After the counter's row is locked: two people who register the same record wait for each other.
    same = Record.objects.filter(
        kind=HELD_ELSEWHERE.number, sort=outside.sort, title=outside.title, source=outside.source
    ).first()
    if same:
        sentence = _("この記録は、すでに%(reference)sとして登録されています。その番号を使ってください。")
        said = sentence % {"reference": same.reference}
        raise AlreadyRegistered(said, fields={"title": said})
