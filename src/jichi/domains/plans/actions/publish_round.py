"""Publish all sheets of a round that are ready."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.notices.notify import notify_subscribers
from jichi.kernel.notices.wording import worded

from ..models import EffortReview, ProgrammeReview, Round
from ..permissions import May
from .publish_review import publish_review


class NothingToPublish(Refusal):
    code = "plans.nothing_to_publish"
    message = _("公表待ちの評価票はありません。局の確認が終わると、ここで公表できます。")


@action(needs=May.PUBLISH_REVIEW)
def publish_round(*, actor: Actor, opened: Round, on: date) -> int:
    """Publish every sheet of the round that waits for it, and say how many those were.

    Ledger: plans.review.published, once for each sheet.
    Raises: NothingToPublish.
    """
    ready: list[EffortReview | ProgrammeReview] = [
        *opened.effortreviews.filter(step="approved").order_by("pk"),
        *opened.programmereviews.filter(step="approved").order_by("pk"),
    ]
    if not ready:
        raise NothingToPublish
    for review in ready:
        publish_review(actor=actor, review=review, on=on)
    tell_subscribers(opened, len(ready), key=f"plans/published/{opened.pk}/{ready[0].reference}")
    return len(ready)


def tell_subscribers(opened: Round, count: int, *, key: str) -> None:
    """Tell who asked for news of the plan that sheets are out."""
    said = worded("plans.sheets_published", year=opened.year, count=count)
    notify_subscribers(topic="plans", key=key, url=f"/plans/editions/{opened.edition.reference}/", **said)
