"""The inquiry (照会書): sent to the person's address, answered in time with proofs, or closed unanswered."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.calendar import Period, Unit
from jichi.kernel.deadlines.clocks import Duty, cancel, meet, start
from jichi.kernel.deadlines.models import Deadline
from jichi.kernel.deadlines.queries import open_deadline
from jichi.kernel.law.shelf import law
from jichi.kernel.places.models import Section

from ...models import SealRegistration
from ...permissions import May
from ...rules import seal_law
from ...rules.seal_rules import see_proofs
from ...rules.seal_words import Ending, Way
from ...states import SEAL
from .ending import ended
from .held import held, resident_on, rule, told

# What the public record says of the clock: that something is awaited, and not what.
KIND = "residents.answer"


class NoRegistrySection(Refusal):
    code = "residents.seal.no_registry_section"
    message = _(
        "この区の区民課が登録されていないため、期限の担当を決められません。管理者に知らせてください。"
    )


class AnswerTooLate(Refusal):
    code = "residents.seal.answer_too_late"
    message = _(
        "回答の期限を過ぎています。この申請は終えて、あらためて申請してもらってください（期限は照会書に書かれています）。"
    )


class StillInTime(Refusal):
    code = "residents.seal.still_in_time"
    message = _("回答の期限はまだ来ていません。期限の日が過ぎるまで、申請は終えられません。")


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def send_inquiry(*, actor: Actor, registration: SealRegistration, on: date) -> SealRegistration:
    """Send the inquiry to the address on the record; the time to answer begins with this day.

    Ledger: residents.register.kept, deadlines.deadline.started
    Raises: WrongStep; NotOnRegister; OtherWard; NoRegistrySection.
    """
    registration = held(registration)
    registration.step = SEAL.after(registration.step, "send_inquiry")
    resident_on(registration.person, on, ward=registration.ward_id)
    because = told(registration, "send_inquiry", on=on)
    clock = start(duty=duty_of(registration), rule=answer_period(on), from_day=on, because=because)
    registration.way, registration.inquired_on = Way.INQUIRY, on
    registration.answer_due_on = clock.due_on
    registration.save()
    return registration


def answer_period(on: date) -> Period:
    """「送付した日から起算して」: the day of sending is the first."""
    days = law.at(on, seal_law.ANSWER_DAYS)
    return Period(length=days.value, unit=Unit.DAY, basis=days.source[:200], first_day_counts=True)


def duty_of(registration: SealRegistration) -> Duty:
    return Duty(
        kind=KIND,
        subject=registration.number,
        title="印鑑登録の照会への回答を待つ",
        url=f"/residents/seals/{registration.public_id}/",
        owner=registry_of(registration),
        waits_for=Role.REGISTRY_CLERK,
        law_key=seal_law.ANSWER_DAYS.key,
        calendar_title="区民課への回答の期限",
        is_demo=registration.is_demo,
    )


def registry_of(registration: SealRegistration) -> Section:
    """The residents' section (区民課) of the ward."""
    found = Section.objects.filter(bureau__ward=registration.ward_id, name="区民課").first()
    if found is None:
        raise NoRegistrySection
    return found


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def take_answer(
    *, actor: Actor, registration: SealRegistration, proofs: Collection[str], on: date
) -> SealRegistration:
    """Take the answer that the person, or their proxy, brings in time, with proof of who they are.

    Ledger: residents.register.kept, deadlines.deadline.met
    Raises: WrongStep; AnswerTooLate; ProofsMissing; NotOnRegister; OtherWard.
    """
    registration = held(registration)
    registration.step = SEAL.after(registration.step, "take_answer")
    if registration.answer_due_on is None or on > registration.answer_due_on:
        raise AnswerTooLate
    resident_on(registration.person, on, ward=registration.ward_id)
    see_proofs(proofs, photo=rule(seal_law.PHOTO_PAPERS, on), other=rule(seal_law.OTHER_PAPERS, on))
    registration.answered_on, registration.proofs = on, " ".join(sorted(proofs))
    registration.save()
    told(registration, "take_answer", on=on, proofs=registration.proofs)
    if clock := clock_of(registration):
        meet(deadline=clock, on=on)
    return registration


@action(needs=May.REGISTER_SEAL, within="registration", basis=seal_law.GUIDELINE)
def close_unanswered(*, actor: Actor, registration: SealRegistration, on: date) -> SealRegistration:
    """Close an application whose inquiry nobody answered in time.

    Ledger: residents.register.kept, deadlines.deadline.cancelled
    Raises: WrongStep; StillInTime.
    """
    registration = held(registration)
    step = SEAL.after(registration.step, "close_unanswered")
    if registration.answer_due_on is None or on <= registration.answer_due_on:
        raise StillInTime
    ended(registration, step, Ending.NO_ANSWER, on)
    told(registration, "close_unanswered", on=on)
    stop_clock(registration, on)
    return registration


def clock_of(registration: SealRegistration) -> Deadline | None:
    return open_deadline(kind=KIND, subject=registration.number)


def stop_clock(registration: SealRegistration, on: date) -> None:
    """The answer is no longer awaited."""
    if clock := clock_of(registration):
        cancel(deadline=clock, on=on, because="回答を待つ必要がなくなった")
