"""The steps of a record of the register, of a certificate and of a protection case. Pure."""

from jichi.kernel.steps import Move, Step, StepTable
from jichi.kernel.values.fault import gettext_noop

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
