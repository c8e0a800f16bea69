"""What staff do with a comment: each form knows its verb."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.web.forms import DayInput, KitForm
from jichi.kernel.web.table import FilterForm

from ..actions.join_comments import join_comment, split_comment
from ..actions.keep_comment_back import keep_comment_back
from ..actions.publish_comment import publish_comment
from ..actions.reply_to_comment import NewReply, reply_to_comment
from ..actions.tell_consequence import NewConsequence, tell_consequence
from ..models import Answer, BudgetYear, Comment, Consequence, PlannedAction, ProgrammeReview
from ..queries.voices import comments_at_work
from ..states import COMMENT

MOST_OFFERED = 200


class ActForm(KitForm):
    """A form of one verb on one comment."""

    def __init__(self, *args: Any, actor: Actor, comment: Comment, **named: Any) -> None:
        super().__init__(*args, **named)
        self.actor, self.comment = actor, comment
        self.prepare()

    def prepare(self) -> None:
        """Fill in what is known, and offer what can be chosen."""

    def act(self, *, on: date) -> object:
        raise NotImplementedError


class PublishForm(ActForm):
    title = forms.CharField(label=_("公開する題名"), max_length=100)
    text = forms.CharField(
        label=_("公開する文"),
        widget=forms.Textarea,
        help_text=_(
            "だれか分かるところだけを消してください。意味は変えないでください。もとの文は、課の中に残ります。"
        ),
    )
    is_checked = forms.BooleanField(label=_("個人の情報がないことを、読んで確かめた"), required=False)

    def prepare(self) -> None:
        self.initial = {"title": self.comment.title, "text": self.comment.original}

    def act(self, *, on: date) -> object:
        return publish_comment(actor=self.actor, comment=self.comment, on=on, **self.cleaned_data)


class KeepBackForm(ActForm):
    because = forms.CharField(
        label=_("公開しない理由"),
        max_length=300,
        help_text=_("公の記録に残ります。だれか分かることは書かないでください。"),
    )

    def act(self, *, on: date) -> object:
        return keep_comment_back(actor=self.actor, comment=self.comment, on=on, **self.cleaned_data)


class JoinForm(ActForm):
    into = forms.ModelChoiceField(
        label=_("まとめる先の声"),
        queryset=Comment.objects.none(),
        help_text=_("先に届いて、まだ回答していない声の中から選んでください。"),
    )
    because = forms.CharField(
        label=_("まとめる理由"), max_length=300, help_text=_("例：同じ交差点についての声")
    )

    def prepare(self) -> None:
        mine = comments_at_work(self.actor).filter(step="public", received_on__lte=self.comment.received_on)
        offered = mine.exclude(pk=self.comment.pk).values("pk")[:MOST_OFFERED]
        rows = Comment.objects.filter(pk__in=list(offered.values_list("pk", flat=True)))
        self.fields["into"].queryset = rows.order_by("received_on", "pk")  # type: ignore[attr-defined]

    def act(self, *, on: date) -> object:
        return join_comment(actor=self.actor, comment=self.comment, on=on, **self.cleaned_data)


class SplitForm(ActForm):
    because = forms.CharField(label=_("分ける理由"), max_length=300)

    def act(self, *, on: date) -> object:
        return split_comment(actor=self.actor, comment=self.comment, on=on, **self.cleaned_data)


class ReplyForm(ActForm):
    answer = forms.ChoiceField(label=_("回答の種類"), choices=Answer.choices, widget=forms.RadioSelect)
    text = forms.CharField(label=_("回答"), widget=forms.Textarea, max_length=4000)
    reasons = forms.CharField(
        label=_("理由"),
        widget=forms.Textarea,
        max_length=4000,
        help_text=_("なぜそうするのか、なぜできないのかを書いてください。"),
    )

    def act(self, *, on: date) -> object:
        return reply_to_comment(
            actor=self.actor, comment=self.comment, reply=NewReply(**self.cleaned_data), on=on
        )


class ActionChoice(forms.ModelChoiceField):
    def label_from_instance(self, row: PlannedAction) -> str:
        return f"{row.year} {row.text[:60]}"


class BudgetChoice(forms.ModelChoiceField):
    def label_from_instance(self, row: BudgetYear) -> str:
        return f"{row.year} {row.budget:,}円"


class ReviewChoice(forms.ModelChoiceField):
    def label_from_instance(self, row: ProgrammeReview) -> str:
        return f"{row.reference} {row.title}"


class ConsequenceForm(ActForm):
    sort = forms.ChoiceField(
        label=_("何がありましたか"), choices=Consequence.Sort.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(label=_("何がどうなったか"), max_length=200)
    happened_on = forms.DateField(label=_("あった日"), widget=DayInput)
    planned_action = ActionChoice(
        label=_("関係する毎年の取組"),
        queryset=PlannedAction.objects.none(),
        required=False,
        empty_label=_("なし"),
    )
    budget = BudgetChoice(
        label=_("ついた予算"), queryset=BudgetYear.objects.none(), required=False, empty_label=_("なし")
    )
    review = ReviewChoice(
        label=_("結果を書いた評価票"),
        queryset=ProgrammeReview.objects.none(),
        required=False,
        empty_label=_("なし"),
    )

    def prepare(self) -> None:
        programme = self.comment.programme
        reviews = programme.reviews.select_related("round", "programme").filter(step="published")
        offered = {
            "planned_action": programme.planned_actions.order_by("-year", "order"),
            "budget": programme.budgets.order_by("-year"),
            "review": reviews.order_by("-round__year"),
        }
        for name, rows in offered.items():
            self.fields[name].queryset = rows  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("budget") and typed.get("sort") != Consequence.Sort.BUDGETED:
            self.add_error("budget", _("予算は、「予算がついた」のときだけ選んでください。"))
        return typed

    def act(self, *, on: date) -> object:
        assert self.comment.reply is not None
        told = NewConsequence(**{**self.cleaned_data, "sort": Consequence.Sort(self.cleaned_data["sort"])})
        return tell_consequence(actor=self.actor, reply=self.comment.reply, told=told, on=on)


class CommentFilter(FilterForm):
    step = forms.ChoiceField(label=_("段階"), required=False, choices=[("", _("すべて")), *COMMENT.choices])

    def narrow(self, rows: Any) -> Any:
        step = self.cleaned_data["step"]
        return rows.filter(step=step) if step else rows
