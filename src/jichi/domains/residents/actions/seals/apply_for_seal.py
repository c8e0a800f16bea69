"""Take in an application to register a seal, or to change to another one."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Ward

from ...models import Person, SealRegistration
from ...permissions import May
from ...rules import seal_law
from ...rules.facts import Facts
from ...rules.seal_names import see_name
from ...rules.seal_rules import AdultWardsCannot, see_age, see_guardian
from .held import held_person, resident_on, rule, told


@dataclass(frozen=True, kw_only=True)
class SealApplication:
    """What the applicant says. `changes` when they have a seal already and want this one instead."""

    person: Person
    ward: Ward
    engraved: str
    wishes_it: bool
    is_adult_ward: bool = False
    guardian: str = ""
    guardianship_certified_on: date | None = None
    proxy: str = ""
    proxy_reason: str = ""
    changes: bool = False
    ticket: UUID = field(default_factory=uuid4)
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


class AppliedBefore(Refusal):
    """The same form sent twice; `registration` is what it became the first time."""

    code = "residents.seal.applied_before"
    message = gettext_lazy("この申請は、もう受け付けています。")

    def __init__(self, registration: SealRegistration) -> None:
        self.registration = registration
        super().__init__()


class AlreadyRegistered(Refusal):
    code = "residents.seal.already_registered"
    message = gettext_lazy(
        "この人は、もう印鑑を登録しています。登録できる印鑑は一人一個です。"
        "別の印鑑にするときは「今の印鑑から変更する」にしるしを付けてください。"
    )


class NothingToChange(Refusal):
    code = "residents.seal.nothing_to_change"
    message = gettext_lazy(
        "この人には、変更する登録がありません。「今の印鑑から変更する」のしるしを外してください。"
    )


class ApplicationIsOpen(Refusal):
    code = "residents.seal.application_is_open"
    message = gettext_lazy(
        "この人の申請は、もう一つ進んでいます。その申請を終えるか、取り下げてから、受け付けてください。"
    )


class WishNotConfirmed(Refusal):
    code = "residents.seal.wish_not_confirmed"
    message = gettext_lazy(
        "本人の意思を確かめていません。意思能力のない人は登録できません。確かめてから、しるしを付けてください。"
    )


class WardNeedsNoProxy(Refusal):
    code = "residents.seal.ward_needs_no_proxy"
    message = gettext_lazy(
        "成年被後見人の申請は、本人が窓口に来て、成年後見人が同行する場合に限ります。代理人による申請は受け付けられません。"
    )


class ReasonOfProxyMissing(Refusal):
    code = "residents.seal.reason_of_proxy_missing"
    message = gettext_lazy(
        "代理人による申請は、病気など、本人が来られないやむを得ない理由があるときに限ります。理由を記入してください。"
    )


@action(needs=May.REGISTER_SEAL, within="application", basis=seal_law.GUIDELINE)
def apply_for_seal(*, actor: Actor, application: SealApplication, on: date) -> SealRegistration:
    """Take in an application of a resident of this ward.

    Ledger: residents.register.kept
    Raises: NotOnRegister; OtherWard; BirthUnknown; TooYoung; NameNotOnRecord; AdultWardsCannot; GuardianMissing;
    GuardianshipToCome; GuardianshipTooOld; AlreadyRegistered; NothingToChange; ApplicationIsOpen; AppliedBefore;
    WishNotConfirmed; WardNeedsNoProxy; ReasonOfProxyMissing.
    """
    person = held_person(application.person.pk)
    if before := SealRegistration.objects.filter(ticket=application.ticket, person=person).first():
        raise AppliedBefore(before)
    facts = resident_on(person, on, ward=application.ward.code)
    see_person(application, facts, on)
    current = see_registrations(application, person)
    registration = written(application, person, current, on)
    told(registration, "apply_for_seal", on=on, changes=current.number if current else "")
    return registration


def see_person(application: SealApplication, facts: Facts, on: date) -> None:
    """Whether this person may register a seal that says this."""
    see_age(facts, rule(seal_law.AGE, on), on=on)
    if not application.wishes_it:
        raise WishNotConfirmed(fields={"wishes_it": str(WishNotConfirmed.message)})
    see_name(application.engraved, facts, former=law.at(on, seal_law.FORMER_NAMES).value)
    if application.is_adult_ward:
        see_adult_ward(application, on)
    if application.proxy and not application.proxy_reason:
        raise ReasonOfProxyMissing(fields={"proxy_reason": str(ReasonOfProxyMissing.message)})


def see_adult_ward(application: SealApplication, on: date) -> None:
    allowed = law.at(on, seal_law.ADULT_WARDS)
    if not allowed.value:
        raise AdultWardsCannot(source=allowed.source)
    if application.proxy:
        raise WardNeedsNoProxy(fields={"proxy": str(WardNeedsNoProxy.message)})
    see_guardian(
        guardian=application.guardian,
        certified_on=application.guardianship_certified_on,
        months=rule(seal_law.CERTIFICATE_MONTHS, on),
        on=on,
    )


def see_registrations(application: SealApplication, person: Person) -> SealRegistration | None:
    """The standing registration that is to be changed; None for a first one."""
    theirs = list(SealRegistration.objects.filter(person=person).exclude(step__in=("closed", "lapsed")))
    if any(each.is_open for each in theirs):
        raise ApplicationIsOpen
    current = next((each for each in theirs if each.is_standing), None)
    if current and not application.changes:
        raise AlreadyRegistered(fields={"changes": str(AlreadyRegistered.message)})
    if application.changes and current is None:
        raise NothingToChange(fields={"changes": str(NothingToChange.message)})
    return current


def written(
    application: SealApplication, person: Person, current: SealRegistration | None, on: date
) -> SealRegistration:
    """The row; should two counters write at once, the database lets one in."""
    row = SealRegistration(
        person=person,
        ward=application.ward,
        ticket=application.ticket,
        applied_on=on,
        engraved=application.engraved,
        proxy=application.proxy,
        proxy_reason=application.proxy_reason,
        guardian=application.guardian if application.is_adult_ward else "",
        guardianship_certified_on=application.guardianship_certified_on
        if application.is_adult_ward
        else None,
        replaces=current,
        is_demo=application.is_demo or person.is_demo,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as clash:
        raise ApplicationIsOpen from clash
    return row
