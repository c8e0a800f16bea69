"""The form of a movement: the people first, then everything about them on one page."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _

from jichi.kernel.places.models import Town
from jichi.kernel.web.forms import DayInput

from ...actions.moves.households import rest_field, to_next
from ...actions.moves.order import Address, Order
from ...actions.writing import Intake
from ...models import Entry, Household, Person
from ...queries.households import household_numbered
from ...rules.kinds import By, kind_of
from .fields import TownField, item_field, listed, text
from .rows import RowsForm
from .setting import Setting

VISITS = 3


class EntryForm(RowsForm):
    """One movement. Its fields follow from the kind and the people; `intake` and `order` give what was filled in."""

    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, setting: Setting, **named: Any) -> None:
        super().__init__(*args, setting=setting, **named)
        self.initial.setdefault("ticket", uuid4())
        self.initial.setdefault("happened_on", setting.today)
        self.initial.setdefault("notified_on", setting.today)
        self.add_days()
        self.add_places()
        self.add_people()
        self.add_rest()
        self.add_visits()
        self.group(
            _("備考"),
            {
                "note": text(
                    _("届出や処理について残しておくこと"),
                    max_length=500,
                    widget=forms.Textarea(attrs={"rows": 2}),
                )
            },
        )

    def add_days(self) -> None:
        spec, notified = self.setting.spec, kind_of(self.setting.kind).by is By.NOTIFICATION
        days: dict[str, forms.Field] = {
            "happened_on": forms.DateField(label=spec.happened, widget=DayInput(attrs={"data-focus": ""}))
        }
        if spec.leaving:
            days["leaving_on"] = forms.DateField(label=_("転出予定日"), widget=DayInput)
        elif notified:
            days["notified_on"] = forms.DateField(label=_("届出を受けた日"), widget=DayInput)
        self.group(_("いつ"), days)
        how: dict[str, forms.Field] = {
            "notified_by": text(_("届出人") if notified else _("届出・通知の別と通知元")),
            "proofs": text(_("確認した書類"), max_length=300),
        }
        if notified:
            how["late_reason"] = text(_("期限に遅れた理由（遅れたときだけ）"), max_length=300)
        self.group(_("だれから"), how)

    def add_places(self) -> None:
        spec = self.setting.spec
        fields: dict[str, forms.Field] = {}
        if spec.place:
            fields["place"] = text(spec.place)
        if spec.address:
            towns = TownField(label=_("町名"), towns=self.setting.towns, required=False)
            towns.widget.attrs["list"] = "towns"
            fields |= {"town": towns, "lot": item_field("lot"), "building": item_field("building")}
        if spec.joins:
            fields["joins"] = text(_("入る世帯の番号（ほかの世帯に入るときだけ）"), max_length=20)
        if fields:
            self.group(_("どこ"), fields)

    def add_rest(self) -> None:
        """The next head, and what everybody is to that person: asked where the head goes and others stay."""
        if not self.asks_for_head():
            return
        fields: dict[str, forms.Field] = {}
        stays = self.rest_of(self.next_head())
        if self.setting.kind != "head_changed" and len(self.setting.left) > 1:
            choices = [(entry.person.public_id.hex, entry.name) for entry in self.setting.left]
            fields["next_head"] = forms.ChoiceField(
                label=_("次の世帯主"), choices=choices, widget=forms.RadioSelect, required=False
            )
        for entry in stays:
            fields[rest_field(entry)] = self.relationship_field(entry)
        hint = _("世帯主が変わります。確かな続柄は入っています。空いているところは、届出人に聞いてください。")
        self.group(_("残る人と次の世帯主"), fields, hint)

    def asks_for_head(self) -> bool:
        head, spec = self.setting.head, self.setting.spec
        if not spec.succession or head is None or not self.setting.left:
            return False
        return self.setting.kind == "head_changed" or head.person_id in self.setting.chosen

    def next_head(self) -> Entry | None:
        if self.setting.kind == "head_changed":
            return next((each.entry for each in self.setting.subjects), None)
        if len(self.setting.left) == 1:
            return self.setting.left[0]
        wanted = self.data.get("next_head", "")
        return next((entry for entry in self.setting.left if entry.person.public_id.hex == wanted), None)

    def rest_of(self, new: Entry | None) -> list[Entry]:
        return [entry for entry in self.setting.left if new and entry.pk != new.pk]

    def relationship_field(self, entry: Entry) -> forms.CharField:
        old, new = self.setting.head, self.next_head()
        assert old
        assert new
        words = to_next(old, new, entry)
        label = _("%(name)sの新しい続柄（今は%(now)s）") % {"name": entry.name, "now": entry.relationship}
        found = listed(label, "relationships", max_length=40)
        found.initial = words.certain
        if not words.certain and words.words:
            found.help_text = _("次のどれかと思われます：%(words)s") % {"words": _("、").join(words.words)}
        return found

    def add_visits(self) -> None:
        if not self.setting.spec.visits:
            return
        fields: dict[str, forms.Field] = {}
        for at in range(1, VISITS + 1):
            fields[f"visit_{at}_day"] = forms.DateField(
                label=_("%(at)s回目の調査日") % {"at": at}, widget=DayInput, required=False
            )
            fields[f"visit_{at}_found"] = text(_("%(at)s回目の結果") % {"at": at}, max_length=300)
        self.group(_("実態調査"), fields)

    def clean_joins(self) -> Household | None:
        typed = str(self.cleaned_data["joins"]).strip()
        found = household_numbered(typed) if typed else None
        if typed and found is None:
            raise forms.ValidationError(
                _("この番号の世帯はありません。世帯の画面に出ている番号を入力してください。")
            )
        return found

    def clean_town(self) -> Town | None:
        town: Town | None = self.cleaned_data["town"]
        if town and self.setting.office_wards and town.ward_id not in self.setting.office_wards:
            raise forms.ValidationError(_("担当する区の町を選んでください。"))
        return town

    def intake(self) -> Intake:
        told = self.cleaned_data
        notified = told["happened_on"] if self.setting.spec.leaving else told.get("notified_on")
        town = told.get("town")
        return Intake(
            kind=self.kind,
            happened_on=told["happened_on"],
            notified_on=notified,
            ward=town.ward if town else self.setting.ward,
            notified_by=told["notified_by"],
            proofs=told["proofs"],
            late_reason=told.get("late_reason", ""),
            note=told["note"],
            ticket=UUID(str(told["ticket"])),
            is_demo=settings.DEMO or bool(self.setting.household and self.setting.household.is_demo),
        )

    def order(self) -> Order:
        told = self.cleaned_data
        return Order(
            seats=self.seats(),
            address=self.address(),
            household=self.household(),
            next_head=self.chosen_head(),
            rest=self.rest(),
            place=told.get("place", ""),
            leaving_on=told.get("leaving_on"),
            visits=self.visits(),
            apart=self.apart(),
        )

    def address(self) -> Address | None:
        told = self.cleaned_data
        town = told.get("town")
        return (
            Address(town=town, lot=told["lot"].strip(), building=told["building"].strip()) if town else None
        )

    def household(self) -> Household | None:
        if self.kind == "born":
            return self.setting.household
        return self.cleaned_data.get("joins")

    def chosen_head(self) -> Person | None:
        found = self.next_head() if self.asks_for_head() else None
        return found.person if found else None

    def rest(self) -> dict[int, str]:
        told = self.cleaned_data
        return {
            entry.person_id: told[rest_field(entry)]
            for entry in self.setting.left
            if told.get(rest_field(entry))
        }

    def visits(self) -> tuple[tuple[date, str], ...]:
        told = self.cleaned_data
        rows = (
            (told.get(f"visit_{at}_day"), told.get(f"visit_{at}_found", "")) for at in range(1, VISITS + 1)
        )
        return tuple((day, found) for day, found in rows if day)
