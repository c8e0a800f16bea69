"""Forms of administration."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.names import ROLE_NAMES
from jichi.kernel.access.place import CITY, Place
from jichi.kernel.access.queries import grants_held
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Bureau, Section, Ward
from jichi.kernel.web.forms import DayInput, KitForm
from jichi.kernel.web.table import FilterForm
from jichi.kernel.web.words import name_text, section_text

ROLES = [(role.value, name) for role, name in ROLE_NAMES.items()]


class StaffFilter(FilterForm):
    name = forms.CharField(label=_("氏名かメールアドレスの一部"), required=False)
    role = forms.ChoiceField(label=_("役割"), required=False, choices=[("", _("すべて")), *ROLES])

    def narrow(self, rows: QuerySet[Account]) -> QuerySet[Account]:
        part, role = self.cleaned_data["name"], self.cleaned_data["role"]
        if part:
            rows = rows.filter(name__icontains=part) | rows.filter(email__icontains=part)
        return rows.filter(pk__in=holders(role)) if role else rows


def holders(role: str) -> QuerySet[Account, int]:
    return grants_held(local_day(now())).filter(role=role).values("account_id")  # type: ignore[return-value]


class AccountForm(KitForm):
    name = forms.CharField(label=_("氏名"), max_length=100)
    email = forms.EmailField(
        label=_("メールアドレス"),
        help_text=_(
            "市の職員のアドレスを入れてください。パスワードは、本人が「パスワードを忘れたとき」から決めます。"
        ),
    )


def place_choices() -> list[Any]:
    """The whole city, then wards, bureaus and sections, each under its heading."""
    sections = Section.objects.select_related("bureau").order_by("bureau__name", "name")
    return [
        ("", _("市全体")),
        (_("区"), [(f"ward:{ward.pk}", name_text(ward)) for ward in Ward.objects.order_by("code")]),
        (
            _("局・区役所"),
            [(f"bureau:{each.pk}", name_text(each)) for each in Bureau.objects.order_by("name")],
        ),
        (_("課"), [(f"section:{each.pk}", section_text(each)) for each in sections]),
    ]


class GiveRoleForm(KitForm):
    role = forms.ChoiceField(label=_("役割"), choices=ROLES)
    where = forms.ChoiceField(label=_("どこで"), required=False, choices=place_choices)
    since = forms.DateField(label=_("始まる日"), widget=DayInput)
    last_day = forms.DateField(
        label=_("最後の日"),
        required=False,
        widget=DayInput,
        help_text=_("決まっていないときは、空けておきます。"),
    )
    standby = forms.BooleanField(
        label=_("待機にする"),
        required=False,
        help_text=_("ふだんは使えず、必要なときに本人が理由を書いて、8時間まで使えます。"),
    )
    reason = forms.CharField(
        label=_("理由"),
        max_length=300,
        help_text=_("例：2012年4月1日付け辞令。人の名前は書かないでください。"),
    )

    @property
    def place(self) -> Place:
        """Where the role is to be held."""
        kind, _colon, key = self.cleaned_data["where"].partition(":")
        kinds: dict[str, Any] = {"ward": Ward, "bureau": Bureau, "section": Section}
        return Place(**{kind: kinds[kind].objects.get(pk=key)}) if kind else CITY

    @property
    def act(self) -> dict[str, Any]:
        """What was chosen, as the verb `give_role` takes it."""
        last: date | None = self.cleaned_data["last_day"]
        return {
            "role": Role(self.cleaned_data["role"]),
            "place": self.place,
            "since": self.cleaned_data["since"],
            "until": last + timedelta(days=1) if last and last < date.max else None,
            "standby": self.cleaned_data["standby"],
            "reason": self.cleaned_data["reason"],
        }


class ReasonForm(KitForm):
    reason = forms.CharField(
        label=_("理由"), max_length=300, help_text=_("記録に残ります。人の名前は書かないでください。")
    )


HOURS = ((1, _("1時間")), (2, _("2時間")), (4, _("4時間")), (8, _("8時間")))


class ElevationForm(ReasonForm):
    hours = forms.TypedChoiceField(label=_("時間"), coerce=int, choices=HOURS, initial=1)

    field_order = ("hours", "reason")

    @property
    def span(self) -> timedelta:
        return timedelta(hours=self.cleaned_data["hours"])


class DemoDayForm(KitForm):
    day = forms.DateField(label=_("デモの日付"), widget=DayInput)
