"""Correcting what stands above the entries of a register: of a member, or of the register itself; and by which right."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm

from ...models import FamilyDomicile, MemberRecord
from ...queries.family_sheets import domicile_at
from ...rules.family.blocks import full_name
from ...rules.family.case import Domicile, without_space
from ...rules.family.correcting import (
    ARTICLES,
    GROUNDS,
    PARENTS,
    Authority,
    Changes,
    Ground,
    Parent,
    corrections,
)
from .finding import town_field, town_text
from .receiving import day, line

PARENT_CHOICES = [
    (Parent.SAME.value, _("同じ人の書き誤りを直す")),
    (Parent.OTHER.value, _("別の人に改める、または、いないことにする（親子のつながりも変わります）")),
]
AUTHORITY = ("ground", "source", "decided_on", "applied_on", "applied_by", "why")


class AuthorityForm(KitForm):
    """By which right the register is corrected; each ground asks for its own papers and days."""

    ground = forms.ChoiceField(label=_("訂正の根拠"), widget=forms.RadioSelect)
    source = line(
        _("誤りを示す書類、許可・裁判をした役所"),
        _("例：出生届書の記載、横浜地方法務局長の許可、横浜家庭裁判所川崎支部の許可"),
        most=200,
    )
    decided_on = day(
        _("許可の日・裁判が確定した日"), _("職権で、書類から明らかな誤りを直すときは、いりません。")
    )
    applied_on = day(_("申請の日"), _("許可や裁判による申請のときだけ"))
    applied_by = line(_("申請人"), _("許可や裁判による申請のときだけ"), most=100)
    why = line(_("訂正の理由"), _("例：錯誤、遺漏、父母との続柄の誤記"), most=300)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        said = [(ground.value, f"{gettext(name)}　{ARTICLES[ground]}") for ground, name in GROUNDS.items()]
        self.fields["ground"].choices = said  # type: ignore[attr-defined]

    def authority(self) -> Authority:
        given = self.cleaned_data
        said = {name: given[name].strip() for name in ("why", "source", "applied_by")}
        days = {name: given[name] for name in ("decided_on", "applied_on")}
        return Authority(ground=Ground(given["ground"]), **said, **days)


class BlockForm(AuthorityForm):
    """What the register says of one member, to be overwritten where it is wrong."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    given_name = line(_("名"), required=True, most=100)
    birth = day(_("生年月日"))
    father = line(_("父"), _("氏と名のあいだに空白は入れません。"))
    mother = line(_("母"), _("氏と名のあいだに空白は入れません。"))
    relation = line(_("続柄"), _("例：長男、二女"), most=10)
    adoptive_father = line(_("養父"))
    adoptive_mother = line(_("養母"))
    adoptive_relation = line(_("養父母との続柄"), _("例：養子、養女"), most=10)
    parent = forms.ChoiceField(
        label=_("父か母を直すときは"), choices=PARENT_CHOICES, widget=forms.RadioSelect, required=False
    )

    def __init__(self, *args: Any, row: MemberRecord, **named: Any) -> None:
        self.row, block = row, row.block
        own = {
            name: getattr(block, name)
            for name in (*PARENTS, "relation", "adoptive_relation", "birth", "given_name")
        }
        super().__init__(*args, initial={**own, "seen": row.pk}, **named)
        if not block.is_adopted:
            for name in ("adoptive_father", "adoptive_mother", "adoptive_relation"):
                del self.fields[name]
        if block.birth:
            self.fields["birth"].required = True
        self.order_fields([name for name in self.fields if name not in AUTHORITY])

    def items(self) -> dict[str, Any]:
        """The right values, as a block keeps them; a blank where nobody is."""
        given = self.cleaned_data
        told = {name: without_space(given[name].strip()) for name in PARENTS if name in self.fields}
        told |= {
            name: given[name].strip() for name in ("relation", "adoptive_relation") if name in self.fields
        }
        birth: date | None = given["birth"]
        return {**told, "name": self.full_name(given["given_name"].strip()), "birth": birth}

    def full_name(self, given: str) -> str:
        """With the surname of the register, where there is one."""
        block = self.row.block
        return given if block.name == block.given_name else full_name(block.surname, given)

    def changes(self) -> Changes:
        return corrections(self.row.block, self.items())


class HeadForm(AuthorityForm):
    """The surname of everybody in the register and its domicile."""

    seen_surname = forms.CharField(widget=forms.HiddenInput)
    seen_domicile = forms.CharField(widget=forms.HiddenInput)
    surname = line(_("氏"), _("この戸籍にいる、同じ氏の人すべてが直ります。"), required=True, most=100)
    town = town_field(_("本籍の町丁目"), _("例：川崎区宮本町"), required=True)
    lot = line(_("本籍の番地"), required=True, most=60)

    def __init__(self, *args: Any, surname: str, stands: FamilyDomicile, **named: Any) -> None:
        own = {"surname": surname, "town": town_text(stands.town) if stands.town else "", "lot": stands.lot}
        seen = {"seen_surname": surname, "seen_domicile": stands.text}
        super().__init__(*args, initial={**own, **seen}, **named)
        self.stands = stands
        self.order_fields([name for name in self.fields if name not in AUTHORITY])

    def domicile(self) -> Domicile:
        """As it stands where nobody touched it, also where its own text is not made of town and lot."""
        given = self.cleaned_data
        if (given["town"].pk, given["lot"].strip()) == (self.stands.town_id, self.stands.lot):
            return self.stands.as_domicile(given["town"].ward_id)
        return domicile_at(given["town"], given["lot"].strip())

    @property
    def seen(self) -> tuple[str, str]:
        return self.cleaned_data["seen_surname"], self.cleaned_data["seen_domicile"]
