"""Who on a form is who in the registers of this city: by name as folded for searching, day of birth, and register."""

from datetime import date

from ..models import Entry, FamilyMember, Person
from ..rules.name_folding import folded
from .family_sheets import records_now


def member_matching(
    name: str, birth: date | None, *, domicile: str = "", first: str = ""
) -> FamilyMember | None:
    """The member whom a form means; None for nobody, and also where several fit: then the form must say more."""
    if birth is None:
        return None
    rows = records_now().filter(
        name_key=folded(name), birth=birth, entered_on__isnull=False, left_on__isnull=True
    )
    if domicile:
        rows = rows.filter(member__register__domiciles__text=domicile.strip())
    if first:
        rows = rows.filter(
            member__register__members__place=1,
            member__register__members__records__name_key=folded(first),
            member__register__members__records__until__isnull=True,
            member__register__members__records__superseded_at__isnull=True,
        )
    found = list(rows.select_related("member__register")[:2])
    return found[0].member if len(found) == 1 else None


def resident_matching(name: str, birth: date | None) -> Person | None:
    """The resident whom a form means, who is in no family register of this city: a foreigner, or from elsewhere."""
    if birth is None:
        return None
    rows = Entry.objects.filter(birth=birth, until__isnull=True, superseded_at__isnull=True)
    found = [row.person for row in rows.select_related("person") if folded(row.name) == folded(name)]
    return found[0] if len(found) == 1 else None
