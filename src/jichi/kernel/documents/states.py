"""Whether an issued document still stands. Pure."""

from jichi.kernel.steps.table import Move, Step, StepTable

DOCUMENT = StepTable(
    "documents.document",
    steps=(
        Step("stands", "有効", "Stands"),
        Step("superseded", "差し替え済み", "Superseded", final=True),
        Step("withdrawn", "取り消し", "Withdrawn", final=True),
    ),
    moves=(
        Move("supersede", "stands", "superseded", name="差し替える", name_en="Supersede"),
        Move("withdraw", "stands", "withdrawn", name="取り消す", name_en="Withdraw"),
    ),
)
