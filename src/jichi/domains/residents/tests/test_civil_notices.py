"""身分証明書 and the notices that stand against it: entered, ended, kept, and told to nobody who need not know."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from tests.town import Town

from jichi.domains.residents.actions.hand_out_certificate import RecordHasChanged, hand_out_certificate
from jichi.domains.residents.actions.notices.end_civil_notice import end_civil_notice
from jichi.domains.residents.actions.notices.enter_civil_notice import Notice, enter_civil_notice
from jichi.domains.residents.models import Certificate, CivilNotice, FamilyMember, Person
from jichi.domains.residents.rules.certificates.of_family import NoFamilyRegister
from jichi.domains.residents.rules.civil_notices import (
    Ended,
    MustBeSeen,
    NoRegisterHere,
    NoticeDays,
    NoticeEnded,
    NoticeKind,
    NoticeStands,
)
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.documents.models import Document
from jichi.kernel.ledger.models import Event, PersonalField

from .certificate_desk import TODAY, clerk, issued, office, paper_of
from .small_family import parents_and
from .small_register import REGISTRY, resident
from .test_certificate_pages import asked, desk, form_page
from .test_handing_out import protect

__all__ = ["office"]
pytestmark = pytest.mark.django_db
COURT = "見本地方裁判所"
SENTENCES = (
    "禁治産又は準禁治産の宣告の通知を受けていない。",
    "後見の登記の通知を受けていない。",
    "破産宣告又は破産手続開始決定の通知を受けていない。",
)


@pytest.fixture
def taro(office: Town) -> FamilyMember:
    return parents_and(office, "見本", "太郎", "1", date(1985, 3, 3))


def notice(office: Town, person: Person, **more: object) -> CivilNotice:
    told = {
        "kind": NoticeKind.BANKRUPTCY,
        "sender": COURT,
        "happened_on": date(2014, 4, 1),
        "received_on": date(2014, 4, 10),
        "ward": office.ward,
        **more,
    }
    return enter_civil_notice(actor=REGISTRY, notice=Notice(person=person, **told), on=TODAY)  # type: ignore[arg-type]


def ended(entered: CivilNotice, because: Ended = Ended.RESTORED, on: date = TODAY) -> CivilNotice:
    return end_civil_notice(
        actor=REGISTRY, notice=entered, because=because, end_on=on, on=TODAY, sender=COURT
    )


def test_of_whom_nothing_is_held_the_paper_says_so_in_the_name_of_the_ward_of_the_register(
    office: Town, taro: FamilyMember
) -> None:
    paper = paper_of(issued(office, taro.person, by=clerk(office), kind="identity"))
    told = ("身分証明書", "氏名見本太郎", "昭和60年3月3日", "筆頭者", "川崎市川崎区長", *SENTENCES)
    assert [each for each in told if not paper.says(each)] == []


def test_whoever_has_no_register_here_is_sent_to_where_it_is(office: Town) -> None:
    with pytest.raises(NoFamilyRegister, match="本籍のある市区町村"):
        issued(office, resident(office), by=clerk(office), kind="identity")


@pytest.mark.parametrize("kind", list(NoticeKind))
def test_of_whom_a_notice_is_held_no_paper_is_made_and_the_clerk_is_told_what_to_do(
    office: Town, taro: FamilyMember, kind: NoticeKind
) -> None:
    notice(office, taro.person, kind=kind)
    with pytest.raises(MustBeSeen, match="川崎区の戸籍の担当に引き継いで") as refused:
        issued(office, taro.person, by=clerk(office), kind="identity")
    assert not any(word in str(refused.value) for word in ("破産", "禁治産", "後見", COURT))
    assert not Certificate.objects.exists()
    assert not Document.objects.exists()


def test_the_desk_says_it_before_money_is_taken_and_without_what_is_held(
    office: Town, taro: FamilyMember
) -> None:
    notice(office, taro.person)
    browser = desk(office, taro.person)
    answer = browser.post(form_page(taro.person), asked(taro.person, kind="identity", members=[]))
    page = answer.content.decode()
    assert (answer.status_code, "引き継いで" in page, COURT in page) == (422, True, False)


@pytest.mark.parametrize("because", list(Ended))
def test_a_notice_that_ended_stays_on_the_register_and_the_paper_is_made(
    office: Town, taro: FamilyMember, because: Ended
) -> None:
    kept = ended(notice(office, taro.person), because)
    assert (kept.stands, kept.end_reason, kept.ended_by != "") == (False, because, True)
    assert paper_of(issued(office, taro.person, by=clerk(office), kind="identity")).says(SENTENCES[2])
    assert CivilNotice.objects.count() == 1


def test_a_notice_that_came_while_the_paper_lay_there_stops_it(office: Town, taro: FamilyMember) -> None:
    made = issued(office, taro.person, by=clerk(office), kind="identity")
    notice(office, taro.person)
    with pytest.raises(RecordHasChanged):
        hand_out_certificate(actor=clerk(office), certificate=made, on=TODAY)


def test_what_is_refused_when_a_notice_is_entered_or_ended(office: Town, taro: FamilyMember) -> None:
    with pytest.raises(NoRegisterHere):
        notice(office, resident(office))
    with pytest.raises(NoRegisterHere):
        notice(office, taro.person, ward=office.other_ward)
    with pytest.raises(NoticeDays):
        notice(office, taro.person, received_on=date(2014, 3, 1))
    entered = notice(office, taro.person)
    with pytest.raises(NoticeStands):
        notice(office, taro.person)
    with pytest.raises(NoticeDays):
        ended(entered, on=date(2013, 1, 1))
    ended(entered)
    with pytest.raises(NoticeEnded):
        ended(entered)


def test_the_database_holds_one_standing_notice_of_a_kind(office: Town, taro: FamilyMember) -> None:
    row = notice(office, taro.person)
    row.pk, row.public_id = None, uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_public_record_tells_neither_of_whom_nor_what(office: Town, taro: FamilyMember) -> None:
    ended(notice(office, taro.person))
    events = Event.objects.filter(type="residents.register.kept").order_by("-pk")[:2]
    said = " ".join(str(event.public) + event.basis for event in events)
    assert not any(word in said for word in ("notice", "bankruptcy", taro.person.number, COURT))
    verbs = PersonalField.objects.filter(event__in=[event.pk for event in events], name="verb")
    assert {each.clear for each in verbs} == {"enter_civil_notice", "end_civil_notice"}


def notices_page(person: Person) -> str:
    return f"/residents/people/{person.public_id}/notices/"


def test_a_clerk_of_the_family_desk_enters_and_ends_a_notice(office: Town, taro: FamilyMember) -> None:
    browser = desk(office, taro.person)
    told = {
        "kind": "bankruptcy",
        "sender": COURT,
        "sender_number": "平成26年(フ)第1号",
        "happened_on": "2014-04-01",
        "received_on": "2014-04-10",
        "stage": "act",
    }
    page = browser.post(notices_page(taro.person), told, follow=True).content.decode()
    assert all(each in page for each in (COURT, "続いている", "平成26年(フ)第1号"))
    address = f"/residents/family/notices/{CivilNotice.objects.get().public_id}/end/"
    missing = browser.post(address, {"because": "restored", "end_on": "2014-05-01", "stage": "act"})
    assert "だれが知らせたか" in missing.content.decode()
    told = {"because": "restored", "end_on": "2014-05-01", "sender": COURT, "stage": "act"}
    assert "復権した" in browser.post(address, told, follow=True).content.decode()
    assert browser.get(address).status_code == 404


@pytest.mark.parametrize(
    "role", [role for role in Role if role not in (Role.REGISTRY_CLERK, Role.REGISTRY_CHIEF)]
)
def test_nobody_else_sees_that_there_is_a_notice(office: Town, taro: FamilyMember, role: Role) -> None:
    row = notice(office, taro.person)
    browser = office.browser(office.staff(role, ward=office.ward))
    pages = (notices_page(taro.person), f"/residents/family/notices/{row.public_id}/end/")
    assert [browser.get(page).status_code for page in pages] == [404, 404]


def test_another_wards_clerk_reads_with_a_reason_and_enters_nothing(office: Town, taro: FamilyMember) -> None:
    row = notice(office, taro.person)
    stranger = office.staff(Role.REGISTRY_CLERK, ward=office.other_ward)
    assert office.browser(stranger).get(notices_page(taro.person)).status_code == 302
    with pytest.raises(NotAllowed):
        end_civil_notice(
            actor=office.actor(stranger), notice=row, because=Ended.MISTAKE, end_on=TODAY, on=TODAY
        )


def test_of_a_protected_person_a_clerk_reads_no_notice(office: Town) -> None:
    member = parents_and(office, "実例", "花子", "2", date(1986, 4, 4), lot="2番")
    notice(office, member.person)
    browser = desk(office, member.person)
    protect(office, member.person)
    answer = browser.get(notices_page(member.person))
    assert (answer.status_code, COURT in answer.content.decode()) == (302, False)
