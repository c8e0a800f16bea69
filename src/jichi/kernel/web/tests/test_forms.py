from datetime import date

import pytest
from django import forms
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.web.forms import (
    DESK,
    PUBLIC,
    Act,
    AmountField,
    Answer,
    DayInput,
    KitForm,
    Stage,
    answers,
    frame_of,
    show_form,
    stage_of,
    tell,
)

GOOD = {
    "name": "中丸子町会",
    "kind": "green",
    "times": ["day", "night"],
    "cost": "１,２３４",
    "day": "2012-07-09",
    "agreed": "on",
}
ACT = Act(title="届け出", button="届け出る", explains="名簿にのります。")


class Notice(KitForm):
    name = forms.CharField(label="名前", help_text="規約の名前")
    kind = forms.ChoiceField(
        label="種類", choices=[("green", "環境"), ("safe", "安全")], widget=forms.RadioSelect
    )
    times = forms.MultipleChoiceField(
        label="時間", choices=[("day", "昼"), ("night", "夜")], widget=forms.CheckboxSelectMultiple
    )
    cost = AmountField(label="費用", unit="円", required=False)
    day = forms.DateField(label="日", widget=DayInput)
    agreed = forms.BooleanField(label="同意します")


def post(rf: RequestFactory, **changes: str) -> HttpRequest:
    return rf.post("/", {**GOOD, **changes})


def form_of(request: HttpRequest) -> Notice:
    return Notice(request.POST or None)


def test_an_act_without_a_word_for_its_button_says_its_title(rf: RequestFactory) -> None:
    request = post(rf)
    html = show_form(request, form_of(request), "kit/form.html", act=Act(title="届け出る")).content.decode()
    assert 'value="act">届け出る</button>' in html


def test_a_required_field_says_so_in_a_word() -> None:
    html = str(Notice())
    assert html.count("必須") == 5
    assert "required=" not in html.replace('class="required"', "")


def test_help_stands_between_the_label_and_the_control() -> None:
    html = Notice()["name"].as_field_group()
    assert (
        html.index("名前</label>" if "名前</label>" in html else "名前<")
        < html.index("規約の名前")
        < html.index("<input")
    )
    assert 'aria-describedby="id_name_helptext"' in html


def test_an_error_is_told_on_top_and_at_the_field(rf: RequestFactory) -> None:
    request = post(rf, name="")
    html = show_form(request, form_of(request), "kit/form.html", act=ACT).content.decode()
    assert '<a href="#id_name">名前：記入してください。</a>' in html
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_error"' in html


@pytest.mark.parametrize(
    ("name", "message"), [("kind", "選んでください。"), ("agreed", "確かめて、しるしを付けてください。")]
)
def test_what_is_missing_is_said_by_the_kind_of_field(name: str, message: str) -> None:
    assert Notice({}).errors[name] == [message]


def test_a_field_that_was_added_late_speaks_like_the_others() -> None:
    class Growing(KitForm):
        def __init__(self, *args: object, **named: object) -> None:
            super().__init__(*args, **named)
            self.fields["name"] = forms.CharField(max_length=3)

    assert Growing({"name": ""}).errors == {"name": ["記入してください。"]}
    assert Growing({"name": "四文字だ"}).errors == {"name": ["3字までです。いま4字あります。"]}


def test_an_error_of_a_group_leads_to_its_first_choice(rf: RequestFactory) -> None:
    request = post(rf, kind="")
    assert 'href="#id_kind_0"' in show_form(request, form_of(request), "kit/form.html").content.decode()


def test_a_form_with_errors_answers_422_and_keeps_what_was_typed(rf: RequestFactory) -> None:
    request = post(rf, day="")
    response = show_form(request, form_of(request), "kit/form.html", act=ACT)
    assert response.status_code == 422
    assert 'value="中丸子町会"' in response.content.decode()


@pytest.mark.parametrize(
    ("stage", "expected"),
    [("", Stage.CONFIRM), ("mend", Stage.FILL), ("act", Stage.ACT), ("anything", Stage.CONFIRM)],
)
def test_an_official_act_happens_only_after_the_question(
    rf: RequestFactory, stage: str, expected: Stage
) -> None:
    request = post(rf, stage=stage)
    assert stage_of(request, form_of(request)) is expected


def test_confirming_something_wrong_leads_back_to_the_form(rf: RequestFactory) -> None:
    request = post(rf, stage="act", day="never")
    assert stage_of(request, form_of(request)) is Stage.FILL


def test_looking_at_the_form_acts_on_nothing(rf: RequestFactory) -> None:
    request = rf.get("/", {"stage": "act"})
    assert stage_of(request, Notice(None)) is Stage.FILL


@pytest.mark.django_db
def test_the_question_carries_every_answer_to_the_act(rf: RequestFactory) -> None:
    request = post(rf)
    html = show_form(request, form_of(request), "kit/form.html", act=ACT).content.decode()
    assert "まだ送られていません" in html
    assert "名簿にのります。" in html
    assert html.count('name="times"') == 2
    assert 'type="hidden" name="name" value="中丸子町会"' in html


def test_answers_read_as_a_person_would_say_them() -> None:
    form = Notice(
        MultiValueDict({key: value if isinstance(value, list) else [value] for key, value in GOOD.items()})
    )
    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2012, 7, 9)
    assert [answer.text for answer in answers(form)] == [
        "中丸子町会",
        "環境",
        "昼、夜",
        "1,234円",
        "2012年（平成24年）7月9日",
        "はい",
    ]
    assert answers(form)[0] == Answer(label="名前", text="中丸子町会")


def test_a_refusal_is_told_at_its_field_and_otherwise_on_top() -> None:
    form = Notice({})
    tell(form, Refusal("期限が過ぎています。", fields={"day": "この日は過ぎています。"}))
    assert "この日は過ぎています。" in form.errors["day"]
    tell(form, Refusal("期限が過ぎています。"))
    assert form.non_field_errors() == ["期限が過ぎています。"]


def test_markup_in_an_answer_is_shown_and_not_run(rf: RequestFactory) -> None:
    request = post(rf, name="<script>alert(1)</script>", day="")
    assert "<script>alert" not in show_form(request, form_of(request), "kit/form.html").content.decode()


def test_who_fills_in_a_form_at_the_desk_confirms_it_there() -> None:
    assert frame_of("notices/public/form.html") == frame_of("kit/desk.html") == DESK
    assert frame_of("kit/form.html") == frame_of("kit/base.html") == PUBLIC
