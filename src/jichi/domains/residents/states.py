"""The steps of a record of the register. Pure."""

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
