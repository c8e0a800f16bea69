"""The relationship of each member to the head (続柄), and to the next head when the head changes. Pure.

A relationship is a word or words joined by の: 妻, 子, 夫の父, 子の妻, 子の子. Where the next head makes a relationship certain
it is reckoned; where it is not (a child of the husband need not be the wife's) the clerk is asked, with what is likely first.

Source: the words are those of the resident register (住民基本台帳事務処理要領 第1-2-(1)-エ, from memory: unconfirmed).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .words import HEAD, Sex

OF = "の"
UNREGISTERED = "（未届）"
SPOUSES = {"妻": Sex.FEMALE, "夫": Sex.MALE}
PARENTS = {"父": Sex.MALE, "母": Sex.FEMALE}
ELDER = {Sex.MALE: "兄", Sex.FEMALE: "姉"}
YOUNGER = {Sex.MALE: "弟", Sex.FEMALE: "妹"}
SIBLINGS = {"兄": Sex.MALE, "弟": Sex.MALE, "姉": Sex.FEMALE, "妹": Sex.FEMALE}
CHILD = "子"
LODGER, KIN = "同居人", "縁故者"
# For the grandchild it is not written whether the head is the father's or the mother's parent.
UNCERTAIN_BACK = {"子の子": ("父の父", "母の父", "父の母", "母の母", "祖父", "祖母")}
# Who the wife, husband or child of a child of my parent may be to me.
CHILDS_FAMILY: dict[tuple[str, ...], tuple[str, ...]] = {
    ("妻",): ("妻", "兄の妻", "弟の妻"),
    ("夫",): ("夫", "姉の夫", "妹の夫"),
    (CHILD,): (CHILD, "兄の子", "弟の子", "姉の子", "妹の子"),
}
# What a clerk is offered; any other word of kinship may be typed.
USUAL = (
    "妻", "夫", CHILD, "父", "母", "兄", "姉", "弟", "妹", "子の妻", "子の夫", "子の子", "妻の父", "妻の母", "夫の父", "夫の母",
    "妻の子", "夫の子", "祖父", "祖母", "妻（未届）", "夫（未届）", KIN, LODGER,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Member:
    """Somebody of a household, as far as relationships need it."""

    relationship: str
    sex: Sex = Sex.UNTOLD
    birth: date | None = None


@dataclass(frozen=True)
class Reckoned:
    """What somebody is to the next head. Several `words`: not certain, the likeliest first; none: nobody can say."""

    words: tuple[str, ...]

    @property
    def certain(self) -> str:
        return self.words[0] if len(self.words) == 1 else ""


def after_change(*, old: Member, new: Member, other: Member) -> Reckoned:
    """What `other`, known so far by the relation to the old head, is to the new one."""
    if is_outside(other.relationship):
        return Reckoned(tuple(dict.fromkeys((other.relationship, LODGER, KIN))))
    if is_outside(new.relationship):
        return Reckoned((LODGER, KIN))
    back = inverse(old=old, new=new)
    return joined(back, tuple(other.relationship.split(OF)), new=new, other=other) if back else Reckoned(())


def old_head_after_change(*, old: Member, new: Member) -> Reckoned:
    """What the old head is to the new one."""
    if is_outside(new.relationship):
        return Reckoned((new.relationship,))
    back = inverse(old=old, new=new)
    return Reckoned((OF.join(back),) if back else UNCERTAIN_BACK.get(new.relationship, ()))


def is_outside(relationship: str) -> bool:
    """Whether the word says nothing of kinship: nobody can reckon with it."""
    return relationship in (LODGER, KIN)


def inverse(*, old: Member, new: Member) -> tuple[str, ...] | None:
    """The way from the new head back to the old one, word by word; None where it is not certain."""
    words = new.relationship.split(OF)
    people = [old, *(Member(relationship=word, sex=sex_of(word)) for word in words[:-1]), new]
    back = [step_back(word, to=people[at], of=people[at + 1]) for at, word in enumerate(words)]
    return None if not all(back) else tuple(reversed(back))


def step_back(word: str, *, to: Member, of: Member) -> str:
    """What `to` is to `of`, when `of` is the `word` of `to`: of my wife I am the husband. Empty where unknown."""
    mark = UNREGISTERED if word.endswith(UNREGISTERED) else ""
    word = word.removesuffix(UNREGISTERED)
    if word in SPOUSES:
        return ("夫" if word == "妻" else "妻") + mark
    if word == CHILD:
        return {Sex.MALE: "父", Sex.FEMALE: "母"}.get(to.sex, "")
    if word in PARENTS:
        return CHILD
    if word in SIBLINGS:
        is_elder = word in YOUNGER.values()
        return (ELDER if is_elder else YOUNGER).get(to.sex, "")
    return ""


def sex_of(word: str) -> Sex:
    word = word.removesuffix(UNREGISTERED)
    return {**SPOUSES, **PARENTS, **SIBLINGS}.get(word, Sex.UNTOLD)


def joined(back: tuple[str, ...], onward: tuple[str, ...], *, new: Member, other: Member) -> Reckoned:
    """The way from the new head back to the old one and on to the other, made as short as is certain."""
    first, then = back[-1].removesuffix(UNREGISTERED), onward[0].removesuffix(UNREGISTERED)
    if first in SPOUSES and then in SPOUSES:
        # A head has one spouse: the way leads over the same person twice.
        rest = onward[1:]
        if back[:-1] and rest:
            return joined(back[:-1], rest, new=new, other=other)
        return Reckoned((OF.join((*back[:-1], *rest)),))
    if first in PARENTS and onward == (CHILD,):
        return Reckoned(children_of_my_parent(back[:-1], new=new, other=other))
    found = likely(first, then, onward[1:], direct=len(back) == 1)
    whole = OF.join((*back, *onward))
    return Reckoned((*(OF.join((*back[:-1], each)) for each in found), whole))


def children_of_my_parent(before: tuple[str, ...], *, new: Member, other: Member) -> tuple[str, ...]:
    """A child of my parent is my brother or sister; a child of my husband's father may be my husband."""
    siblings = tuple(word for word, sex in SIBLINGS.items() if other.sex in (sex, Sex.UNTOLD))
    if not before:
        word = sibling_word(of=new, other=other)
        return (word,) if word else siblings
    spouse = before if SPOUSES.get(before[-1], other.sex) == other.sex and before[-1] in SPOUSES else ()
    return (*((OF.join(spouse),) if spouse else ()), *(OF.join((*before, word)) for word in siblings))


def likely(first: str, then: str, rest: tuple[str, ...], *, direct: bool) -> tuple[str, ...]:
    """What is likely but not certain: my husband's child is mine, my father's wife is my mother."""
    if first in PARENTS and then == CHILD:
        return CHILDS_FAMILY.get(rest, ()) if direct else ()
    return tuple(OF.join((word, *rest)) for word in shorter(first, then))


def shorter(first: str, then: str) -> tuple[str, ...]:
    if first in SPOUSES and then == CHILD:
        return (CHILD,)
    if first in PARENTS and then in SPOUSES:
        return ("母" if then == "妻" else "父",)
    if first == CHILD and then in PARENTS:
        return ("夫" if then == "父" else "妻",)
    if first == CHILD and then in SIBLINGS:
        return (CHILD,)
    if first in SIBLINGS and then in PARENTS:
        return (then,)
    if first in SIBLINGS and then in SIBLINGS:
        return tuple(word for word, sex in SIBLINGS.items() if sex == SIBLINGS[then])
    return ()


def sibling_word(*, of: Member, other: Member) -> str:
    """兄, 姉, 弟 or 妹 by sex and birth; empty for twins and where either is not known."""
    if of.birth is None or other.birth is None or of.birth == other.birth:
        return ""
    return (ELDER if other.birth < of.birth else YOUNGER).get(other.sex, "")


def heads(relationships: Sequence[str]) -> int:
    return sum(relationship == HEAD for relationship in relationships)
