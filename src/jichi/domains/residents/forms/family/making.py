"""The form of a register that another city or a paper register hands over: its domicile and its members."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm

from ...actions.family.make_family_register import OldEntry, OldMember, OldRegister
from ...queries.family_sheets import domicile_at
from ...rules.family.blocks import Block
from ...rules.family.plan import Item
from ...rules.family.words import HUSBAND, WIFE
from ...rules.words import Sex
from .finding import town_field
from .receiving import SEXES, day, line, spaced

MOST_MEMBERS = 8
WHYS = [("transfer", _("転籍（市外から）")), ("remade", _("改製")), ("made", _("編製"))]
SPOUSES = [("", _("なし")), (HUSBAND, _("夫")), (WIFE, _("妻"))]


class RegisterForm(KitForm):
    """The first member is the first person; members after the last one that is named are left empty."""

    ticket = forms.UUIDField(widget=forms.HiddenInput)
    why = forms.ChoiceField(label=_("編製の理由"), choices=WHYS)
    made_on = day(_("編製の日"), required=True)
    town = town_field(_("本籍の町丁目"), _("例：川崎区宮本町"), required=True)
    lot = line(_("本籍の番地"), required=True, most=60)
    former = line(_("前の本籍"), _("転籍のときだけ"))
    married_on = day(_("婚姻の日"), _("夫婦がいるときだけ"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for number in range(1, MOST_MEMBERS + 1):
            self.fields.update(fields_of(number))
        self.fields["ticket"].initial = uuid4()

    @property
    def own_fields(self) -> list[BoundField]:
        """Those of the register itself."""
        return [
            field for field in self.visible_fields() if not field.name.startswith("m") or field.name in OWN
        ]

    @property
    def member_fields(self) -> Iterator[tuple[int, list[BoundField]]]:
        """Those of each member, with their place."""
        for number in range(1, MOST_MEMBERS + 1):
            yield number, [self[name] for name in fields_of(number)]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for number in range(1, MOST_MEMBERS + 1):
            if given.get(f"m{number}_name") and not given.get(f"m{number}_birth"):
                self.add_error(f"m{number}_birth", _("生年月日を書いてください。"))
        return given

    def old(self) -> OldRegister:
        given = self.cleaned_data
        why = given["why"]
        code = {"transfer": "transfer_on", "remade": "remade_on", "made": "made_on"}[why]
        items = [Item(code=code, day=given["made_on"])]
        if given["former"]:
            items.append(Item(code="former_domicile", text=given["former"]))
        return OldRegister(
            domicile=domicile_at(given["town"], given["lot"]),
            members=list(self.members()),
            why=why,
            made_on=given["made_on"],
            items=items,
            ticket=given["ticket"],
        )

    def members(self) -> Iterator[OldMember]:
        for number in range(1, MOST_MEMBERS + 1):
            if self.cleaned_data.get(f"m{number}_name", "").strip():
                yield self.member(number)

    def member(self, number: int) -> OldMember:
        told = {item: self.cleaned_data.get(f"m{number}_{item}", "") for item in ITEMS}
        birth = self.cleaned_data[f"m{number}_birth"]
        block = Block(
            name=spaced(told["name"].strip()),
            birth=birth,
            sex=Sex(told["sex"]),
            father=told["father"],
            mother=told["mother"],
            relation=told["relation"],
            spouse=told["spouse"],
        )
        entries = [OldEntry(kind="birth", happened_on=birth, items=[Item(code="born_on", day=birth)])]
        if block.spouse and (wed := self.cleaned_data["married_on"]):
            said = [Item(code="married_on", day=wed)]
            entries.append(OldEntry(kind="marriage", happened_on=wed, items=said))
        return OldMember(block=block, entries=entries)


OWN = ("made_on", "married_on")
ITEMS = ("name", "sex", "father", "mother", "relation", "spouse")


def fields_of(number: int) -> dict[str, forms.Field]:
    who = {"number": number}
    first = number == 1
    return {
        f"m{number}_name": line(
            _("%(number)s番目の人の氏名") % who, _("氏と名のあいだに空白を入れてください。"), required=first
        ),
        f"m{number}_birth": day(_("%(number)s番目の人の生年月日") % who, required=first),
        f"m{number}_sex": forms.ChoiceField(
            label=_("%(number)s番目の人の性別") % who, choices=SEXES, required=first
        ),
        f"m{number}_spouse": forms.ChoiceField(
            label=_("%(number)s番目の人の配偶者区分") % who, choices=SPOUSES, required=False
        ),
        f"m{number}_father": line(_("%(number)s番目の人の父") % who),
        f"m{number}_mother": line(_("%(number)s番目の人の母") % who),
        f"m{number}_relation": line(_("%(number)s番目の人の続柄") % who, most=10),
    }
