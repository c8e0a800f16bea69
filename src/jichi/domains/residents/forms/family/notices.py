"""Entering a notice about the standing of a person, and ending it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm

from ...rules.civil_notices import ENDED, NOTICE_KINDS, Ended, NoticeKind
from .receiving import day, line


class CivilNoticeForm(KitForm):
    kind = forms.ChoiceField(
        label=_("どの通知ですか"),
        choices=[(str(kind), _(name)) for kind, name in NOTICE_KINDS.items()],
        widget=forms.RadioSelect,
    )
    sender = line(_("通知した裁判所・法務局"), _("通知のとおりに書いてください。"), required=True, most=100)
    sender_number = line(_("通知の番号・事件番号"), most=60)
    happened_on = day(_("裁判が確定した日・登記の日"), required=True)
    received_on = day(_("通知を受けた日"), required=True)

    def clean_kind(self) -> NoticeKind:
        return NoticeKind(self.cleaned_data["kind"])


class EndNoticeForm(KitForm):
    because = forms.ChoiceField(
        label=_("なぜ終わりますか"),
        choices=[(str(end), _(name)) for end, name in ENDED.items()],
        widget=forms.RadioSelect,
    )
    sender = line(_("知らせた裁判所・法務局"), _("誤って入力したときは、空けておきます。"), most=100)
    end_on = day(_("取消し・閉鎖・復権の日（誤りのときは今日）"), required=True)

    def clean_because(self) -> Ended:
        return Ended(self.cleaned_data["because"])

    def clean(self) -> dict[str, Any]:
        """What really ended was told by somebody."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("because") not in (None, Ended.MISTAKE) and not given.get("sender"):
            self.add_error("sender", _("だれが知らせたかを書いてください。"))
        return given
