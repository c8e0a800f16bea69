"""What a sheet still lacks, said at each of its fields; part of `submit_review`."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import EffortReview, ProgrammeReview
from ..rules.sheet_two import Graded, missing_in

SENTENCES = {
    "goal_needed": gettext_lazy("この年度の事業目標を入力してください。"),
    "result_needed": gettext_lazy("この年度に実際に行ったことと結果を入力してください。"),
    "achievement_needed": gettext_lazy("達成状況を1から5の中から選んでください。"),
    "why_this_grade_needed": gettext_lazy("なぜこの達成状況としたかを入力してください。"),
    "check_result_needed": gettext_lazy("点検結果をAからHの中から選んでください。"),
    "evidence_needed": gettext_lazy("根拠を1つ以上つけてください。達成状況が「3」のときも必要です。"),
    "changed_goal_needed": gettext_lazy(
        "点検結果E～Hは目標を変更するときの評語です。変更後の目標を入力してください。"
    ),
    "changed_goal_not_allowed": gettext_lazy(
        "点検結果A～Dは目標どおりのときの評語です。目標を変更するなら点検結果をE～Hにし、変更しないならこの欄を空にしてください。"
    ),
    "reason_to_end_needed": gettext_lazy("終了・休止・中止・廃止とする理由を入力してください。"),
    "plan_end_grade_needed": gettext_lazy("計画の最終年度です。計画期間全体の評語（Ⅰ～Ⅴ）を選んでください。"),
    "plan_end_grade_too_early": gettext_lazy(
        "計画期間全体の評語は、最終年度だけにつけます。空にしてください。"
    ),
    "problem_needed": gettext_lazy("解決すべき課題を入力してください。"),
    "outline_needed": gettext_lazy("施策の概要を入力してください。"),
}


def sentences_two(review: ProgrammeReview) -> dict[str, str]:
    """What keeps a 票(2) from being submitted, by field."""
    return {each.field: str(SENTENCES[each.rule]) for each in missing_in(graded(review))}


def graded(review: ProgrammeReview) -> Graded:
    return Graded(
        achievement=review.achievement,
        check_result=review.check_result,
        plan_end_grade=review.plan_end_grade,
        goal=review.goal.strip(),
        changed_goal=review.changed_goal.strip(),
        result=review.result.strip(),
        why_this_grade=review.why_this_grade.strip(),
        next_year=review.next_year.strip(),
        evidence=review.evidence.count(),
        ends_the_plan=review.round.ends_the_plan,
    )


def sentences_one(review: EffortReview) -> dict[str, str]:
    """What keeps a 票(1) from being submitted, by field."""
    own = {"goal": _("施策の目標を入力してください。"), "result": _("成果の説明を入力してください。")}
    return {
        name: own.get(name) or str(SENTENCES[f"{name}_needed"])
        for name in ("problem", "outline", "goal", "result")
        if not getattr(review, name).strip()
    }
