"""What can be done with a sheet, by whom, and in which words it is asked and answered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.web.forms import Act

from ..actions.approve_as_bureau import approve_as_bureau
from ..actions.approve_as_section import approve_as_section
from ..actions.publish_review import publish_review
from ..actions.return_review import WAITS_FOR, return_review
from ..actions.review_steps import identity
from ..actions.submit_review import submit_review
from ..permissions import May
from ..queries.sheets import Sheet


@dataclass(frozen=True, kw_only=True)
class Way(Act):
    """An act on a sheet: its verb, who may, and what happens then."""

    verb: Callable[..., Sheet]
    needs: May
    steps: tuple[str, ...]
    then: Any


def approval(**named: Any) -> Way:
    """Section and bureau look at the same things; each leaves its own event."""
    return Way(explains=_("評価票の内容と根拠を確かめたことが、公の記録に残ります。"), **named)


WAYS = {
    "submit": Way(
        verb=submit_review,
        needs=May.SUBMIT_REVIEW,
        steps=("draft",),
        title=_("評価票を課長に提出する"),
        button=_("提出する"),
        explains=_("提出すると、差し戻されるまで直せません。"),
        done=_("提出しました"),
        then=_("課長が内容を確かめます。"),
    ),
    "approve_section": approval(
        verb=approve_as_section,
        needs=May.APPROVE_AS_SECTION,
        steps=("section",),
        title=_("評価票を課として確認する"),
        button=_("確認して局へ送る"),
        done=_("課として確認しました"),
        then=_("局が内容を確かめます。"),
    ),
    "approve_bureau": approval(
        verb=approve_as_bureau,
        needs=May.APPROVE_AS_BUREAU,
        steps=("bureau",),
        title=_("評価票を局として確認する"),
        button=_("確認して公表へ送る"),
        done=_("局として確認しました"),
        then=_("計画の担当が公表します。"),
    ),
    "publish": Way(
        verb=publish_review,
        needs=May.PUBLISH_REVIEW,
        steps=("approved",),
        title=_("評価票を公表する"),
        button=_("公表する"),
        explains=_("公表すると、だれでも読めるようになります。公表した評価票は、あとから直せません。"),
        done=_("公表しました"),
        then=_("事業のページと評価票のページで、だれでも読めます。"),
    ),
    "return": Way(
        verb=return_review,
        needs=May.RETURN_REVIEW,
        steps=("section", "bureau", "approved"),
        title=_("評価票を差し戻す"),
        button=_("差し戻す"),
        explains=_("評価票は「作成中」に戻り、理由が担当の課に知らされます。"),
        done=_("差し戻しました"),
        then=_("担当の課が直して、もう一度提出します。"),
        danger=True,
    ),
}


def open_acts(actor: Actor, sheet: Sheet) -> list[dict[str, Any]]:
    """The acts that this person can do on this sheet now, as links."""
    return [
        {
            "title": way.title,
            "url": reverse("plans:desk_act", args=[sheet.reference, name]),
            "danger": way.danger,
        }
        for name, way in open_ways(actor, sheet).items()
    ]


def open_ways(actor: Actor, sheet: Sheet) -> dict[str, Way]:
    return {name: way for name, way in WAYS.items() if is_open(actor, sheet, way)}


def is_open(actor: Actor, sheet: Sheet, way: Way) -> bool:
    if sheet.step not in way.steps or not may(actor, way.needs, sheet.scope):
        return False
    if way.needs is May.RETURN_REVIEW:
        return may(actor, WAITS_FOR[sheet.step], sheet.scope)
    own = sheet.submitted_by == identity(actor)
    return not (own and way.needs in (May.APPROVE_AS_SECTION, May.APPROVE_AS_BUREAU))
