"""The steps of a public notice and of a batch of letters. Pure."""

from jichi.kernel.steps.table import Move, Step, StepTable
from jichi.kernel.values.fault import gettext_noop as _

PUBLIC_NOTICE = StepTable(
    "notices.public",
    steps=(
        Step("draft", _("作成中"), "Draft"),
        Step("approved", _("決裁済み"), "Approved"),
        Step("posted", _("掲示中"), "Posted"),
        Step("ended", _("掲示終了"), "Ended", final=True),
    ),
    moves=(
        Move("approve", "draft", "approved", name=_("決裁する"), name_en="Approve"),
        Move("return", "approved", "draft", name=_("差し戻す"), name_en="Return"),
        Move("post", "approved", "posted", name=_("掲示する"), name_en="Post"),
        Move("end", "posted", "ended", name=_("掲示を終える"), name_en="End"),
    ),
)

BATCH = StepTable(
    "notices.batch",
    steps=(
        Step("made", _("印刷待ち"), "Waiting to be printed"),
        Step("printed", _("印刷済み"), "Printed"),
        Step("posted", _("発送済み"), "Posted", final=True),
    ),
    moves=(
        Move("print", "made", "printed", name=_("印刷する"), name_en="Print"),
        Move("reprint", "printed", "printed", name=_("もう一度印刷する"), name_en="Print again"),
        Move("post", "printed", "posted", name=_("郵便局に渡す"), name_en="Hand to the post"),
    ),
)
