"""What may be done about one person of a case: let them leave it, by two people."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may

from ...actions.protection.leave_protection import confirm_leaving, keep_covered, propose_leaving
from ...forms import protection as forms
from ...models import CoveredPerson
from ...permissions import May
from ...rules.protection_words import Covered
from .ways import ProtectionAct


@dataclass(frozen=True, kw_only=True)
class Way(ProtectionAct):
    """`after_proposal`: this act answers a proposal; else it makes one."""

    after_proposal: bool


WAYS = (
    Way(
        name="propose",
        title=gettext_lazy("この人を外すことを求める"),
        explains=gettext_lazy(
            "別の人が確認するまで、この人も保護されます。ほかの人の支援措置は、そのまま続きます。"
        ),
        form=forms.LeaveForm,
        verb=propose_leaving,
        needs=May.PROTECT,
        danger=True,
        after_proposal=False,
    ),
    Way(
        name="confirm",
        title=gettext_lazy("外すことを確認する"),
        explains=gettext_lazy(
            "確認すると、この人の住所などが、ほかの職員や請求者に見えるようになります。ほかの人の支援措置は続きます。送付先の市区町村には、この人が外れたことを知らせてください。"
        ),
        form=forms.SureForm,
        verb=confirm_leaving,
        needs=May.DECIDE_PROTECTION,
        danger=True,
        after_proposal=True,
    ),
    Way(
        name="keep",
        title=gettext_lazy("外さない"),
        explains=gettext_lazy("この人の保護は、そのまま続きます。"),
        form=forms.KeepCoveredForm,
        verb=keep_covered,
        needs=May.DECIDE_PROTECTION,
        after_proposal=True,
    ),
)


def ways_of(actor: Actor, covering: CoveredPerson) -> dict[str, Way]:
    """What this actor may do about one covered person now."""
    if covering.as_what == Covered.APPLICANT or not covering.case.blocks:
        return {}
    asked = covering.leaving_proposed_by_id is not None
    return {
        way.name: way
        for way in WAYS
        if way.after_proposal is asked
        and may(actor, way.needs, covering.case.scope)
        and not (way.name == "confirm" and covering.leaving_proposed_by_id == actor.account_id)
    }
