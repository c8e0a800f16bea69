"""Notices that the ward of a person's registered domicile receives, and what a 身分証明書 says of them. Pure.

Source: guidelines of other cities (西都市身分証明事務取扱要綱, 東松島市身分証明事務取扱要綱). Kawasaki's own was not seen.
"""

from enum import StrEnum

from jichi.kernel.law.book import LegalValue
from jichi.kernel.values.fault import Fault, gettext_noop

IDENTITY_STATEMENTS = LegalValue("residents.identity_statements", tuple)
NOTICE_LAW = (IDENTITY_STATEMENTS,)


class NoticeKind(StrEnum):
    INCOMPETENCE = "incompetence"
    QUASI_INCOMPETENCE = "quasi"
    GUARDIANSHIP = "guardianship"
    BANKRUPTCY = "bankruptcy"


NOTICE_KINDS = {
    NoticeKind.INCOMPETENCE: gettext_noop("禁治産の宣告"),
    NoticeKind.QUASI_INCOMPETENCE: gettext_noop("準禁治産の宣告"),
    NoticeKind.GUARDIANSHIP: gettext_noop("後見の登記"),
    NoticeKind.BANKRUPTCY: gettext_noop("破産手続開始の決定（破産宣告）"),
}


class Ended(StrEnum):
    """Why a notice counts no more. `MISTAKE`: it was never so, and was entered wrongly."""

    REVOKED = "revoked"
    CLOSED = "closed"
    RESTORED = "restored"
    MISTAKE = "mistake"


ENDED = {
    Ended.REVOKED: gettext_noop("宣告・決定が取り消された"),
    Ended.CLOSED: gettext_noop("後見の登記が閉鎖された"),
    Ended.RESTORED: gettext_noop("復権した"),
    Ended.MISTAKE: gettext_noop("誤って入力した"),
}
# What the paper says, in the order of the law's list.
STATEMENTS = {
    "incompetence": "禁治産又は準禁治産の宣告の通知を受けていない。",
    "guardianship": "後見の登記の通知を受けていない。",
    "bankruptcy": "破産宣告又は破産手続開始決定の通知を受けていない。",
}


class MustBeSeen(Fault):
    """`ward` keeps the register. Which notice it is, or of what, is said to nobody here."""

    code = "residents.identity_must_be_seen"
    sentence = gettext_noop(
        "この人の身分証明書は、ここでは作れません。本人を待たせずに、%(ward)sの戸籍の担当に引き継いでください。担当者が、戸籍の画面で記録を確かめて、どう証明するかを決めます。"
    )


class NothingToSay(Fault):
    code = "residents.identity_has_no_statements"
    sentence = gettext_noop(
        "身分証明書に書く事項が、この日の法規のデータにありません。市の要綱を確かめ、法規のデータに入れてもらってください。"
    )


class NoRegisterHere(Fault):
    code = "residents.notice_has_no_register"
    sentence = gettext_noop(
        "この人の戸籍がこの市にないため、通知を入力できません。通知を、本籍のある市区町村に送り返してください。"
    )


class NoticeStands(Fault):
    code = "residents.notice_stands"
    sentence = gettext_noop(
        "同じ種類の通知が、この人について、すでに入力されています。終わったものなら先に終わらせてください。"
    )


class NoticeEnded(Fault):
    code = "residents.notice_ended"
    sentence = gettext_noop("この通知は、すでに終わったものとして記録されています。")


class NoticeDays(Fault):
    code = "residents.notice_days"
    sentence = gettext_noop(
        "日の順が合いません。裁判・登記の日、通知を受けた日、今日の順になるように直してください。"
    )
