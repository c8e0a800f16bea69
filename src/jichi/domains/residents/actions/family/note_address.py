"""Note an address elsewhere that another municipality told (戸籍の附票)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now

from ...models import AddressNote, FamilyMember, FamilyRegister
from ...permissions import May
from .refusals import ReasonIsMissing
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class ToldAddress:
    address: str
    since: date
    told_by: str


@action(needs=May.KEEP_FAMILY_REGISTER, within="register", basis="住民基本台帳法第19条第1項")
def note_address(
    *, actor: Actor, register: FamilyRegister, member: FamilyMember, told: ToldAddress, on: date
) -> AddressNote:
    """Keep where a member lives elsewhere, and since when; a note of the same day is replaced, and stays in the history.

    Law: 住民基本台帳法第17条, 第19条第1項.
    Ledger: residents.register.kept
    Raises: ReasonIsMissing, without an address.
    """
    if not told.address.strip():
        raise ReasonIsMissing(fields={"address": _("住所を書いてください。")})
    at = now()
    AddressNote.objects.filter(person=member.person, since=told.since, superseded_at__isnull=True).update(
        superseded_at=at
    )
    noted = AddressNote.objects.create(
        person=member.person,
        address=told.address.strip(),
        since=told.since,
        told_on=on,
        told_by=told.told_by,
        recorded_at=at,
    )
    about = {"register": register.number, "people": [member.person.number], "since": told.since}
    traced(ward=register.ward_id, verb="note_address", about=about)
    return noted
