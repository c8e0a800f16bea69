"""Transfer of the domicile, separation, changes of name, death, and what makes or ends nationality. Pure.

Law: 戸籍法 第21条, 第22条, 第23条, 第94条, 第100条, 第102条 to 第103条, 第107条, 第107条の2, 第108条, 第110条.
Of a designated city each ward is a municipality for the family register (第4条): into another ward the register is made anew.
"""

from .blocks import full_name
from .case import Case, Domicile, Listed, Party, Sheet
from .marriage import given_name
from .plan import CannotBeDrawn, Draft, Item, Plan, Target
from .words import Role


def subject_of(case: Case) -> Party:
    subject = case.party(Role.SUBJECT)
    if subject is None:
        raise CannotBeDrawn("parties", "a notification is about somebody")
    return subject


def sheet_of(party: Party) -> Sheet:
    if party.sheet is None:
        raise CannotBeDrawn("parties", "the person is in no register of this city")
    return party.sheet


def domicile_of(case: Case) -> Domicile:
    if case.domicile is None:
        raise CannotBeDrawn("domicile", "a new register needs a domicile")
    return case.domicile


def transfer(case: Case) -> Plan:
    """Within a ward the domicile alone changes; to another ward the register is made anew there and closed here."""
    draft = Draft(case)
    sheet, to = sheet_of(subject_of(case)), domicile_of(case)
    key = str(sheet.key)
    day = Item(code="transfer_on", day=case.on)
    if to.is_here and to.ward == sheet.ward:
        draft.moved[key] = to
        draft.write(key, "", "transfer", [day, Item(code="former_domicile", text=sheet.domicile.text)])
        return draft.done()
    target = draft.make(to, sheet.first, "transfer", follows=key, said=False)
    draft.write(key, "", "transfer", [day, Item(code="new_domicile", text=to.text), *draft.tail(sheet.ward)])
    if target.key:
        came = Item(code="former_domicile", text=sheet.domicile.text)
        draft.write(target.key, "", "transfer", [day, came, *draft.tail(to.ward)])
    for listed in sheet.listed:
        bring_along(draft, sheet, listed, target)
    return draft.done()


def bring_along(draft: Draft, sheet: Sheet, listed: Listed, target: Target) -> None:
    """All who are in the register, and its first person even when removed from it (戸籍法施行規則第37条第4号)."""
    name = listed.block.name
    if listed.block.is_listed:
        draft.write(str(sheet.key), str(listed.key), "", [], left_on=draft.case.on, left_why="transfer")
        draft.bring(listed, target, "", [], name=name, entered_why="transfer")
    elif listed.place == 1:
        left = {"left_on": listed.block.left_on, "left_why": listed.block.left_why}
        draft.bring(listed, target, "", [], name=name, entered_why="transfer", **left)


def separation(case: Case) -> Plan:
    draft = Draft(case)
    subject = subject_of(case)
    home = draft.make(domicile_of(case), subject.name, "separation")
    day = Item(code="separated_on", day=case.on)
    draft.leave(subject, "separation", [day, Item(code="new_domicile", text=home.domicile.text)])
    came = Item(code="former_register", text=subject.register_text)
    draft.enter(subject, home, "separation", [day, came], name=subject.name)
    return draft.done()


def surname_change(case: Case) -> Plan:
    """Of all who are in the register, by the first person and the spouse together."""
    draft = Draft(case)
    sheet = sheet_of(subject_of(case))
    said = [
        Item(code="changed_on", day=case.on),
        Item(code="change_why", text="戸籍法107条1項の届出"),
        Item(code="former_surname", text=sheet.surname),
        *draft.tail(sheet.ward),
    ]
    draft.write(str(sheet.key), "", "surname_change", said)
    for listed in sheet.members():
        name = full_name(case.new_name, listed.block.given_name)
        draft.write(str(sheet.key), str(listed.key), "", [], name=name)
    return draft.done()


def given_name_change(case: Case) -> Plan:
    draft = Draft(case)
    subject = subject_of(case)
    was = given_name(subject.name)
    said = [Item(code="changed_on", day=case.on), Item(code="former_given_name", text=was)]
    name = full_name(subject.name.partition("　")[0], case.new_name)
    draft.note(subject, "given_name_change", said, name=name)
    return draft.done()


def death(case: Case) -> Plan:
    said = [
        Item(code="died_on", day=case.on),
        Item(code="died_time", text=case.time),
        Item(code="died_at", text=case.place),
    ]
    return gone(case, said)


def missing(case: Case) -> Plan:
    """Who is adjudicated missing is held to have died (民法第31条)."""
    said = [Item(code="presumed_dead_on", day=case.on), Item(code="court_on", day=case.court_on)]
    return gone(case, said)


def gone(case: Case, said: list[Item]) -> Plan:
    """The member leaves; the spouse's entry says that the marriage ended."""
    draft = Draft(case)
    subject = subject_of(case)
    draft.leave(subject, case.kind.code, said)
    for spouse in spouses_of(subject):
        day = Item(code="spouse_died_on", day=case.on)
        draft.write(str(sheet_of(subject).key), str(spouse.key), "spouse_died", [day], spouse="")
    draft.tie("spouse", Role.SUBJECT, None, ends=True)
    return draft.done()


def spouses_of(subject: Party) -> list[Listed]:
    listed = subject.listed
    if listed is None or not subject.sheet or not listed.block.is_married:
        return []
    return [each for each in subject.sheet.heads() if each.key != listed.key and each.block.is_married]


def nationality_lost(case: Case) -> Plan:
    said = [Item(code="lost_on", day=case.on), Item(code="other_nationality", text=case.other_nationality)]
    draft = Draft(case)
    draft.leave(subject_of(case), "nationality_lost", said)
    return draft.done()


DAY_OF = {
    "first_registration": "registered_on",
    "naturalised": "naturalised_on",
    "nationality_acquired": "acquired_on",
}


def comes_new(case: Case) -> Plan:
    """Somebody who is in no register gets one (戸籍法第22条)."""
    draft = Draft(case)
    subject = subject_of(case)
    if subject.sheet:
        raise CannotBeDrawn("parties", "the person is in a register already")
    home = draft.make(domicile_of(case), subject.name, case.kind.code)
    said = [
        Item(code=DAY_OF[case.kind.code], day=case.on),
        Item(code="other_nationality", text=case.other_nationality),
    ]
    draft.enter(subject, home, case.kind.code, said, name=subject.name)
    return draft.done()
