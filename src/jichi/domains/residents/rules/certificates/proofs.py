"""By which papers the clerk knows who asks. How many are enough is law data. Pure.

Law: 住民基本台帳法 第12条第3項; 戸籍法 第10条の3第1項.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from jichi.kernel.law.book import LegalValue
from jichi.kernel.values.fault import Fault, gettext_noop

WITH_PHOTO = LegalValue("residents.identity_papers_with_photo", int, unit="count")
WITHOUT_PHOTO = LegalValue("residents.identity_papers_without_photo", int, unit="count")


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A paper that shows who somebody is. `key` is pressed on the form."""

    code: str
    name: str
    has_photo: bool
    key: str


PROOFS = (
    Proof(code="licence", name=gettext_noop("運転免許証"), has_photo=True, key="1"),
    Proof(code="passport", name=gettext_noop("旅券（パスポート）"), has_photo=True, key="2"),
    Proof(code="resident_card", name=gettext_noop("住民基本台帳カード（写真付き）"), has_photo=True, key="3"),
    Proof(code="residence_card", name=gettext_noop("在留カード・特別永住者証明書"), has_photo=True, key="4"),
    Proof(code="disability", name=gettext_noop("身体障害者手帳"), has_photo=True, key="5"),
    Proof(code="staff_card", name=gettext_noop("官公署の身分証明書（写真付き）"), has_photo=True, key="6"),
    Proof(code="insurance", name=gettext_noop("健康保険証"), has_photo=False, key="7"),
    Proof(code="pension", name=gettext_noop("年金手帳"), has_photo=False, key="8"),
    Proof(code="care", name=gettext_noop("介護保険証"), has_photo=False, key="9"),
    Proof(code="employee", name=gettext_noop("社員証・学生証"), has_photo=False, key="0"),
)
BY_CODE = {proof.code: proof for proof in PROOFS}
# A machine knows who stands before it by the card and its number alone.
CARD_AND_NUMBER = "card_and_number"


class NotProven(Fault):
    code = "residents.not_proven"
    sentence = gettext_noop(
        "本人確認の書類が足りません。写真付きなら%(with_photo)s点、写真のないものなら%(without_photo)s点を見せてもらい、確かめたものにしるしを付けてください（住民基本台帳法第12条第3項、戸籍法第10条の3）。"
    )


def proven(shown: Iterable[str], *, with_photo: int, without_photo: int) -> bool:
    known = [BY_CODE[code] for code in set(shown) if code in BY_CODE]
    photos = sum(proof.has_photo for proof in known)
    return photos >= with_photo or len(known) >= without_photo
