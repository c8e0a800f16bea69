"""The steps of an evaluation sheet, and of a comment on a programme. Pure."""

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

COMMENT = StepTable(
    "plans.comment",
    steps=(
        Step("received", "受付", "Received"),
        Step("public", "公開", "Public"),
        Step("replied", "回答", "Replied to", final=True),
        Step("joined", "ほかの声とまとめ", "Joined with another"),
        Step("kept_back", "非公開", "Kept back", final=True),
    ),
    moves=(
        Move("publish", "received", "public", name="公開する", name_en="Make public"),
        Move("reply", "public", "replied", name="回答する", name_en="Reply"),
        Move("join", "public", "joined", name="まとめる", name_en="Join"),
        Move("split", "joined", "public", name="分ける", name_en="Split off"),
        Move("keep_back", "received", "kept_back", name="公開しない", name_en="Keep back"),
        Move("keep_back", "public", "kept_back", name="公開しない", name_en="Keep back"),
    ),
)
