"""The steps of a record of the register, and of a certificate. Pure."""

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
