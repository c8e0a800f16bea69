"""Seal registration, verb by verb: state, record and what a person reads."""

import json
from datetime import date, timedelta

import pytest
from tests.town import Town

from jichi.domains.residents.actions.seals.apply_for_seal import (
    AlreadyRegistered,
    ApplicationIsOpen,
    AppliedBefore,
    NothingToChange,
    ReasonOfProxyMissing,
    WardNeedsNoProxy,
    WishNotConfirmed,
    apply_for_seal,
)
from jichi.domains.residents.actions.seals.cancel_seal import (
    NotThePersonsReason,
    RefusalNeedsReason,
    cancel_seal,
    refuse_application,
    withdraw_application,
)
from jichi.domains.residents.actions.seals.held import OtherWard
from jichi.domains.residents.actions.seals.inquire import (
    AnswerTooLate,
    NoRegistrySection,
    StillInTime,
    close_unanswered,
    send_inquiry,
    take_answer,
)
from jichi.domains.residents.actions.seals.keep_scan import (
    LikeOneInHousehold,
    NothingToScan,
    SameAsInHousehold,
    ScanHasChanged,
    confirm_scan,
    keep_scan,
)
from jichi.domains.residents.actions.seals.register_seal import (
    CardIsAnother,
    CardTaken,
    NoImpression,
    register_seal,
    replace_card,
)
from jichi.domains.residents.actions.seals.suspend_seal import CallbackMissing, resume_seal, suspend_seal
from jichi.domains.residents.actions.seals.verify_at_once import (
    GuarantorNotRegistered,
    OwnGuarantor,
    ProxyNeedsInquiry,
    verify_at_once,
)
from jichi.domains.residents.models import Person, SealAct, SealImpression, SealRegistration
from jichi.domains.residents.queries.seals import standing_seal
from jichi.domains.residents.rules.seal_cards import WrongCardNumber
from jichi.domains.residents.rules.seal_names import NameNotOnRecord
from jichi.domains.residents.rules.seal_rules import (
    AdultWardsCannot,
    GuardianMissing,
    GuardianshipTooOld,
    NotOnRegister,
    PhotoMissing,
    ProofsMissing,
    TooYoung,
)
from jichi.domains.residents.rules.seal_words import Ending, Loss
from jichi.domains.residents.rules.words import Standing
from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.deadlines.models import Deadline
from jichi.kernel.ledger.models import Event, PersonalField
from jichi.kernel.steps import WrongStep

from .seals import (
    DAY,
    LICENCE,
    application,
    applied,
    clerk_of,
    impression,
    registered,
    registry_section,
    scanned,
)
from .small_register import moved, resident

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(town: Town) -> Actor:
    registry_section(town)
    return clerk_of(town)


@pytest.fixture
def person(town: Town) -> Person:
    return resident(town)


def test_a_seal_is_registered_with_a_licence_and_its_card_handed_out(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = registered(town, person, clerk, card="１２３４-５６７８")
    assert (seal.step, seal.registered_on, seal.way) == ("registered", DAY, "photo")
    assert seal.cards.get().number == "12345678"
    assert standing_seal(person, DAY) == seal
    assert standing_seal(person, DAY - timedelta(days=1)) is None


def test_the_public_record_tells_of_no_seal(town: Town, clerk: Actor, person: Person) -> None:
    registered(town, person, clerk)
    last = Event.objects.filter(type="residents.register.kept").order_by("pk").last()
    act = SealAct.objects.get(verb="register_seal")
    assert last is not None
    assert last.public == {"act": act.number, "office": "14131"}
    assert act.number.startswith("22-")
    told = json.loads(PersonalField.objects.get(event=last, name="about").clear)
    assert told["person"] == person.number
    assert "見本" not in json.dumps(told, ensure_ascii=False)


def test_what_was_scanned_around_the_seal_is_thrown_away_when_it_is_registered(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = applied(town, person, clerk)
    scanned(seal, clerk)
    assert SealImpression.objects.get().before
    verify_at_once(actor=clerk, registration=seal, proofs=LICENCE, on=DAY)
    register_seal(actor=clerk, registration=seal, card="10000001", on=DAY)
    assert bytes(SealImpression.objects.get().before) == b""


def test_another_ward_registers_nothing(town: Town, person: Person) -> None:
    neighbour = clerk_of(town, other=True)
    with pytest.raises(NotAllowed):
        applied(town, person, neighbour)
    asked = application(town, person)
    there = type(asked)(**{**vars(asked), "ward": town.other_ward})
    with pytest.raises(OtherWard, match="その区の窓口"):
        apply_for_seal(actor=neighbour, application=there, on=DAY)


def test_fifteen_is_who_is_fifteen_with_the_end_of_the_day(town: Town, clerk: Actor) -> None:
    child = resident(town, birth=date(1998, 6, 5))
    with pytest.raises(TooYoung, match="2013年6月4日から登録できます"):
        applied(town, child, clerk)
    older = resident(town, birth=date(1998, 6, 4))
    assert applied(town, older, clerk).step == "applied"


def test_who_moved_away_registers_nothing(town: Town, clerk: Actor, person: Person) -> None:
    moved(person, town.ward, {"standing": Standing.REMOVED}, kind="move_out_confirmed", on=DAY)
    with pytest.raises(NotOnRegister, match="転入の届出"):
        applied(town, person, clerk)


def test_a_seal_says_a_name_on_the_record(town: Town, clerk: Actor, person: Person) -> None:
    with pytest.raises(NameNotOnRecord, match="見本　花子"):
        applied(town, person, clerk, "見本商店")


def test_the_wish_is_confirmed_first(town: Town, clerk: Actor, person: Person) -> None:
    with pytest.raises(WishNotConfirmed):
        applied(town, person, clerk, wishes_it=False)
    with pytest.raises(ReasonOfProxyMissing):
        applied(town, person, clerk, proxy="見本　次郎")


def test_one_application_at_a_time_and_the_same_form_only_once(
    town: Town, clerk: Actor, person: Person
) -> None:
    asked = application(town, person)
    first = apply_for_seal(actor=clerk, application=asked, on=DAY)
    with pytest.raises(AppliedBefore) as again:
        apply_for_seal(actor=clerk, application=asked, on=DAY)
    assert again.value.registration == first
    with pytest.raises(ApplicationIsOpen):
        applied(town, person, clerk)
    assert SealRegistration.objects.count() == 1


def test_a_second_seal_is_registered_only_in_place_of_the_first(
    town: Town, clerk: Actor, person: Person
) -> None:
    with pytest.raises(NothingToChange):
        applied(town, person, clerk, changes=True)
    old = registered(town, person, clerk)
    with pytest.raises(AlreadyRegistered):
        applied(town, person, clerk)
    new = registered(
        town, person, clerk, engraved="花子", card="10000002", made=impression("花子"), changes=True
    )
    old.refresh_from_db()
    assert (old.step, old.ended_because, old.ended_on) == ("replaced", Ending.REPLACED, DAY)
    assert old.cards.get().ended_on == DAY
    assert standing_seal(person, DAY) == new


def test_adult_wards_come_with_guardian_and_a_fresh_certificate_since_the_change(
    town: Town, clerk: Actor
) -> None:
    ward = resident(town)
    with pytest.raises(AdultWardsCannot):
        applied(town, ward, clerk, is_adult_ward=True)
    later = date(2020, 6, 30)
    asked = {"is_adult_ward": True, "guardian": "見本　後見"}

    def apply(**more: object) -> SealRegistration:
        return apply_for_seal(actor=clerk, application=application(town, ward, **more), on=later)  # type: ignore[arg-type]

    with pytest.raises(GuardianMissing):
        apply(is_adult_ward=True)
    with pytest.raises(GuardianshipTooOld, match="2020年6月29日まで"):
        apply(**asked, guardianship_certified_on=date(2020, 3, 29))
    with pytest.raises(WardNeedsNoProxy):
        apply(**asked, guardianship_certified_on=date(2020, 3, 30), proxy="見本　次郎", proxy_reason="病気")
    assert apply(**asked, guardianship_certified_on=date(2020, 3, 30)).guardian == "見本　後見"


def test_an_inquiry_is_answered_until_its_last_day(town: Town, clerk: Actor, person: Person) -> None:
    seal = applied(town, person, clerk)
    seal = send_inquiry(actor=clerk, registration=seal, on=DAY)
    clock = Deadline.objects.get()
    assert (seal.step, seal.answer_due_on, clock.due_on) == ("inquired", date(2013, 6, 23), date(2013, 6, 23))
    with pytest.raises(ProofsMissing):
        take_answer(actor=clerk, registration=seal, proofs=["insurance"], on=date(2013, 6, 23))
    with pytest.raises(AnswerTooLate):
        take_answer(actor=clerk, registration=seal, proofs=LICENCE, on=date(2013, 6, 24))
    seal = take_answer(actor=clerk, registration=seal, proofs=["insurance", "pension"], on=date(2013, 6, 23))
    assert (seal.step, seal.way) == ("verified", "inquiry")
    assert Deadline.objects.get().state == "met"


def test_an_inquiry_without_an_answer_is_closed_after_its_last_day(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = send_inquiry(actor=clerk, registration=applied(town, person, clerk), on=DAY)
    with pytest.raises(StillInTime):
        close_unanswered(actor=clerk, registration=seal, on=date(2013, 6, 23))
    seal = close_unanswered(actor=clerk, registration=seal, on=date(2013, 6, 24))
    assert (seal.step, seal.ended_because) == ("closed", Ending.NO_ANSWER)
    assert Deadline.objects.get().state == "cancelled"


def test_a_ward_without_a_registry_section_sends_no_inquiry(town: Town, person: Person) -> None:
    clerk = clerk_of(town)
    seal = applied(town, person, clerk)
    with pytest.raises(NoRegistrySection):
        send_inquiry(actor=clerk, registration=seal, on=DAY)


def test_at_the_counter_a_photograph_is_needed(town: Town, clerk: Actor, person: Person) -> None:
    seal = applied(town, person, clerk)
    with pytest.raises(PhotoMissing):
        verify_at_once(actor=clerk, registration=seal, proofs=["insurance", "pension"], on=DAY)
    other = applied(town, resident(town), clerk, proxy="見本　次郎", proxy_reason="入院中")
    with pytest.raises(ProxyNeedsInquiry):
        verify_at_once(actor=clerk, registration=other, proofs=LICENCE, on=DAY)


def test_a_guarantor_has_a_seal_in_force(town: Town, clerk: Actor, person: Person) -> None:
    guarantor = registered(
        town, resident(town, "実例　太郎"), clerk, engraved="実例", made=impression("実例")
    )
    seal = applied(town, person, clerk)
    with pytest.raises(GuarantorNotRegistered):
        verify_at_once(actor=clerk, registration=seal, guarantor_card="99999999", on=DAY)
    suspend_seal(actor=clerk, registration=guarantor, lost=Loss.CARD, identity="折り返し", on=DAY)
    with pytest.raises(GuarantorNotRegistered):
        verify_at_once(actor=clerk, registration=seal, guarantor_card="10000001", on=DAY)
    resume_seal(actor=clerk, registration=guarantor, proofs=LICENCE, on=DAY)
    seal = verify_at_once(actor=clerk, registration=seal, guarantor_card="10000001", on=DAY)
    assert (seal.way, seal.guarantor) == ("guarantor", guarantor)


def test_nobody_is_their_own_guarantor(town: Town, clerk: Actor, person: Person) -> None:
    registered(town, person, clerk)
    seal = applied(town, person, clerk, changes=True)
    with pytest.raises(OwnGuarantor):
        verify_at_once(actor=clerk, registration=seal, guarantor_card="10000001", on=DAY)


def test_only_what_the_clerk_has_seen_is_registered(town: Town, clerk: Actor, person: Person) -> None:
    seal = applied(town, person, clerk)
    verify_at_once(actor=clerk, registration=seal, proofs=LICENCE, on=DAY)
    with pytest.raises(NothingToScan):
        confirm_scan(actor=clerk, registration=seal, digest="", on=DAY)
    keep_scan(actor=clerk, registration=seal, impression=impression(), on=DAY)
    with pytest.raises(NoImpression):
        register_seal(actor=clerk, registration=seal, card="10000001", on=DAY)
    with pytest.raises(ScanHasChanged):
        confirm_scan(actor=clerk, registration=seal, digest="another", on=DAY)


def test_a_registered_impression_is_never_exchanged(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk)
    with pytest.raises(NothingToScan):
        keep_scan(actor=clerk, registration=seal, impression=impression("花子"), on=DAY)


def test_one_household_does_not_share_a_seal(town: Town, clerk: Actor, person: Person) -> None:
    registered(town, person, clerk)
    home = person.entries.get().household_id
    brother = resident(town, "見本　次郎", household=home, relationship="弟")
    seal = applied(town, brother, clerk)
    kept = keep_scan(actor=clerk, registration=seal, impression=impression(), on=DAY)
    with pytest.raises(SameAsInHousehold):
        confirm_scan(actor=clerk, registration=seal, digest=kept.digest, on=DAY)
    kept = keep_scan(actor=clerk, registration=seal, impression=impression(boldness=0.13), on=DAY)
    with pytest.raises(LikeOneInHousehold):
        confirm_scan(actor=clerk, registration=seal, digest=kept.digest, on=DAY)
    confirm_scan(actor=clerk, registration=seal, digest=kept.digest, on=DAY, differs=True)
    assert SealImpression.objects.get(registration=seal).confirmed_at is not None


def test_a_card_is_given_once(town: Town, clerk: Actor, person: Person) -> None:
    registered(town, person, clerk)
    other = resident(town, "実例　太郎")
    with pytest.raises(CardTaken):
        registered(town, other, clerk, engraved="実例", made=impression("実例"))
    assert standing_seal(other, DAY) is None
    seal = SealRegistration.objects.get(person=other)
    with pytest.raises(WrongCardNumber, match="4から12けた"):
        register_seal(actor=clerk, registration=seal, card="A1", on=DAY)


def test_a_worn_card_is_exchanged_for_another(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk)
    with pytest.raises(CardIsAnother):
        replace_card(actor=clerk, registration=seal, old_card="10000009", card="10000002", on=DAY)
    replace_card(actor=clerk, registration=seal, old_card="10000001", card="10000002", on=DAY)
    assert [card.number for card in seal.cards.filter(ended_on__isnull=True)] == ["10000002"]


def test_a_stop_by_telephone_says_how_the_caller_was_known(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk)
    with pytest.raises(CallbackMissing):
        suspend_seal(actor=clerk, registration=seal, lost=Loss.CARD, identity=" ", on=DAY)
    suspend_seal(
        actor=clerk, registration=seal, lost=Loss.BOTH, identity="登録の電話番号にかけ直した", on=DAY
    )
    assert standing_seal(person, DAY) is None
    assert (
        SealAct.objects.get(verb="suspend_seal").note == "印鑑登録証と印鑑の両方：登録の電話番号にかけ直した"
    )
    with pytest.raises(ProofsMissing):
        resume_seal(actor=clerk, registration=seal, proofs=[], on=DAY)
    resume_seal(actor=clerk, registration=seal, proofs=LICENCE, on=DAY)
    assert standing_seal(person, DAY) == seal


def test_a_registration_ends_on_the_persons_wish(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk)
    with pytest.raises(NotThePersonsReason):
        cancel_seal(actor=clerk, registration=seal, because=Ending.DIED, proofs=LICENCE, on=DAY)
    seal = cancel_seal(actor=clerk, registration=seal, because=Ending.CARD_LOST, proofs=LICENCE, on=DAY)
    assert (seal.step, seal.ended_because) == ("cancelled", Ending.CARD_LOST)
    assert standing_seal(person, DAY) is None
    with pytest.raises(WrongStep):
        suspend_seal(actor=clerk, registration=seal, lost=Loss.CARD, identity="折り返し", on=DAY)


def test_an_application_is_withdrawn_or_refused_with_a_reason(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = applied(town, person, clerk)
    scanned(seal, clerk)
    withdraw_application(actor=clerk, registration=seal, on=DAY)
    assert not SealImpression.objects.exists()
    seal = applied(town, person, clerk)
    with pytest.raises(RefusalNeedsReason):
        refuse_application(actor=clerk, registration=seal, because="", on=DAY)
    seal = refuse_application(actor=clerk, registration=seal, because="ゴム印で、変形しやすい。", on=DAY)
    assert (seal.step, seal.ended_because) == ("closed", Ending.REFUSED)
