"""Who may register a seal, and on what proof. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jichi.kernel.calendar import Period, Unit, age_reached
from jichi.kernel.values.fault import Fault, gettext_noop

from .facts import Facts
from .seal_law import GUIDELINE
from .seal_words import PROOFS, WITH_PHOTO, Proof


class TooYoung(Fault):
    code = "residents.seal.too_young"
    sentence = gettext_noop(
        "%(age)s歳になっていないため、登録できません（根拠：%(source)s）。%(day)sから登録できます。"
    )


class BirthUnknown(Fault):
    code = "residents.seal.birth_unknown"
    sentence = gettext_noop(
        "生年月日が記録にないため、登録できる年齢かどうか分かりません。記録を確かめ、訂正してから申請を受け付けてください。"
    )


class NotOnRegister(Fault):
    code = "residents.seal.not_on_register"
    sentence = gettext_noop(
        "この人は、いまこの市の住民として記録されていないため、登録できません（根拠：%(source)s）。転入の届出を先に済ませてもらってください。"
    )


class AdultWardsCannot(Fault):
    code = "residents.seal.adult_wards_cannot"
    sentence = gettext_noop(
        "申請の日の定めでは、成年被後見人は印鑑を登録できません（根拠：%(source)s）。申請は受け付けられません。"
    )


class GuardianMissing(Fault):
    code = "residents.seal.guardian_missing"
    sentence = gettext_noop(
        "成年被後見人の申請では、本人に同行した成年後見人の氏名と、登記事項証明書の発行の日を記入してください（根拠：%(source)s）。"
    )


class GuardianshipTooOld(Fault):
    code = "residents.seal.guardianship_too_old"
    sentence = gettext_noop(
        "登記事項証明書は、発行から%(months)sか月以内のものに限ります（根拠：%(source)s）。この証明書は%(day)sまででした。新しいものを用意してもらってください。"
    )


class GuardianshipToCome(Fault):
    code = "residents.seal.guardianship_to_come"
    sentence = gettext_noop(
        "登記事項証明書の発行の日が、申請の日より後になっています。日付を確かめてください。"
    )


class ProofsMissing(Fault):
    code = "residents.seal.proofs_missing"
    sentence = gettext_noop(
        "本人確認の書類が足りません。顔写真付きの書類%(photo)s点か、そのほかの書類%(other)s点を見せてもらってください（根拠：%(source)s）。"
    )


class PhotoMissing(Fault):
    code = "residents.seal.photo_missing"
    sentence = gettext_noop(
        "その場で登録するには、官公署の発行した顔写真付きの書類が%(photo)s点要ります（根拠：%(source)s）。ないときは、照会書を送る方法で進めてください。"
    )


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A value of the law with where it stands."""

    value: int
    source: str


def see_age(facts: Facts, age: Rule, *, on: date) -> None:
    """Old enough is who reaches the age with the end of the day of the application: the day before the birthday.

    Raises: BirthUnknown; TooYoung.
    """
    if facts.birth is None:
        raise BirthUnknown
    reached = age_reached(born=facts.birth, age=age.value).day
    if on < reached:
        raise TooYoung(age=age.value, day=reached, source=age.source)


def see_guardian(*, guardian: str, certified_on: date | None, months: Rule, on: date) -> None:
    """Raises: GuardianMissing; GuardianshipToCome; GuardianshipTooOld."""
    if not guardian or certified_on is None:
        raise GuardianMissing(source=months.source)
    if certified_on > on:
        raise GuardianshipToCome
    last = Period(length=months.value, unit=Unit.MONTH, basis=months.source).last_day(certified_on).day
    if on > last:
        raise GuardianshipTooOld(months=months.value, day=last, source=months.source)


def see_proofs(shown: Collection[str], *, photo: Rule, other: Rule) -> None:
    """One paper with a photograph, or two of others.

    Raises: ProofsMissing.
    """
    if not enough(shown, photo.value, other.value):
        raise ProofsMissing(photo=photo.value, other=other.value, source=photo.source)


def see_photo(shown: Collection[str], *, photo: Rule) -> None:
    """Raises: PhotoMissing."""
    if len(WITH_PHOTO & set(shown)) < photo.value:
        raise PhotoMissing(photo=photo.value, source=photo.source)


def enough(shown: Collection[str], photo: int, other: int) -> bool:
    known = set(shown) & set(PROOFS)
    with_photo = len(WITH_PHOTO & known)
    return with_photo >= photo or len(known) >= other


__all__ = ["GUIDELINE", "Proof", "Rule", "see_age", "see_guardian", "see_photo", "see_proofs"]
