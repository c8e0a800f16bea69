"""Family registers of the demo: two families, a marriage, a birth, a transfer, and what still waits. Nobody of them exists."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.places.models import Town, Ward

from ..actions.family.accept_family_notification import accept_family_notification
from ..actions.family.correct_member_block import BlockCorrection, correct_member_block
from ..actions.family.family_intake import FamilyIntake, Named
from ..actions.family.make_family_register import OldEntry, OldMember, OldRegister, make_family_register
from ..actions.family.non_acceptance import Request, file_non_acceptance_request
from ..actions.family.receive_family_notification import receive_family_notification
from ..actions.notices.end_civil_notice import end_civil_notice
from ..actions.notices.enter_civil_notice import Notice, enter_civil_notice
from ..actions.put_on_register import Newcomer, put_on_register
from ..actions.writing import Intake
from ..models import FamilyMember, FamilyRegister, Person
from ..queries.family_sheets import domicile_at, records_now
from ..rules.civil_notices import Ended, NoticeKind
from ..rules.family.blocks import Block
from ..rules.family.correcting import Authority, Ground
from ..rules.family.plan import Item
from ..rules.family.words import Choice, Role
from ..rules.words import HEAD, Sex
from .story import REGISTRY, id_of

KAWASAKI, SAIWAI = ("14131", "砂子一丁目"), ("14132", "南加瀬一丁目")
MADE, WEDDING, BORN, MOVED = date(2008, 10, 4), date(2012, 6, 10), date(2013, 5, 5), date(2014, 4, 7)
CORRECTED = date(2014, 4, 10)
WITNESSES = (
    Named(role=Role.WITNESS, name="デモ証　一郎", birth=date(1950, 1, 1)),
    Named(role=Role.WITNESS, name="デモ証　和子", birth=date(1952, 2, 2)),
)


def play() -> str:
    if FamilyRegister.objects.filter(is_demo=True).exists():
        return _("デモの戸籍は、もう入っています。")
    groom = member(family_of("デモ岡", "デモ岡　健太", Sex.MALE, date(1984, 8, 8), KAWASAKI, "1番地1"))
    bride = member(family_of("デモ﨑", "デモ﨑　めぐみ", Sex.FEMALE, date(1986, 9, 9), SAIWAI, "7番地2"))
    wedding(groom, bride)
    living_together(groom, bride)
    birth(groom, bride)
    transfer(groom, bride)
    correction(groom)
    waiting(groom)
    noticed(groom.person)
    return _("デモの戸籍：%(registers)sつの戸籍と、婚姻・出生・転籍の届出を入れました（実在しません）。") % {
        "registers": FamilyRegister.objects.filter(is_demo=True).count()
    }


def noticed(person: Person) -> None:
    """A bankruptcy of long ago from which he was discharged: his 身分証明書 is made all the same."""
    told = Notice(
        person=person,
        ward=Ward.objects.get(code=KAWASAKI[0]),
        kind=NoticeKind.BANKRUPTCY,
        sender=_("デモ地方裁判所"),
        happened_on=date(2009, 1, 8),
        received_on=date(2009, 1, 15),
        is_demo=True,
    )
    entered = enter_civil_notice(actor=REGISTRY, notice=told, on=date(2009, 1, 15))
    end_civil_notice(
        actor=REGISTRY,
        notice=entered,
        because=Ended.RESTORED,
        end_on=date(2009, 6, 3),
        on=date(2009, 6, 10),
        sender=_("デモ地方裁判所"),
    )


def place(where: tuple[str, str]) -> Town:
    return Town.objects.select_related("ward").get(ward=where[0], name=where[1], hamlet="")


def family_of(
    surname: str, name: str, sex: Sex, born: date, where: tuple[str, str], lot: str
) -> FamilyRegister:
    """A couple with one grown child, as they were when registers were computerised."""
    man = Block(name=f"{surname}　茂", birth=date(1955, 3, 3), sex=Sex.MALE, spouse="夫")
    woman = Block(name=f"{surname}　幸子", birth=date(1957, 4, 4), sex=Sex.FEMALE, spouse="妻")
    child = Block(
        name=name,
        birth=born,
        sex=sex,
        father=f"{surname}茂",
        mother=f"{surname}幸子",
        relation="長男" if sex is Sex.MALE else "長女",
    )
    why = Item(code="remade_why", text="平成6年法務省令第51号附則第2条第1項による改製")
    old = OldRegister(
        domicile=domicile_at(place(where), lot),
        members=[as_told(block) for block in (man, woman, child)],
        why="remade",
        made_on=MADE,
        items=[Item(code="remade_on", day=MADE), why],
        is_demo=True,
    )
    return make_family_register(actor=REGISTRY, old=old, on=MADE)


def as_told(block: Block) -> OldMember:
    assert block.birth
    born = [Item(code="born_on", day=block.birth), Item(code="born_at", text="川崎市デモ区")]
    entries = [OldEntry(kind="birth", happened_on=block.birth, items=born)]
    if block.spouse:
        wed = date(1982, 11, 11)
        entries.append(OldEntry(kind="marriage", happened_on=wed, items=[Item(code="married_on", day=wed)]))
    return OldMember(block=block, entries=entries)


def member(register: FamilyRegister) -> FamilyMember:
    return register.members.select_related("person").get(place=3)


def named(person: Person, role: Role, **more: Any) -> Named:
    """As the form names who is in a register."""
    rows = records_now().filter(member__person=person, left_on__isnull=True, entered_on__isnull=False)
    row = rows.get()
    return Named(role=role, name=row.name, birth=row.birth, sex=row.sex, **{"appeared": True, **more})


def accepted(kind: str, *parties: Named, on: date, notified_by: str, **more: Any) -> None:
    ward = Ward.objects.get(code=KAWASAKI[0])
    intake = FamilyIntake(
        kind=kind,
        ward=ward,
        parties=parties,
        notified_by=notified_by,
        proofs="運転免許証（デモ）",
        is_demo=True,
        **more,
    )
    notification = receive_family_notification(actor=REGISTRY, intake=intake, on=on)
    accept_family_notification(actor=REGISTRY, notification=notification, on=on)


def wedding(groom: FamilyMember, bride: FamilyMember) -> None:
    parties = named(groom.person, Role.HUSBAND), named(bride.person, Role.WIFE), *WITNESSES
    said = {"choice": Choice.HUSBANDS_NAME, "new_town": place(KAWASAKI), "new_lot": "5番地3"}
    accepted("marriage", *parties, on=WEDDING, notified_by="夫と妻", **said)


def living_together(groom: FamilyMember, bride: FamilyMember) -> None:
    """On the resident register too, so that it follows what comes."""
    town = place(KAWASAKI)
    home = {
        "town": town.pk,
        "lot": "5番3-201号",
        "building": "デモハイム",
        "came_from": "神奈川県横浜市デモ区",
    }
    home |= {"address_since": WEDDING, "resident_since": WEDDING, "domicile_first": "デモ岡　健太"}
    home |= {"domicile": domicile_at(town, "5番地3").text}
    his = {"name": "デモ岡　健太", "kana": "でもおか　けんた", "birth": date(1984, 8, 8), "sex": Sex.MALE}
    hers = {
        "name": "デモ岡　めぐみ",
        "kana": "でもおか　めぐみ",
        "birth": date(1986, 9, 9),
        "sex": Sex.FEMALE,
    }
    intake = Intake(kind="moved_in", happened_on=WEDDING, ward=town.ward, is_demo=True)
    put_on_register(
        actor=REGISTRY,
        intake=intake,
        household=id_of("household/newlyweds"),
        newcomers=[
            Newcomer(public_id=groom.person.public_id, items={**home, **his, "relationship": HEAD}),
            Newcomer(public_id=bride.person.public_id, items={**home, **hers, "relationship": "妻"}),
        ],
    )


def birth(groom: FamilyMember, bride: FamilyMember) -> None:
    child = Named(role=Role.CHILD, name="陽向", kana="ひなた", birth=BORN, sex=Sex.MALE)
    parties = child, named(groom.person, Role.FATHER), named(bride.person, Role.MOTHER)
    said = {"happened_on": BORN, "place": "川崎市デモ区", "relation": "長男"}
    accepted("birth", *parties, on=date(2013, 5, 13), notified_by="父", **said)


def transfer(groom: FamilyMember, bride: FamilyMember) -> None:
    """To another ward: the register is made anew there, and the former one becomes a removed register."""
    parties = named(groom.person, Role.SUBJECT), named(bride.person, Role.SPOUSE)
    accepted("transfer", *parties, on=MOVED, notified_by="夫と妻", new_town=place(SAIWAI), new_lot="9番地")


def correction(groom: FamilyMember) -> None:
    """The mother's day of birth was written wrong when the register was computerised."""
    mother = groom.register.members.get(place=2)
    told = BlockCorrection(
        member=mother,
        items={"birth": date(1957, 4, 14)},
        authority=Authority(ground=Ground.CLEAR, why="移記の際の誤記", source="改製原戸籍の記載（デモ）"),
        seen=records_now().get(member=mother).pk,
    )
    correct_member_block(actor=REGISTRY, correction=told, on=CORRECTED)


def waiting(groom: FamilyMember) -> None:
    """A notification that is still to be decided, and a request not to accept."""
    father = groom.register.members.select_related("person").get(place=1).person
    ward = Ward.objects.get(code=KAWASAKI[0])
    request = Request(person=father, kind="divorce", ward=ward, proofs="旅券（デモ）", is_demo=True)
    file_non_acceptance_request(actor=REGISTRY, request=request, on=date(2014, 4, 21))
    mother = groom.register.members.select_related("person").get(place=2).person
    parties = named(father, Role.HUSBAND, appeared=False), named(mother, Role.WIFE), *WITNESSES
    intake = FamilyIntake(
        kind="divorce",
        ward=ward,
        parties=parties,
        notified_by="妻",
        choice=Choice.NEW_REGISTER,
        new_town=place(SAIWAI),
        new_lot="3番地",
        is_demo=True,
    )
    receive_family_notification(actor=REGISTRY, intake=intake, on=date(2014, 4, 28))
