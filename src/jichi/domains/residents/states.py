"""The steps of a record of the register, of a certificate, of a protection case and of a seal registration. Pure."""

from jichi.kernel.steps import Move, Step, StepTable
from jichi.kernel.values.fault import gettext_noop

# A certificate asked for from home, to be picked up at an office.
REQUEST = StepTable(
    "residents.request",
    steps=(
        Step("requested", gettext_noop("申込み済み"), "Requested"),
        Step("ready", gettext_noop("用意できました"), "Ready"),
        Step("collected", gettext_noop("受け取り済み"), "Collected", final=True),
        Step("declined", gettext_noop("用意できません"), "Declined", final=True),
        Step("withdrawn", gettext_noop("取り下げ"), "Withdrawn", final=True),
        Step("lapsed", gettext_noop("期限切れ"), "Lapsed", final=True),
    ),
    moves=(
        Move("prepare", "requested", "ready", name=gettext_noop("用意ができたと知らせる"), name_en="Say that it is ready"),
        Move("collect", "ready", "collected", name=gettext_noop("本人に渡す"), name_en="Hand over"),
        Move("decline", "requested", "declined", name=gettext_noop("用意できないと知らせる"), name_en="Decline"),
        Move("decline", "ready", "declined", name=gettext_noop("用意できないと知らせる"), name_en="Decline"),
        Move("withdraw", "requested", "withdrawn", name=gettext_noop("取り下げる"), name_en="Withdraw"),
        Move("withdraw", "ready", "withdrawn", name=gettext_noop("取り下げる"), name_en="Withdraw"),
        Move("lapse", "requested", "lapsed", name=gettext_noop("期限が過ぎる"), name_en="Let lapse"),
        Move("lapse", "ready", "lapsed", name=gettext_noop("期限が過ぎる"), name_en="Let lapse"),
    ),
)  # fmt: skip

# Somebody at a terminal, from the card to the paper in the hand.
SESSION = StepTable(
    "residents.session",
    steps=(
        Step("menu", gettext_noop("証明書を選ぶ"), "Menu"),
        Step("chosen", gettext_noop("支払い待ち"), "Chosen"),
        Step("paid", gettext_noop("支払い済み"), "Paid"),
        Step("printing", gettext_noop("印刷中"), "Printing"),
        Step("printed", gettext_noop("渡しました"), "Printed", final=True),
        Step("failed", gettext_noop("確かめが要る"), "To be looked into"),
        Step("refunded", gettext_noop("返金済み"), "Refunded", final=True),
        Step("ended", gettext_noop("終わり"), "Ended", final=True),
    ),
    moves=(
        Move("choose", "menu", "chosen", name=gettext_noop("選ぶ"), name_en="Choose"),
        Move("choose", "chosen", "chosen", name=gettext_noop("選び直す"), name_en="Choose again"),
        Move("pay", "chosen", "paid", name=gettext_noop("支払う"), name_en="Pay"),
        Move("print", "paid", "printing", name=gettext_noop("印刷する"), name_en="Print"),
        Move("acknowledge", "printing", "printed", name=gettext_noop("印刷の完了を届ける"), name_en="Acknowledge the print"),
        Move("fail", "paid", "failed", name=gettext_noop("失敗を届ける"), name_en="Report a failure"),
        Move("fail", "printing", "failed", name=gettext_noop("失敗を届ける"), name_en="Report a failure"),
        Move("refund", "failed", "refunded", name=gettext_noop("返金する"), name_en="Refund"),
        Move("settle", "failed", "printed", name=gettext_noop("渡したと確かめる"), name_en="Confirm that it was handed out"),
        Move("end", "menu", "ended", name=gettext_noop("終える"), name_en="End"),
        Move("end", "chosen", "ended", name=gettext_noop("終える"), name_en="End"),
    ),
)  # fmt: skip

RECORD = StepTable(
    "residents.record",
    steps=(
        Step("registered", gettext_noop("住民票"), "On the register"),
        Step("leaving", gettext_noop("転出予定"), "Leaving"),
        Step("removed", gettext_noop("除票"), "Removed"),
    ),
    moves=(
        Move("announce_move_out", "registered", "leaving", name=gettext_noop("転出届"), name_en="Notify a move out"),
        Move("confirm_move_out", "leaving", "removed", name=gettext_noop("転出確定"), name_en="Confirm the move out"),
        Move("remove", "registered", "removed", name=gettext_noop("消除"), name_en="Remove"),
        Move("stay", "leaving", "registered", name=gettext_noop("転出の取りやめ"), name_en="Give up the move out"),
        Move("restore", "removed", "registered", name=gettext_noop("回復"), name_en="Restore"),
    ),
)  # fmt: skip

FAMILY_REGISTER = StepTable(
    "residents.family_register",
    steps=(
        Step("in_force", gettext_noop("現在の戸籍"), "In force"),
        Step("removed", gettext_noop("除籍"), "Removed"),
        Step("remade", gettext_noop("改製原戸籍"), "Remade", final=True),
    ),
    moves=(
        Move("remove", "in_force", "removed", name=gettext_noop("戸籍の消除"), name_en="Remove the register"),
        Move("remake", "in_force", "remade", name=gettext_noop("戸籍の改製"), name_en="Make the register anew"),
        Move("reopen", "removed", "in_force", name=gettext_noop("戸籍の回復"), name_en="Restore the register"),
    ),
)  # fmt: skip

FAMILY_NOTIFICATION = StepTable(
    "residents.family_notification",
    steps=(
        Step("received", gettext_noop("受付"), "Received"),
        Step("inquiry", gettext_noop("受理照会中"), "Under inquiry"),
        Step("accepted", gettext_noop("受理"), "Accepted"),
        Step("refused", gettext_noop("不受理"), "Refused", final=True),
        Step("annulled", gettext_noop("記載の消除"), "Annulled", final=True),
    ),
    moves=(
        Move("accept", "received", "accepted", name=gettext_noop("受理する"), name_en="Accept"),
        Move("inquire", "received", "inquiry", name=gettext_noop("管轄局に照会する"), name_en="Ask the legal affairs bureau"),
        Move("refuse", "received", "refused", name=gettext_noop("不受理にする"), name_en="Refuse"),
        Move("accept", "inquiry", "accepted", name=gettext_noop("受理する"), name_en="Accept"),
        Move("refuse", "inquiry", "refused", name=gettext_noop("不受理にする"), name_en="Refuse"),
        Move("annul", "accepted", "annulled", name=gettext_noop("記載を消除する"), name_en="Annul the entries"),
    ),
)  # fmt: skip
CERTIFICATE = StepTable(
    "residents.certificate",
    steps=(
        Step("issued", gettext_noop("交付前"), "Issued"),
        Step("handed_out", gettext_noop("交付済み"), "Handed out"),
        Step("void", gettext_noop("無効"), "Void", final=True),
        Step("destroyed", gettext_noop("廃棄"), "Destroyed", final=True),
    ),
    moves=(
        Move("hand_out", "issued", "handed_out", name=gettext_noop("手渡す"), name_en="Hand out"),
        Move("void_certificate", "issued", "void", name=gettext_noop("無効にする"), name_en="Void"),
        Move("void_certificate", "handed_out", "void", name=gettext_noop("無効にする"), name_en="Void"),
        Move("destroy", "issued", "destroyed", name=gettext_noop("廃棄する"), name_en="Destroy"),
    ),
)  # fmt: skip

PROTECTION = StepTable(
    "residents.protection",
    steps=(
        Step("applied", gettext_noop("仮の支援措置"), "Provisional"),
        Step("started", gettext_noop("支援措置"), "In force"),
        Step("lifting", gettext_noop("解除の確認待ち"), "Lifting to be confirmed"),
        Step("refusing", gettext_noop("却下の確認待ち"), "Refusal to be confirmed"),
        Step("ended", gettext_noop("期間の満了"), "Ended", final=True),
        Step("lifted", gettext_noop("解除"), "Lifted", final=True),
        Step("refused", gettext_noop("却下"), "Refused", final=True),
    ),
    moves=(
        Move("start_protection", "applied", "started", name=gettext_noop("支援措置を始める"), name_en="Start"),
        Move("end_protection", "started", "ended", name=gettext_noop("期間の満了で終える"), name_en="End with the term"),
        Move("renew_protection", "started", "started", name=gettext_noop("期間を延ばす"), name_en="Renew"),
        Move("propose_lifting", "started", "lifting", name=gettext_noop("解除を求める"), name_en="Propose lifting"),
        Move("propose_lifting", "applied", "refusing", name=gettext_noop("却下を求める"), name_en="Propose refusal"),
        Move("confirm_lifting", "lifting", "lifted", name=gettext_noop("解除を確認する"), name_en="Confirm lifting"),
        Move("confirm_lifting", "refusing", "refused", name=gettext_noop("却下を確認する"), name_en="Confirm refusal"),
        Move("keep_protection", "lifting", "started", name=gettext_noop("解除しない"), name_en="Keep"),
        Move("keep_protection", "refusing", "applied", name=gettext_noop("却下しない"), name_en="Keep"),
    ),
)  # fmt: skip
# At these steps the people covered are hidden. What awaits a second person still blocks.
BLOCKING = ("applied", "started", "lifting", "refusing")


SEAL = StepTable(
    "residents.seal",
    steps=(
        Step("applied", gettext_noop("申請"), "Applied for"),
        Step("inquired", gettext_noop("照会中"), "Inquiry sent"),
        Step("verified", gettext_noop("本人確認済み"), "Person known"),
        Step("registered", gettext_noop("登録"), "Registered"),
        Step("suspended", gettext_noop("停止中"), "Suspended"),
        Step("replaced", gettext_noop("変更"), "Replaced", final=True),
        Step("cancelled", gettext_noop("廃止"), "Cancelled", final=True),
        Step("lapsed", gettext_noop("職権抹消"), "Lapsed"),
        Step("closed", gettext_noop("申請の終了"), "Application closed", final=True),
    ),
    moves=(
        Move("send_inquiry", "applied", "inquired", name=gettext_noop("照会書を送る"), name_en="Send the inquiry"),
        Move("verify_at_once", "applied", "verified", name=gettext_noop("窓口で本人を確かめる"), name_en="Know the person"),
        Move("take_answer", "inquired", "verified", name=gettext_noop("回答書を受け取る"), name_en="Take the answer"),
        Move("register_seal", "verified", "registered", name=gettext_noop("登録して登録証を渡す"), name_en="Register"),
        Move("suspend_seal", "registered", "suspended", name=gettext_noop("証明を止める"), name_en="Stop certificates"),
        Move("resume_seal", "suspended", "registered", name=gettext_noop("停止を解く"), name_en="Lift the stop"),
        Move("replace_card", "registered", "registered", name=gettext_noop("登録証を引き換える"), name_en="Exchange the card"),
        Move("replace_seal", "registered", "replaced", name=gettext_noop("印鑑の変更"), name_en="Replace by another seal"),
        Move("replace_seal", "suspended", "replaced", name=gettext_noop("印鑑の変更"), name_en="Replace by another seal"),
        Move("cancel_seal", "registered", "cancelled", name=gettext_noop("登録を廃止する"), name_en="Cancel"),
        Move("cancel_seal", "suspended", "cancelled", name=gettext_noop("登録を廃止する"), name_en="Cancel"),
        Move("lapse_seal", "registered", "lapsed", name=gettext_noop("職権抹消"), name_en="Lapse"),
        Move("lapse_seal", "suspended", "lapsed", name=gettext_noop("職権抹消"), name_en="Lapse"),
        Move("restore_seal", "lapsed", "registered", name=gettext_noop("登録の回復"), name_en="Restore"),
        Move("withdraw_application", "applied", "closed", name=gettext_noop("申請を取り下げる"), name_en="Withdraw"),
        Move("withdraw_application", "inquired", "closed", name=gettext_noop("申請を取り下げる"), name_en="Withdraw"),
        Move("withdraw_application", "verified", "closed", name=gettext_noop("申請を取り下げる"), name_en="Withdraw"),
        Move("refuse_application", "applied", "closed", name=gettext_noop("受理しない"), name_en="Refuse"),
        Move("refuse_application", "inquired", "closed", name=gettext_noop("受理しない"), name_en="Refuse"),
        Move("refuse_application", "verified", "closed", name=gettext_noop("受理しない"), name_en="Refuse"),
        Move("close_unanswered", "inquired", "closed", name=gettext_noop("回答がないため終える"), name_en="Close unanswered"),
        Move("lapse_seal", "applied", "closed", name=gettext_noop("職権抹消"), name_en="Lapse"),
        Move("lapse_seal", "inquired", "closed", name=gettext_noop("職権抹消"), name_en="Lapse"),
        Move("lapse_seal", "verified", "closed", name=gettext_noop("職権抹消"), name_en="Lapse"),
    ),
)  # fmt: skip
# What is still to be decided, what is in the register (one of a person), and what is over.
SEAL_OPEN = ("applied", "inquired", "verified")
SEAL_STANDING = ("registered", "suspended")
SEAL_ENDED = ("replaced", "cancelled", "lapsed", "closed")
