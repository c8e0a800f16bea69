"""Issue a published sheet as an official document."""

from datetime import date
from typing import TypeVar

from django.utils.translation import override

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.documents.actions.issue_document import Order, issue_document
from jichi.kernel.documents.actions.supersede_document import supersede_document
from jichi.kernel.documents.models import Document, Reason

from ..models import EffortReview, ProgrammeReview
from ..permissions import May
from ..queries.contents import public_content
from ..queries.official import gives_out, official_of, says_the_same
from ..sheets.official import ONE, TWO

R = TypeVar("R", bound=EffortReview | ProgrammeReview)
OFFICIAL = "ja"


class NothingNewToIssue(Refusal):
    code = "plans.nothing_new_to_issue"


@action(needs=May.PUBLISH_REVIEW, within="review")
def issue_sheet(*, actor: Actor, review: R, on: date) -> Document:
    """Give a published sheet its number, the city's signature and a code by which anybody can check it.

    A sheet whose paper says something new (a second opinion) gets a new document in the place of the old one.

    Ledger: documents.document.issued; documents.document.superseded
    Raises: NothingNewToIssue; NoSymbol; KeyIsMissing.
    """
    order, standing = order_for(review), official_of(review)
    if standing is None:
        return issue_document(actor=actor, order=order, on=on)
    if says_the_same(standing, order.data):
        raise NothingNewToIssue
    return supersede_document(actor=actor, document=standing, order=order, reason=Reason.CHANGED, on=on)


def order_for(review: EffortReview | ProgrammeReview) -> Order:
    """The sheet as everybody reads it, in Japanese, from the section that owns it or the office of the round."""
    section = gives_out(review)
    if section is None:
        raise NothingNewToIssue
    with override(OFFICIAL):
        content = public_content(review)
    return Order(
        template=(ONE if isinstance(review, EffortReview) else TWO).name,
        data=content,
        title=content["title"],
        bureau=section.bureau,
        section=section,
        record=review.reference,
        is_public=True,
        is_demo=review.is_demo,
    )
