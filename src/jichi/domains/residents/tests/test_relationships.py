"""The relationship of every member when the head changes: certain where it is, asked where it is not."""

from datetime import date

import pytest

from jichi.domains.residents.rules.relationships import Member, after_change, old_head_after_change
from jichi.domains.residents.rules.words import HEAD, Sex

M, F = Sex.MALE, Sex.FEMALE
FATHER = Member(relationship=HEAD, sex=M, birth=date(1950, 1, 1))
MOTHER_HEAD = Member(relationship=HEAD, sex=F, birth=date(1950, 1, 1))


def one(relationship: str, sex: Sex = Sex.UNTOLD, born: int = 1980) -> Member:
    return Member(relationship=relationship, sex=sex, birth=date(born, 1, 1))


@pytest.mark.parametrize(
    ("new", "was", "is_now"),
    [
        (one("妻", F), FATHER, "夫"),
        (one("夫", M), MOTHER_HEAD, "妻"),
        (one("妻（未届）", F), FATHER, "夫（未届）"),
        (one("子", M), FATHER, "父"),
        (one("子", F), MOTHER_HEAD, "母"),
        (one("父", M, 1920), FATHER, "子"),
        (one("弟", M, 1955), FATHER, "兄"),
        (one("姉", F, 1945), FATHER, "弟"),
        (one("子の妻", F), FATHER, "夫の父"),
        (one("妻の母", F, 1920), FATHER, "子の夫"),
        (one("同居人", F), FATHER, "同居人"),
        (one("子の子", M, 2005), FATHER, ""),
        (one("子", M), Member(relationship=HEAD), ""),
    ],
)
def test_what_the_old_head_is_to_the_new_one(new: Member, was: Member, is_now: str) -> None:
    assert old_head_after_change(old=was, new=new).certain == is_now


@pytest.mark.parametrize(
    ("new", "other", "is_now"),
    [
        (one("妻", F), one("父", M, 1920), "夫の父"),
        (one("妻", F), one("妻の母", F, 1925), "母"),
        (one("妻", F), one("妻の子", M, 2000), "子"),
        (one("子", M, 1980), one("子", F, 1985), "妹"),
        (one("子", M, 1980), one("子", F, 1975), "姉"),
        (one("子", F, 1980), one("父", M, 1920), "父の父"),
        (one("父", M, 1920), one("妻", F, 1955), "子の妻"),
        (one("父", M, 1920), one("子", M, 1985), "子の子"),
        (one("弟", M, 1955), one("妻", F, 1955), "兄の妻"),
        (one("子の妻", F), one("父", M, 1920), "夫の父の父"),
    ],
)
def test_where_it_is_certain_it_is_reckoned(new: Member, other: Member, is_now: str) -> None:
    assert after_change(old=FATHER, new=new, other=other).certain == is_now


@pytest.mark.parametrize(
    ("new", "other", "asked"),
    [
        (one("妻", F), one("子", M, 2000), ("子", "夫の子")),
        (one("妻", F), one("子の妻", F, 2000), ("子の妻", "夫の子の妻")),
        (one("子", M), one("妻", F, 1955), ("母", "父の妻")),
        (one("子", M), one("子", M, 1980), ("兄", "弟")),
        (one("子", M), one("子の妻", F, 1980), ("妻", "兄の妻", "弟の妻", "父の子の妻")),
        (one("子", M), one("子の子", F, 2010), ("子", "兄の子", "弟の子", "姉の子", "妹の子", "父の子の子")),
        (one("子の妻", F), one("子", M, 1980), ("夫", "夫の兄", "夫の弟")),
        (one("子の妻", F), one("妻", F, 1955), ("夫の母", "夫の父の妻")),
        (one("父", M, 1920), one("母", F, 1922), ("妻", "子の母")),
        (one("弟", M, 1955), one("父", M, 1920), ("父", "兄の父")),
        (one("妻", F), one("同居人", M), ("同居人", "縁故者")),
        (one("同居人", M), one("子", M, 2000), ("同居人", "縁故者")),
        (one("子の子", M, 2005), one("子", M, 1980), ()),
    ],
)
def test_where_it_is_not_certain_the_clerk_is_asked(
    new: Member, other: Member, asked: tuple[str, ...]
) -> None:
    reckoned = after_change(old=FATHER, new=new, other=other)
    assert (reckoned.certain, reckoned.words) == ("", asked)
