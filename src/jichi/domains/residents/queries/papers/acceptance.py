"""届出の受理証明書, ordinary and on fine paper.

Law: 戸籍法 第48条第1項, 戸籍法施行規則 第66条.
"""

from collections.abc import Iterable

from ...models import FamilyNotification, FamilyParty
from ...rules.certificates.items import day_words
from ...rules.certificates.of_family import ACCEPTANCE_STATEMENT, NotAccepted
from ...rules.family.case import named_by
from ...rules.family.words import ROLES, Role
from ..family_sheets import mayor_of
from .content import Content, Wanted
from .reading import Reading

TEMPLATES = {"acceptance": "residents.certificate", "acceptance_fine": "residents.acceptance_fine"}


def read(wanted: Wanted) -> Reading:
    return Reading(own=None, others=frozenset({wanted.person.pk}))


def accepted_notification(wanted: Wanted) -> FamilyNotification | None:
    """The one that was named, or the newest that was accepted here and names the person."""
    rows = FamilyNotification.objects.filter(step="accepted", accepted_by="", parties__person=wanted.person)
    newest = rows.distinct().select_related("ward").order_by("-decided_at")
    if wanted.act:
        return next((each for each in newest if each.number == wanted.act), None)
    return newest.first()


def content(wanted: Wanted, reading: Reading) -> Content:
    """Raises: NotAccepted."""
    notification = accepted_notification(wanted)
    if notification is None:
        raise NotAccepted
    parties = list(notification.parties.exclude(role=Role.WITNESS.value).order_by("pk"))
    lead = [
        ["届出", notification.what.name],
        ["受理年月日", day_words(notification.decided_on)],
        ["届出人", notification.notified_by],
    ]
    people = [person_block(party) for party in parties]
    return Content(
        template=TEMPLATES[wanted.kind.code],
        title=wanted.kind.name,
        data={
            "title": wanted.kind.name,
            "lead": lead,
            "people": people,
            "notes": [],
            "statement": ACCEPTANCE_STATEMENT,
            "day": day_words(wanted.on),
            "who": mayor_of(notification.ward),
        },
        people={party.person_id: None for party in parties if party.person_id},
        lines=(*(label + value for label, value in lead), *lines_of(people)),
    )


def person_block(party: FamilyParty) -> dict[str, object]:
    register = named_by(party.domicile, party.first)
    rows = [["生年月日", day_words(party.birth)], ["本籍・筆頭者", register]]
    return {"head": ROLES[Role(party.role)], "name": party.name, "rows": [row for row in rows if row[1]]}


def lines_of(people: Iterable[dict[str, object]]) -> Iterable[str]:
    for person in people:
        yield f"{person['head']}{person['name']}"
        yield from (label + value for label, value in person["rows"])  # type: ignore[attr-defined]
