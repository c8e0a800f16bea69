"""Take an application for protection: it hides the people at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Ward

from ...models import Person, ProtectionCase
from ...permissions import May
from ...rules.protection_words import Covered, Harm, Opinion
from ..holding import hold_households, hold_people
from .acts import done
from .covering import cover, cover_household


class NamedIsCovered(Refusal):
    code = "residents.named_is_covered"


@dataclass(frozen=True, kw_only=True)
class Application:
    """An application as it was handed in. `joint` are people who ask for protection together with the applicant."""

    ward: Ward
    applicant: Person
    harm: Harm
    named_name: str
    named_address: str = ""
    named_person: Person | None = None
    joint: Sequence[Person] = field(default_factory=tuple)
    opinion: Opinion = Opinion.NOT_YET
    opinion_of: str = ""
    opinion_on: date | None = None
    contact: str = ""
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


@action(needs=May.PROTECT, within="application")
def apply_for_protection(*, actor: Actor, application: Application, on: date) -> ProtectionCase:
    """Open a case and hide the people from this moment, before anything is confirmed (仮の支援措置).

    Whoever lives with them is hidden too, but for the person named.

    Ledger: residents.register.kept
    Raises: NamedIsCovered.
    """
    asking = [application.applicant, *application.joint]
    if application.named_person and application.named_person in asking:
        raise NamedIsCovered(
            fields={
                "named_number": _("相手方が、支援を求める人の中にいます。宛名番号を確かめてください。"),
            }
        )
    held = hold_people(person.pk for person in asking)
    hold_households(person.pk for person in held)
    case = opened(application, actor, on)
    cover(case, [application.applicant], as_what=Covered.APPLICANT, on=on)
    cover(case, application.joint, as_what=Covered.JOINT, on=on)
    cover_household(case, asking, on=on)
    done(case, "apply_for_protection", on=on)
    return case


def opened(application: Application, actor: Actor, on: date) -> ProtectionCase:
    return ProtectionCase.objects.create(
        ward=application.ward,
        applicant=application.applicant,
        harm=application.harm.value,
        named_name=application.named_name.strip(),
        named_address=application.named_address.strip(),
        named_person=application.named_person,
        opinion=application.opinion.value,
        opinion_of=application.opinion_of.strip(),
        opinion_on=application.opinion_on,
        contact=application.contact.strip(),
        applied_on=on,
        applied_at=now(),
        received_by_id=actor.account_id,
        is_demo=application.is_demo,
    )
