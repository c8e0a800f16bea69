"""The closed lists of seal registration: how a person was known, which papers were shown, how a registration ends. Pure."""

from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop


class Way(StrEnum):
    """How the city makes sure that it is the person who asks, and that they want it."""

    INQUIRY = "inquiry"
    PHOTO = "photo"
    GUARANTOR = "guarantor"


WAYS = {
    Way.INQUIRY: gettext_noop("照会書による確認"),
    Way.PHOTO: gettext_noop("官公署の発行した顔写真付きの書類"),
    Way.GUARANTOR: gettext_noop("この市で印鑑登録をしている保証人"),
}


class Proof(StrEnum):
    LICENCE = "licence"
    PASSPORT = "passport"
    PHOTO_CARD = "photo_card"
    STAY_CARD = "stay_card"
    PHOTO_OTHER = "photo_other"
    INSURANCE = "insurance"
    PENSION = "pension"
    OTHER = "other"


PROOFS = {
    Proof.LICENCE: gettext_noop("運転免許証（顔写真付き）"),
    Proof.PASSPORT: gettext_noop("旅券（顔写真付き）"),
    Proof.PHOTO_CARD: gettext_noop("住民基本台帳カード（顔写真付き）"),
    Proof.STAY_CARD: gettext_noop("在留カード・特別永住者証明書（顔写真付き）"),
    Proof.PHOTO_OTHER: gettext_noop("官公署の発行したほかの免許証・許可証・身分証明書（顔写真付き）"),
    Proof.INSURANCE: gettext_noop("健康保険の被保険者証"),
    Proof.PENSION: gettext_noop("年金手帳・年金証書"),
    Proof.OTHER: gettext_noop("そのほか市が認める書類（顔写真なし）"),
}
WITH_PHOTO = frozenset({Proof.LICENCE, Proof.PASSPORT, Proof.PHOTO_CARD, Proof.STAY_CARD, Proof.PHOTO_OTHER})


class Ending(StrEnum):
    """Why a registration, or the application for one, is at its end."""

    MOVED_OUT = "moved_out"
    DIED = "died"
    NAME = "name"
    RECORD = "record"
    CAPACITY = "capacity"
    OWN_WISH = "own_wish"
    CARD_LOST = "card_lost"
    SEAL_LOST = "seal_lost"
    REPLACED = "replaced"
    NO_ANSWER = "no_answer"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


ENDINGS = {
    Ending.MOVED_OUT: gettext_noop("転出"),
    Ending.DIED: gettext_noop("死亡"),
    Ending.NAME: gettext_noop("印に表された氏名の変更"),
    Ending.RECORD: gettext_noop("住民票の消除"),
    Ending.CAPACITY: gettext_noop("意思能力を有しないことが分かった"),
    Ending.OWN_WISH: gettext_noop("本人の申請"),
    Ending.CARD_LOST: gettext_noop("印鑑登録証の亡失"),
    Ending.SEAL_LOST: gettext_noop("印鑑の亡失"),
    Ending.REPLACED: gettext_noop("印鑑の変更"),
    Ending.NO_ANSWER: gettext_noop("期限までに回答がなかった"),
    Ending.WITHDRAWN: gettext_noop("申請の取下げ"),
    Ending.REFUSED: gettext_noop("登録できない印鑑"),
}
# What a person may ask for at the counter, and what the office may find out for itself.
BY_PERSON = (Ending.OWN_WISH, Ending.CARD_LOST, Ending.SEAL_LOST)


class Loss(StrEnum):
    """What was lost, when somebody asks for a stop."""

    CARD = "card"
    SEAL = "seal"
    BOTH = "both"


LOSSES = {
    Loss.CARD: gettext_noop("印鑑登録証（カード）"),
    Loss.SEAL: gettext_noop("登録した印鑑"),
    Loss.BOTH: gettext_noop("印鑑登録証と印鑑の両方"),
}

# Everything that can be done with a registration, as its history tells it.
ACTS = {
    "apply_for_seal": gettext_noop("登録の申請を受け付けました"),
    "keep_scan": gettext_noop("印影を読み取りました"),
    "confirm_scan": gettext_noop("読み取った印影を確かめました"),
    "send_inquiry": gettext_noop("照会書を送りました"),
    "take_answer": gettext_noop("回答書を受け取りました"),
    "verify_at_once": gettext_noop("窓口で本人と意思を確かめました"),
    "register_seal": gettext_noop("登録し、印鑑登録証を渡しました"),
    "replace_card": gettext_noop("印鑑登録証を引き換えました"),
    "suspend_seal": gettext_noop("証明を止めました"),
    "resume_seal": gettext_noop("証明の停止を解きました"),
    "replace_seal": gettext_noop("新しい印鑑に変わりました"),
    "cancel_seal": gettext_noop("登録を廃止しました"),
    "load_seals": gettext_noop("前の台帳から取り込みました"),
    "lapse_seal": gettext_noop("登録を職権で抹消しました"),
    "restore_seal": gettext_noop("抹消を取り消し、登録を回復しました"),
    "withdraw_application": gettext_noop("申請が取り下げられました"),
    "refuse_application": gettext_noop("申請を受理しませんでした"),
    "close_unanswered": gettext_noop("回答がないため、申請を終えました"),
    "follow_ward": gettext_noop("転居により、担当の区が変わりました"),
}
