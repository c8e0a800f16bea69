"""The sheets 票(1) and 票(2) as forms. Nothing is demanded of a draft; the act of submitting asks for all."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm

from ..actions.add_evidence import NewEvidence
from ..actions.draft_review import SheetOne, SheetTwo
from ..actions.give_second_opinion import Opinion
from ..models import EffortReview, Evidence, ProgrammeReview
from ..rules.grades import ACHIEVEMENTS, CHECK_RESULTS, GOAL_CHANGED, GOAL_KEPT, PLAN_END_GRADES

LONG = 4000


def text(label: Any, *, help_text: Any = "", required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONG,
        widget=forms.Textarea({"rows": 4}),
    )


def number(value: str) -> int | None:
    return int(value) if value else None


def achievements() -> list[tuple[str, str]]:
    return [(str(grade), f"{grade} {gettext(words)}") for grade, words in ACHIEVEMENTS.items()]


def check_results() -> list[tuple[str, list[tuple[str, str]]]]:
    """A to D under 目標どおり, E to H under 目標を変更."""
    groups: dict[str, list[tuple[str, str]]] = {gettext(GOAL_KEPT): [], gettext(GOAL_CHANGED): []}
    for code, cell in CHECK_RESULTS.items():
        group = gettext(GOAL_CHANGED if cell.goal_changes else GOAL_KEPT)
        groups[group].append((code, f"{code} {gettext(cell.resources)}"))
    return list(groups.items())


class SheetTwoForm(KitForm):
    """票(2) of a programme."""

    goal = text(_("事業目標"), help_text=_("この年度に何をどこまで行う予定だったかを書いてください。"))
    result = text(_("実績"), help_text=_("実際に行ったことと結果を、数や日付をつけて書いてください。"))
    achievement = forms.TypedChoiceField(
        label=_("達成状況"), required=False, coerce=number, empty_value=None, widget=forms.RadioSelect
    )
    why_this_grade = text(
        _("この達成状況とした理由"), help_text=_("目標と実績のどこを比べて、そう判断したかを書いてください。")
    )
    check_result = forms.ChoiceField(label=_("点検結果"), required=False)
    changed_goal = text(_("変更後の目標"), help_text=_("点検結果をE～Hにしたときだけ書いてください。"))
    next_year = text(
        _("次年度の方向"), help_text=_("点検結果をDかHにしたときは、終わらせる理由を書いてください。")
    )
    plan_end_grade = forms.TypedChoiceField(
        label=_("計画期間全体の評語"),
        required=False,
        coerce=number,
        empty_value=None,
        help_text=_(
            "Ⅰ～Ⅴがそれぞれ何を意味するかは、市の資料でまだ確かめられていません。番号だけを記録します。"
        ),
    )

    def __init__(self, *args: Any, ends_the_plan: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        self.choose("achievement", achievements())
        self.choose("check_result", [("", gettext("選んでください")), *check_results()])
        self.choose("plan_end_grade", [("", gettext("選んでください")), *plan_end_grades()])
        if not ends_the_plan:
            del self.fields["plan_end_grade"]

    def choose(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def sheet(self) -> SheetTwo:
        return SheetTwo(**self.cleaned_data)


def plan_end_grades() -> list[tuple[str, str]]:
    return [(str(grade), numeral) for grade, numeral in PLAN_END_GRADES.items()]


class SheetOneForm(KitForm):
    """票(1) of an effort."""

    problem = text(_("解決すべき課題"))
    outline = text(_("施策の概要"))
    goal = text(_("施策の目標"))
    result = text(
        _("成果の説明"), help_text=_("課題に対して、この年度に何ができ、何が残ったかを書いてください。")
    )
    direction = text(_("今後の方向性"))

    def __init__(self, *args: Any, ends_the_plan: bool, **named: Any) -> None:
        super().__init__(*args, **named)

    def sheet(self) -> SheetOne:
        return SheetOne(**self.cleaned_data)


SheetForm = SheetOneForm | SheetTwoForm


def form_of(review: EffortReview | ProgrammeReview, data: Any = None) -> SheetForm:
    """The form of a sheet with what stands on it."""
    form = SheetOneForm if isinstance(review, EffortReview) else SheetTwoForm
    return form(data, initial=said_on(review), ends_the_plan=review.round.ends_the_plan)


def bound_to_itself(review: EffortReview | ProgrammeReview) -> SheetForm:
    """The form as if the sheet had just been typed, so that errors can stand at its fields."""
    said = {name: "" if value is None else str(value) for name, value in said_on(review).items()}
    form = form_of(review, said)
    form.is_valid()
    return form


def said_on(review: EffortReview | ProgrammeReview) -> dict[str, Any]:
    form = SheetOneForm if isinstance(review, EffortReview) else SheetTwoForm
    return {name: getattr(review, name) for name in form.base_fields}


class EvidenceForm(KitForm):
    """What shows that the grade is true."""

    kind = forms.ChoiceField(label=_("種類"), choices=Evidence.Kind.choices)
    title = forms.CharField(label=_("名前"), max_length=200, help_text=_("例：第4期区民会議 会議録"))
    where = forms.CharField(
        label=_("どこにあるか"),
        max_length=500,
        help_text=_("アドレス、文書番号、記録番号などを書いてください。"),
    )
    shows = forms.CharField(label=_("何がわかるか"), max_length=1000, widget=forms.Textarea({"rows": 2}))

    def evidence(self) -> NewEvidence:
        typed = self.cleaned_data
        return NewEvidence(**{**typed, "kind": Evidence.Kind(typed["kind"])})


class ReturnForm(KitForm):
    """Why a sheet goes back."""

    because = text(
        _("差し戻す理由"), required=True, help_text=_("どこをどう直してほしいかを書いてください。")
    )


class EmptyForm(KitForm):
    """An act that asks nothing but to be confirmed."""


class OpinionForm(KitForm):
    """A committee's own grade."""

    body = forms.CharField(label=_("意見を出した委員会など"), max_length=120)
    achievement = forms.TypedChoiceField(label=_("達成状況"), coerce=int, widget=forms.RadioSelect)
    opinion = text(_("意見"), required=True)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["achievement"].choices = achievements()  # type: ignore[attr-defined]

    def given(self) -> Opinion:
        return Opinion(**self.cleaned_data)
