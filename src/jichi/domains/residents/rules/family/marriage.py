"""Marriage and divorce: who leaves which register and where they go. Pure.

Law: 戸籍法 第16条 (a couple's register), 第19条 (taking back a surname), 第77条の2 (keeping it), 第23条 (leaving);
民法 第750条, 第767条.
"""

from ..countries import country_name
from .blocks import full_name
from .case import Case, Party
from .plan import CannotBeDrawn, Draft, Item, Plan, Target, target_of
from .words import HUSBAND, WIFE, Choice, Role

MARK = {Role.HUSBAND: HUSBAND, Role.WIFE: WIFE}


def marriage(case: Case) -> Plan:
    draft = Draft(case)
    owner, other = owner_and_other(case)
    home = home_of(draft, owner, other)
    stays = not home.is_new and owner.listed is not None
    for party, spouse in ((owner, other), (other, owner)):
        if not party.is_foreign:
            wed(draft, party, spouse, home, stays=stays and party is owner)
    draft.tie("spouse", owner.role, other.role)
    return draft.done()


def owner_and_other(case: Case) -> tuple[Party, Party]:
    """Whose surname the couple bears, and the other. Who marries a foreigner keeps theirs (戸籍法第16条第3項)."""
    husband, wife = case.party(Role.HUSBAND), case.party(Role.WIFE)
    if husband is None or wife is None:
        raise CannotBeDrawn("parties", "a marriage has a husband and a wife")
    if husband.is_foreign or (case.choice is Choice.WIFES_NAME and not wife.is_foreign):
        return wife, husband
    return husband, wife


def home_of(draft: Draft, owner: Party, other: Party) -> Target:
    """The register of who is first in one already stays the couple's; else a new one is made (第16条第1項ただし書, 第2項)."""
    if owner.sheet and owner.is_first:
        return target_of(owner.sheet)
    if draft.case.domicile is None:
        raise CannotBeDrawn("domicile", "a new register needs a domicile")
    return draft.make(draft.case.domicile, owner.name, "marriage")


def wed(draft: Draft, party: Party, spouse: Party, home: Target, *, stays: bool) -> None:
    said = [
        Item(code="married_on", day=draft.case.on),
        Item(code="spouse", text=spouse.plain_name),
        *of_foreigner(spouse),
    ]
    if stays:
        draft.note(party, "marriage", said, spouse=MARK[party.role])
        return
    went = Item(code="new_domicile" if home.is_new else "entered_register", text=where(home))
    borne = Item(
        code="surname", text="夫の氏" if home.first.startswith(surname_of_husband(draft.case)) else "妻の氏"
    )
    draft.leave(party, "marriage", [*said, went, borne])
    came = Item(code="former_register", text=party.register_text)
    name = full_name(home.surname, given_name(party.name))
    owner = owner_and_other(draft.case)[0]
    beside = party is not owner
    draft.enter(party, home, "marriage", [*said, came], name=name, spouse=MARK[party.role], beside=beside)


def surname_of_husband(case: Case) -> str:
    husband = case.party(Role.HUSBAND)
    return husband.name.partition("　")[0] if husband else ""


def where(home: Target) -> str:
    return home.domicile.text if home.is_new else home.display


def given_name(name: str) -> str:
    return name.partition("　")[2] or name


def of_foreigner(spouse: Party) -> list[Item]:
    if not spouse.is_foreign:
        return []
    return [
        Item(code="spouse_nationality", text=country_name(spouse.nationality)),
        Item(code="spouse_birth", day=spouse.birth),
    ]


def divorce(case: Case) -> Plan:
    """Who took the other's surname goes: back, into a new register, or (keeping the name) into a new one too."""
    draft = Draft(case)
    husband, wife = case.party(Role.HUSBAND), case.party(Role.WIFE)
    if husband is None or wife is None:
        raise CannotBeDrawn("parties", "a divorce has a husband and a wife")
    for party, spouse in ((husband, wife), (wife, husband)):
        said = [Item(code=divorce_day(case), day=case.on), Item(code="spouse", text=spouse.plain_name)]
        if party.is_first or party.is_foreign or spouse.is_foreign:
            draft.note(party, "divorce", said, spouse="")
        elif party.sheet or party.before:
            part(draft, party, said)
    note_custody(draft)
    draft.tie("spouse", Role.HUSBAND, Role.WIFE, ends=True)
    return draft.done()


def divorce_day(case: Case) -> str:
    return "divorce_final_on" if case.court else "divorced_on"


def part(draft: Draft, party: Party, said: list[Item]) -> None:
    case = draft.case
    keeps = case.choice is Choice.KEEP_NAME
    name = party.name if keeps else party.before_name or party.name
    home = way_back(draft, party, name)
    went = Item(code="new_domicile" if home.is_new else "entered_register", text=where(home))
    draft.leave(party, "divorce", [*said, went], spouse="")
    came = Item(code="former_register", text=party.register_text)
    kind = "name_kept" if keeps else "divorce"
    kept = [Item(code="kept_on", day=case.accepted_on)] if keeps else []
    draft.enter(party, home, kind, [*said, *kept, came], name=name, spouse="")


def way_back(draft: Draft, party: Party, name: str) -> Target:
    """The former register, if it stands and that is the choice; else a new one (第19条第1項ただし書, 第3項)."""
    case = draft.case
    if case.choice is Choice.RETURN and party.before and party.before.in_force:
        return target_of(party.before)
    if case.domicile is None:
        raise CannotBeDrawn("domicile", "a new register needs a domicile")
    return draft.make(case.domicile, name, draft.case.kind.code)


def note_custody(draft: Draft) -> None:
    """Who has custody of the couple's minor children, who stay in the register where they are (民法第819条)."""
    case = draft.case
    if not case.custody:
        return
    sheet = next((party.sheet for party in case.those(Role.HUSBAND, Role.WIFE) if party.sheet), None)
    for child in sheet.members() if sheet else ():
        if sheet and child.place > 1 and not child.block.beside and draft.is_minor(child):
            said = [Item(code="custody_on", day=case.on), Item(code="custody_by", text=case.custody)]
            draft.write(str(sheet.key), str(child.key), "custody", [*said, *draft.tail(sheet.ward)])
