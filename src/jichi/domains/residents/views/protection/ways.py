"""What may be done in a case now: each act with its form, its words and its verb."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.forms import Form
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.web.forms import Act

from ...actions.protection.cities import list_city, tell_cities
from ...actions.protection.end_protection import end_protection
from ...actions.protection.hand_over_case import hand_over_case
from ...actions.protection.lift_protection import confirm_lifting, keep_protection, propose_lifting
from ...actions.protection.renew_protection import renew_protection
from ...actions.protection.start_protection import start_protection
from ...forms import protection as forms
from ...models import ProtectionCase
from ...permissions import May
from ...queries.protection_cases import term_of
from ...states import PROTECTION


@dataclass(frozen=True, kw_only=True)
class ProtectionAct(Act):
    """`verb` takes actor, case, on and what the form says. `moves` says that the step table has to allow it."""

    name: str
    form: type[Form]
    verb: Callable[..., Any]
    needs: May
    moves: bool = True


ACTS = (
    ProtectionAct(
        name="start_protection",
        title=_("支援措置を始める"),
        explains=_("必要性を確認したことを、きょう本人に連絡します。きょうから1年間です。"),
        form=forms.StartForm,
        verb=start_protection,
        needs=May.DECIDE_PROTECTION,
    ),
    ProtectionAct(
        name="renew_protection",
        title=_("期間を延ばす"),
        explains=_("いまの期間に続けて1年間延ばします。"),
        form=forms.RenewForm,
        verb=renew_protection,
        needs=May.PROTECT,
    ),
    ProtectionAct(
        name="end_protection",
        title=_("期間の満了で終える"),
        explains=_("終えると、この人たちの住所などが、ほかの職員や請求者に見えるようになります。"),
        form=forms.EndForm,
        verb=end_protection,
        needs=May.DECIDE_PROTECTION,
        danger=True,
    ),
    ProtectionAct(
        name="propose_lifting",
        title=_("解除・却下を求める"),
        explains=_("別の人が確認するまで、保護は続きます。"),
        form=forms.LiftForm,
        verb=propose_lifting,
        needs=May.PROTECT,
        danger=True,
    ),
    ProtectionAct(
        name="confirm_lifting",
        title=_("解除・却下を確認する"),
        explains=_(
            "確認すると、この人たちの住所などが、ほかの職員や請求者に見えるようになります。取り消すことはできません。"
        ),
        form=forms.SureForm,
        verb=confirm_lifting,
        needs=May.DECIDE_PROTECTION,
        danger=True,
    ),
    ProtectionAct(
        name="keep_protection",
        title=_("解除・却下しない"),
        explains=_("保護はそのまま続きます。"),
        form=forms.KeepForm,
        verb=keep_protection,
        needs=May.DECIDE_PROTECTION,
    ),
    ProtectionAct(
        name="list_city",
        title=_("送付先の市区町村を加える"),
        explains=_("本籍や前の住所がある市区町村にも、保護を頼みます。"),
        form=forms.CityForm,
        verb=list_city,
        needs=May.PROTECT,
        moves=False,
    ),
    ProtectionAct(
        name="tell_cities",
        title=_("送付したことを記録する"),
        explains=_("まだ送っていないすべての市区町村に、通知を送ったことを記録します。"),
        form=forms.SureForm,
        verb=tell_cities,
        needs=May.PROTECT,
        moves=False,
    ),
    ProtectionAct(
        name="hand_over_case",
        title=_("別の区に引き継ぐ"),
        explains=_("引き継ぐと、この区ではこの件を開けなくなります。保護はそのまま続きます。"),
        form=forms.HandOverForm,
        verb=hand_over_case,
        needs=May.DECIDE_PROTECTION,
        moves=False,
    ),
)


def acts_of(actor: Actor, case: ProtectionCase, on: date) -> dict[str, ProtectionAct]:
    """What this actor may do in the case as it stands on a day."""
    allowed = {move.verb for move in PROTECTION.next_moves(case.step)}
    return {
        act.name: act
        for act in ACTS
        if may(actor, act.needs, case.scope)
        and (act.name in allowed if act.moves else case.blocks)
        and is_time(act.name, case, on)
    }


def is_time(name: str, case: ProtectionCase, on: date) -> bool:
    """Whether the day has come: a renewal a month before the end, the end after it; cities are told where some wait."""
    if name == "renew_protection":
        return term_of(case).may_be_renewed(on)
    if name == "end_protection":
        return term_of(case).has_run_out(on)
    return name != "tell_cities" or case.cities.filter(sent_on__isnull=True).exists()
