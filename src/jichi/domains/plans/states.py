"""The steps of an evaluation sheet. Pure."""

from jichi.kernel.steps import Move, Step, StepTable

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
        Move("submit", "draft", "section"),
        Move("approve_as_section", "section", "bureau"),
        Move("approve_as_bureau", "bureau", "approved"),
        Move("publish", "approved", "published"),
        Move("return", "section", "draft"),
        Move("return", "bureau", "draft"),
        Move("return", "approved", "draft"),
    ),
)
