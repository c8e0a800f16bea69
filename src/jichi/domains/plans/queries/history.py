"""What happened to a programme, as the public record tells it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.access.names import title_in_words
from jichi.kernel.ledger.models import Event
from jichi.kernel.ledger.words import type_text

from ..models import Programme
from ..rules.grades import ACHIEVEMENTS
from ..streams import stream_of

MOST = 50


@dataclass(frozen=True, kw_only=True)
class Act:
    """One entry of a timeline."""

    at: datetime
    what: str
    who: str


def acts_of(programme: Programme) -> list[Act]:
    """The latest acts on the programme's chain, the newest first."""
    events = Event.objects.filter(stream__name=stream_of(programme)).order_by("-position")[:MOST]
    return [
        Act(at=event.at, what=sentence(event.type, event.public), who=title_in_words(event.actor))
        for event in events
    ]


def sentence(type_name: str, public: dict[str, Any]) -> str:
    """An event in one sentence; a type without a sentence of its own as it is declared."""
    match type_name:
        case "plans.programme.described":
            return _("担当と分野を決めました。")
        case "plans.programme.linked":
            return _("記録 %(to)s とつなぎました。") % public
        case "plans.year.entered":
            return _("%(year)s年度の実績を入力しました。") % public
        case "plans.review.moved":
            return _("%(year)s年度の評価票が次の段階に進みました。") % public
        case "plans.review.returned":
            return _("%(year)s年度の評価票が差し戻されました。") % public
        case "plans.review.published":
            grade = _(ACHIEVEMENTS[public["achievement"]]) if public.get("achievement") else ""
            return _("%(year)s年度の評価を公表しました：%(grade)s") % {**public, "grade": grade}
        case "plans.review.second_opinion_given":
            return _("%(body)sが%(year)s年度の評価に意見を述べました。") % public
    return type_text(type_name)
