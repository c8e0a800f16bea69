"""The form of a notification, made from its kind: the fields of the paper form and no others."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Ward
from jichi.kernel.web.forms import DayInput, KitForm
from jichi.kernel.web.words import is_english

from ...actions.family.family_intake import FamilyIntake, Named
from ...queries.family_days import DAYS, due_day
from ...rules.countries import choices
from ...rules.family.kinds import Kind
from ...rules.family.words import CHOICES, ROLES, Choice, Role
from ...rules.words import JAPAN, SPACE, Sex
from .finding import town_field

NO_MEMORY = {"autocomplete": "off"}
SEXES = [("", _("選んでください")), (Sex.MALE.value, _("男")), (Sex.FEMALE.value, _("女"))]
CUSTODY = [("", _("未成年の子はいない")), ("父", _("父")), ("母", _("母")), ("父母", _("父母"))]


def line(label: Any, help_text: Any = "", *, required: bool = False, most: int = 200) -> forms.CharField:
    widget = forms.TextInput(NO_MEMORY)
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=most, widget=widget
    )


def day(label: Any, help_text: Any = "", *, required: bool = False) -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, required=required, widget=DayInput)


ASKED: dict[str, Any] = {
    "happened_on": lambda: {"happened_on": day(_("届け出る事実の日"), required=True)},
    "place": lambda: {"place": line(_("場所"), _("例：川崎市川崎区"), required=True)},
    "time": lambda: {"time": line(_("時刻"), _("例：午前1時20分"), most=40)},
    "relation": lambda: {
        "relation": line(_("続柄"), _("例：長男、二女、養子、養女"), required=True, most=10)
    },
    "consent_by": lambda: {"consent_by": line(_("同意・承諾をした人"), _("未成年の人の父母や法定代理人"))},
    "custody": lambda: {
        "custody": forms.ChoiceField(label=_("未成年の子の親権者"), choices=CUSTODY, required=False)
    },
    "court": lambda: {"court": line(_("裁判所"), _("許可や裁判によるときだけ"), most=100)},
    "court_on": lambda: {"court_on": day(_("許可の日・裁判が確定した日"))},
    "new_name": lambda: {"new_name": line(_("変わった後の氏または名"), required=True, most=100)},
    "other_nationality": lambda: {"other_nationality": line(_("外国の国籍"), most=60)},
    "domicile": lambda: {
        "new_town": town_field(
            _("新しい本籍の町丁目（市内）"), _("例：川崎区宮本町。新しい戸籍をつくるときだけ")
        ),
        "new_lot": line(_("新しい本籍の番地"), most=60),
        "new_elsewhere": line(_("新しい本籍（市外）"), _("ほかの市区町村に新しい戸籍をつくるときだけ")),
    },
}


class NotificationForm(KitForm):
    """One form for each kind: parties, what the kind asks, who notifies, and by which papers they proved who they are."""

    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: Kind, wards: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.kind = kind
        for role in kind.roles:
            self.fields.update(fields_of(kind, role))
        if kind.choices:
            choices = [(choice.value, gettext(CHOICES[choice])) for choice in kind.choices]
            self.fields["choice"] = forms.ChoiceField(
                label=_("氏と戸籍"),
                choices=choices,
                widget=forms.RadioSelect,
                required=kind.code != "marriage",
            )
        for asked in kind.asks:
            self.fields.update(ASKED[asked]())
        for number in range(1, kind.witnesses + 1):
            self.fields.update(fields_of_witness(number))
        self.fields.update(fields_of_counter(kind, wards))
        self.fields["ticket"].initial = uuid4()

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("new_town") and not given.get("new_lot"):
            self.add_error("new_lot", _("番地を書いてください。"))
        for role in self.kind.roles:
            if given.get(f"{role}_name") and not given.get(f"{role}_birth") and role is not Role.CHILD:
                self.add_error(f"{role}_birth", _("生年月日を書いてください。"))
        return given

    def intake(self, today: Any) -> FamilyIntake:
        given = self.cleaned_data
        named = [*self.parties(), *self.witnesses()]
        asked = {name: given[name] for name in NAMES if given.get(name)}
        due = due_day(self.kind.code, given.get("happened_on"))
        return FamilyIntake(
            kind=self.kind.code,
            ward=given["ward"],
            notified_by=given["notified_by"],
            proofs=given["proofs"],
            late_reason=given.get("late_reason", "") if due and today > due else "",
            accepted_by=given["accepted_by"],
            parties=named,
            choice=Choice(given.get("choice") or ""),
            ticket=given["ticket"],
            **asked,
        )

    def parties(self) -> Iterator[Named]:
        given = self.cleaned_data
        for role in self.kind.roles:
            if name := given.get(f"{role}_name", "").strip():
                yield Named(
                    role=role,
                    name=spaced(name),
                    kana=given.get(f"{role}_kana", ""),
                    birth=given.get(f"{role}_birth")
                    or (given.get("happened_on") if role is Role.CHILD else None),
                    sex=given.get(f"{role}_sex") or SEX_OF.get(role, Sex.UNTOLD),
                    nationality=given.get(f"{role}_nationality") or JAPAN,
                    domicile=given.get(f"{role}_domicile", ""),
                    first=given.get(f"{role}_first", ""),
                    appeared=bool(given.get(f"{role}_appeared")),
                )

    def witnesses(self) -> Iterator[Named]:
        for number in range(1, self.kind.witnesses + 1):
            if name := self.cleaned_data.get(f"witness{number}_name", "").strip():
                yield Named(
                    role=Role.WITNESS, name=name, birth=self.cleaned_data.get(f"witness{number}_birth")
                )


NAMES = (
    "happened_on", "place", "time", "relation", "consent_by", "custody", "court", "court_on", "new_name",
    "other_nationality", "new_town", "new_lot", "new_elsewhere",
)  # fmt: skip
SEX_OF = {Role.HUSBAND: Sex.MALE, Role.FATHER: Sex.MALE, Role.WIFE: Sex.FEMALE, Role.MOTHER: Sex.FEMALE}
MAY_BE_FOREIGN = {Role.HUSBAND, Role.WIFE, Role.FATHER, Role.MOTHER}


def spaced(name: str) -> str:
    """With the full-width space of the registers between surname and given name; letters themselves stay as typed."""
    return name if name.isascii() else SPACE.join(name.split())


def fields_of(kind: Kind, role: Role) -> dict[str, forms.Field]:
    """As much of a party as the paper form asks: a child that is being born has no register yet."""
    who = gettext(ROLES[role])
    needed = role not in kind.may_lack
    newborn = kind.code == "birth" and role is Role.CHILD
    said: dict[str, forms.Field] = {
        f"{role}_name": line(
            _("%(who)sの氏名") % {"who": who}, _("氏と名のあいだに空白を入れてください。"), required=needed
        )
    }
    if newborn:
        said[f"{role}_name"].help_text = _("名だけを書いてください。氏は戸籍から決まります。")
        said[f"{role}_kana"] = line(_("%(who)sの名のよみかた") % {"who": who})
    else:
        said[f"{role}_birth"] = day(_("%(who)sの生年月日") % {"who": who})
    if role not in SEX_OF:
        said[f"{role}_sex"] = forms.ChoiceField(
            label=_("%(who)sの性別") % {"who": who}, choices=SEXES, required=newborn
        )
    if not newborn:
        said[f"{role}_domicile"] = line(
            _("%(who)sの本籍") % {"who": who}, _("同じ氏名の人が複数いるとき、市外のとき")
        )
        said[f"{role}_first"] = line(_("%(who)sの戸籍の筆頭者") % {"who": who})
    if role in MAY_BE_FOREIGN:
        said[f"{role}_nationality"] = forms.ChoiceField(
            label=_("%(who)sの国籍・地域（外国人のとき）") % {"who": who},
            choices=[("", _("なし（日本国籍）")), *choices("en" if is_english() else "ja")],
            required=False,
        )
    if role in kind.own:
        said[f"{role}_appeared"] = forms.BooleanField(
            label=_("%(who)sが窓口に来て、本人と確認できた") % {"who": who}, required=False
        )
    return said


def fields_of_witness(number: int) -> dict[str, forms.Field]:
    return {
        f"witness{number}_name": line(_("証人%(number)sの氏名") % {"number": number}),
        f"witness{number}_birth": day(_("証人%(number)sの生年月日") % {"number": number}),
    }


def fields_of_counter(kind: Kind, wards: Any) -> dict[str, forms.Field]:
    """How it came to this office."""
    said: dict[str, forms.Field] = {
        "notified_by": line(_("届出人"), _("例：夫と妻、父、同居の親族"), required=True),
        "proofs": line(_("本人確認の書類"), most=300),
        "ward": WardField(label=_("受け付ける区"), queryset=wards, empty_label=None, initial=wards.first()),
        "accepted_by": line(_("受理した市区町村長"), _("ほかの市区町村から送られてきたときだけ"), most=100),
    }
    if kind.code in DAYS:
        said["late_reason"] = line(_("期限を過ぎた理由"), _("期限を過ぎているときだけ"), most=300)
    if "happened_on" not in kind.asks:
        said["happened_on"] = day(_("受理された日"), _("ほかの市区町村で受理されたときだけ"))
    return said


class WardField(forms.ModelChoiceField):
    def label_from_instance(self, ward: Ward) -> str:
        return str(ward.name)
