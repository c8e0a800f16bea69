"""Let somebody leave a case while it goes on for the others: one proposes, another confirms."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock

from ...models import CoveredPerson, Entry
from ...permissions import May
from ...queries.register import believed
from ...rules.protection_words import Covered
from ..holding import hold_households, hold_people
from .acts import done, held
from .lift_protection import LiftingHasNoReason, SecondPersonNeeded


class ApplicantStays(Refusal):
    code = "residents.applicant_stays_in_their_case"
    message = _(
        "申出者だけを外すことはできません。申出者が支援を求めなくなったときは、「解除・却下を求める」で全員の支援措置を終えてください。"
    )


class TellsWhereOthersLive(Refusal):
    code = "residents.record_tells_where_the_others_live"
    message = _(
        "この人の記録（前の住所をふくむ）に、まだ保護されている人のいまの住所が載っています。外すと、その住所がこの人の証明書からわかってしまうので、外せません。いまの住所が変わるまで待つか、全員の解除を求めてください。"
    )


class NobodyProposed(Refusal):
    code = "residents.nobody_proposed_the_leaving"
    message = _(
        "この人を外すことは、だれも求めていません。画面を開き直して、いまのようすを確かめてください。"
    )


class CaseHidesNobody(Refusal):
    code = "residents.case_hides_nobody"
    message = _("この支援措置は、すでに終わっています。")


@action(needs=May.PROTECT, within="covering")
def propose_leaving(*, actor: Actor, covering: CoveredPerson, on: date, because: str) -> CoveredPerson:
    """Propose that somebody leaves the case. Until another person confirms, they stay hidden like the others.

    Ledger: residents.register.kept
    Raises: CaseHidesNobody; ApplicantStays; TellsWhereOthersLive; LiftingHasNoReason; SecondPersonNeeded for a machine.
    """
    covering = still_covered(covering)
    refuse_uncovering(covering)
    if not because.strip():
        raise LiftingHasNoReason(
            fields={"because": str(_("理由と、本人の意思をどのように確かめたかを書いてください。"))}
        )
    if actor.account_id is None:
        raise SecondPersonNeeded(str(_("外すことは、人が求めて別の人が確認します。")))
    covering.leaving_proposed_by_id, covering.leaving_because = actor.account_id, because.strip()
    covering.save()
    tell(covering, "propose_leaving", on=on, note=because)
    return covering


@action(needs=May.DECIDE_PROTECTION, within="covering")
def confirm_leaving(*, actor: Actor, covering: CoveredPerson, on: date) -> CoveredPerson:
    """Confirm what another person proposed: from now on this case hides that one person no more. Nothing changes for the
    others; and where the records have come to tell their address meanwhile, nobody leaves.

    Ledger: residents.register.kept
    Raises: CaseHidesNobody; NobodyProposed; SecondPersonNeeded for who proposed it; ApplicantStays; TellsWhereOthersLive.
    """
    covering = proposed(covering)
    if actor.account_id is None or actor.account_id == covering.leaving_proposed_by_id:
        raise SecondPersonNeeded(
            str(_("求めた人とは別の人が確認してください。保護を外すには二人の確認が必要です。"))
        )
    refuse_uncovering(covering)
    covering.left_by_id, covering.left_on = actor.account_id, on
    covering.save()
    tell(covering, "confirm_leaving", on=on)
    return covering


@action(needs=May.DECIDE_PROTECTION, within="covering")
def keep_covered(*, actor: Actor, covering: CoveredPerson, on: date, because: str) -> CoveredPerson:
    """Turn the proposal down: the person stays covered.

    Ledger: residents.register.kept
    Raises: CaseHidesNobody; NobodyProposed.
    """
    covering = proposed(covering)
    covering.leaving_proposed_by, covering.leaving_because = None, ""
    covering.save()
    tell(covering, "keep_covered", on=on, note=because)
    return covering


def still_covered(covering: CoveredPerson) -> CoveredPerson:
    """People and households first, then the case: the order of every act; and the covering as it stands now."""
    people = covering.case.covered.values_list("person", flat=True)
    hold_households(person.pk for person in hold_people(people))
    case = held(covering.case)
    covering = lock(CoveredPerson.objects.filter(pk=covering.pk)).get()
    covering.case = case
    if not case.blocks or covering.left_on:
        raise CaseHidesNobody
    return covering


def proposed(covering: CoveredPerson) -> CoveredPerson:
    covering = still_covered(covering)
    if covering.leaving_proposed_by_id is None:
        raise NobodyProposed
    return covering


def refuse_uncovering(covering: CoveredPerson) -> None:
    """Whoever leaves must not take the others' address into the open, in any line of their record.

    Law: 住民基本台帳事務処理要領 第5-10.
    """
    if covering.as_what == Covered.APPLICANT:
        raise ApplicantStays
    others = covering.case.covered.filter(left_on__isnull=True).exclude(pk=covering.pk)
    now = believed(
        Entry.objects.filter(person__in=others.values("person"), until__isnull=True, town__isnull=False)
    )
    homes = set(now.values_list("town", "lot"))
    told = set(Entry.objects.filter(person=covering.person_id).values_list("town", "lot"))
    if homes & told:
        raise TellsWhereOthersLive


def tell(covering: CoveredPerson, verb: str, *, on: date, note: str = "") -> None:
    """Into the case's history with the person's number: names stand in the register only."""
    done(covering.case, verb, on=on, note=f"{covering.person.number} {note.strip()}".strip())
