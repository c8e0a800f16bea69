"""The steps of an evaluation sheet. Pure."""

from jichi.kernel.steps.table import Move, Step, StepTable

REVIEW = StepTable(
    "plans.review",
    steps=(
        Step("draft", "作成中", "Draft"),
        Step("section", "課長確認", "With the section chief"),
        Step("bureau", "局確認", "With the bureau"),
        Step("approved", "公表待ち", "Ready to publish"),
        Step("published", "公表", "Published", final=True),
    ),
    moves=(
        Move("submit", "draft", "section", name="課長に提出", name_en="Submit to the section chief"),
        Move("approve_as_section", "section", "bureau", name="課として確認", name_en="Approve as section"),
        Move("approve_as_bureau", "bureau", "approved", name="局として確認", name_en="Approve as bureau"),
        Move("publish", "approved", "published", name="公表", name_en="Publish"),
        Move("return", "section", "draft", name="差し戻し", name_en="Return"),
        Move("return", "bureau", "draft", name="差し戻し", name_en="Return"),
        Move("return", "approved", "draft", name="差し戻し", name_en="Return"),
    ),
)
