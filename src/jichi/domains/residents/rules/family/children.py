"""Birth, acknowledgement, adoption and its end, and entry into a parent's register. Pure.

Law: 戸籍法 第17条 (no three generations), 第18条 (the child's register), 第19条, 第20条, 第98条; 民法 第790条, 第791条, 第810条.
"""

from .blocks import full_name
from .case import Case, Domicile, Party
from .marriage import given_name, way_back, where
from .plan import CannotBeDrawn, Draft, Item, Plan, Target, target_of
from .words import Role


def birth(case: Case) -> Plan:
    """The child enters the parents' register, or the mother's: hers is made first where she heads none."""
    draft = Draft(case)
    child, mother, father = case.party(Role.CHILD), case.party(Role.MOTHER), case.party(Role.FATHER)
    if child is None:
        raise CannotBeDrawn("parties", "a birth has a child")
    parent = registered_parent(father, mother)
    if parent is None:
        raise CannotBeDrawn("parties", "no parent is in a register of this city")
    home = home_beside(draft, parent)
    said = [
        Item(code="born_on", day=case.on),
        Item(code="born_at", text=case.place),
    ]
    draft.enter(
        child,
        home,
        "birth",
        said,
        name=full_name(home.surname, given_name(child.name)),
        father=father.plain_name if father else "",
        mother=mother.plain_name if mother else "",
        relation=case.relation,
        birth=case.on,
        sex=child.sex,
    )
    draft.tie("natural_parent", Role.CHILD, Role.MOTHER)
    draft.tie("natural_parent", Role.CHILD, Role.FATHER)
    return draft.done()


def registered_parent(father: Party | None, mother: Party | None) -> Party | None:
    """Whose register the child enters: a married couple's is one; else the mother's (民法第790条第2項)."""
    married = father and mother and father.listed and father.sheet and father.listed.block.is_married
    if (
        married
        and father
        and mother
        and mother.sheet
        and father.sheet
        and mother.sheet.key == father.sheet.key
    ):
        return father
    if father and mother and mother.is_foreign and father.listed and father.listed.block.is_married:
        return father
    return mother if mother and mother.listed else None


def home_beside(draft: Draft, parent: Party) -> Target:
    """The parent's register; where the parent is somebody's child in it, a new one for the parent (第17条)."""
    assert parent.sheet
    if parent.is_head:
        return target_of(parent.sheet)
    domicile = draft.case.domicile or parent.sheet.domicile
    home = draft.make(domicile, parent.name, draft.case.kind.code)
    said = [Item(code="new_domicile", text=home.domicile.text)]
    draft.leave(parent, "new_register", [*said])
    came = [Item(code="former_register", text=parent.register_text)]
    draft.enter(parent, home, "new_register", came, name=parent.name)
    return home


def acknowledgement(case: Case) -> Plan:
    """Both get an entry; nobody moves, and the child keeps the surname (民法第790条, 第791条)."""
    draft = Draft(case)
    father, child = case.party(Role.FATHER), case.party(Role.CHILD)
    if father is None or child is None:
        raise CannotBeDrawn("parties", "an acknowledgement has a father and a child")
    day = Item(code="acknowledged_on", day=case.on)
    of_child = [
        Item(code="acknowledged_child", text=child.plain_name),
        Item(code="child_register", text=child.register_text),
    ]
    of_father = [
        Item(code="acknowledged_by", text=father.plain_name),
        Item(code="acknowledged_register", text=father.register_text),
    ]
    draft.note(father, "acknowledgement", [day, *of_child])
    draft.note(child, "acknowledgement", [day, *of_father], father=father.plain_name)
    draft.tie("natural_parent", Role.CHILD, Role.FATHER)
    return draft.done()


def adoption(case: Case) -> Plan:
    """The child takes the adopter's surname and enters their register (民法第810条, 戸籍法第18条第3項).

    Who bears a spouse's surname stays there (第810条ただし書); who gave the spouse the surname gets a new register with them
    (戸籍法第20条).
    """
    draft = Draft(case)
    adopters, adoptee = case.those(Role.ADOPTER, Role.ADOPTER_SPOUSE), case.party(Role.SUBJECT)
    if adoptee is None or not adopters:
        raise CannotBeDrawn("parties", "an adoption has an adopter and an adoptee")
    of_parents = parents_of(case, adopters)
    said = [
        Item(code="adopted_on", day=case.on),
        *names_of(of_parents),
        Item(code="consent_by", text=case.consent_by),
    ]
    note_adopters(draft, adopters, adoptee)
    own = {**of_parents, "adoptive_relation": case.relation}
    listed = adoptee.listed
    if listed and listed.block.is_married and not adoptee.is_first:
        draft.note(adoptee, "adoption", said, **own)
    elif listed and listed.block.is_married:
        with_spouse(draft, adoptee, adopters[0], said, own)
    else:
        goes_to_adopters(draft, adoptee, adopters[0], said, own)
    for adopter in adopters:
        draft.tie("adoptive_parent", Role.SUBJECT, adopter.role)
    return draft.done()


def parents_of(case: Case, adopters: list[Party]) -> dict[str, str]:
    by_sex = {adopter.sex: adopter.plain_name for adopter in adopters}
    return {"adoptive_father": by_sex.get("1", ""), "adoptive_mother": by_sex.get("2", "")}  # type: ignore[call-overload]


def names_of(parents: dict[str, str]) -> list[Item]:
    return [Item(code=code, text=name) for code, name in parents.items() if name]


def note_adopters(draft: Draft, adopters: list[Party], adoptee: Party) -> None:
    for adopter in adopters:
        co = [Item(code="co_adopter", text=other.plain_name) for other in adopters if other is not adopter]
        said = [
            Item(code="adopted_on", day=draft.case.on),
            *co,
            Item(code="adoptee", text=adoptee.plain_name),
            Item(code="adoptee_register", text=adoptee.register_text),
        ]
        if adopter.is_head:
            draft.note(adopter, "adoption", said)


def goes_to_adopters(
    draft: Draft, adoptee: Party, adopter: Party, said: list[Item], own: dict[str, str]
) -> None:
    home = elsewhere(adopter) if adopter.sheet is None else home_beside(draft, adopter)
    draft.leave(adoptee, "adoption", [*said, Item(code="entered_register", text=home.display)])
    came = Item(code="former_register", text=adoptee.register_text)
    name = full_name(home.surname, given_name(adoptee.name))
    draft.enter(adoptee, home, "adoption", [*said, came], name=name, **own)


def with_spouse(draft: Draft, adoptee: Party, adopter: Party, said: list[Item], own: dict[str, str]) -> None:
    case = draft.case
    if case.domicile is None:
        raise CannotBeDrawn("domicile", "a new register needs a domicile")
    assert adoptee.sheet
    assert adoptee.listed
    name = full_name(adopter.name.partition("　")[0], given_name(adoptee.name))
    home = draft.make(case.domicile, name, "adoption")
    went, came = (
        Item(code="new_domicile", text=where(home)),
        Item(code="former_register", text=adoptee.register_text),
    )
    for each in adoptee.sheet.heads():
        is_adoptee = each.key == adoptee.listed.key
        items = said if is_adoptee else [Item(code="adopted_on", day=case.on)]
        left = {"left_on": case.on, "left_why": "adoption"}
        draft.write(str(adoptee.sheet.key), str(each.key), "adoption", [*items, went], **left)
        draft.bring(
            each, home, "adoption", [*items, came], beside=not is_adoptee, **(own if is_adoptee else {})
        )


def elsewhere(party: Party) -> Target:
    return Target(key="", domicile=Domicile(text=party.domicile), first=party.first, is_new=False)


def adoption_ended(case: Case) -> Plan:
    """Who was adopted goes back, unless married under the spouse's surname (戸籍法第19条, 民法第816条)."""
    draft = Draft(case)
    adopters, adoptee = case.those(Role.ADOPTER, Role.ADOPTER_SPOUSE), case.party(Role.SUBJECT)
    if adoptee is None or not adopters:
        raise CannotBeDrawn("parties", "the end of an adoption has an adopter and an adoptee")
    said = [Item(code="adoption_ended_on", day=case.on), *names_of(parents_of(case, adopters))]
    for adopter in adopters:
        day = [Item(code="adoption_ended_on", day=case.on), Item(code="adoptee", text=adoptee.plain_name)]
        draft.note(adopter, "adoption_ended", day)
    none_left = {"adoptive_father": "", "adoptive_mother": "", "adoptive_relation": ""}
    shares = any(
        adopter.sheet and adoptee.sheet and adopter.sheet.key == adoptee.sheet.key for adopter in adopters
    )
    if shares:
        goes_back(draft, adoptee, said, none_left)
    else:
        draft.note(adoptee, "adoption_ended", said, **none_left)
    for adopter in adopters:
        draft.tie("adoptive_parent", Role.SUBJECT, adopter.role, ends=True)
    return draft.done()


def goes_back(draft: Draft, adoptee: Party, said: list[Item], none_left: dict[str, str]) -> None:
    name = adoptee.before_name or adoptee.name
    home = way_back(draft, adoptee, name)
    went = Item(code="new_domicile" if home.is_new else "entered_register", text=where(home))
    draft.leave(adoptee, "adoption_ended", [*said, went], **none_left)
    came = Item(code="former_register", text=adoptee.register_text)
    draft.enter(adoptee, home, "adoption_ended", [*said, came], name=name, **none_left)


def entry(case: Case) -> Plan:
    """A child takes the surname of a parent and enters that parent's register (民法第791条, 戸籍法第98条)."""
    draft = Draft(case)
    child = case.party(Role.SUBJECT)
    parent = case.party(Role.FATHER) or case.party(Role.MOTHER)
    if child is None or parent is None:
        raise CannotBeDrawn("parties", "an entry has a child and a parent")
    home = home_beside(draft, parent) if parent.sheet else elsewhere(parent)
    why = "父の氏を称する入籍" if parent.role is Role.FATHER else "母の氏を称する入籍"
    said = [Item(code="entered_on", day=case.on), Item(code="entry_why", text=why)]
    draft.leave(child, "entry", [*said, Item(code="entered_register", text=home.display)])
    came = Item(code="former_register", text=child.register_text)
    name = full_name(home.surname, given_name(child.name))
    draft.enter(child, home, "entry", [*said, came], name=name)
    return draft.done()
