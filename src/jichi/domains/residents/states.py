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
        Move("inquire", "received", "inquiry", name=gettext_noop("管轄局に照会する"), name_en="Ask the legal affairs bureau"),
        Move("accept", "received", "accepted", name=gettext_noop("受理する"), name_en="Accept"),
        Move("refuse", "received", "refused", name=gettext_noop("不受理にする"), name_en="Refuse"),
        Move("accept", "inquiry", "accepted", name=gettext_noop("受理する"), name_en="Accept"),
        Move("refuse", "inquiry", "refused", name=gettext_noop("不受理にする"), name_en="Refuse"),
        Move("annul", "accepted", "annulled", name=gettext_noop("記載を消除する"), name_en="Annul the entries"),
    ),
)  # fmt: skip
