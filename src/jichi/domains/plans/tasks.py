"""What follows a publication: the sheet is issued as an official document."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.ledger.lock import lock
from jichi.kernel.ledger.models import Event
from jichi.kernel.tasks.reactions import reacts_to

from .actions.issue_sheet import NothingNewToIssue, issue_sheet
from .models import EffortReview, ProgrammeReview
from .queries.official import published_sheet

ISSUER = machine("issuer", Role.PLANNING_OFFICER)


# A reaction and not a part of the act: a round publishes hundreds of sheets at once, and drawing and signing each
# inside that one transaction would hold up every other writer.
@reacts_to(
    "plans.review.published",
    "plans.review.second_opinion_given",
    titled=_("公表した評価票を文書として発行する"),
)
def issue_official_sheet(event: Event) -> None:
    """Issue the sheet, or issue it anew where a second opinion was added; what is issued already stays."""
    sheet = published_sheet(event.public["review"])
    if sheet is None:
        return
    # Two events on one sheet may be worked off at the same time; the second then finds the document of the first.
    lock(type(sheet)._default_manager.filter(pk=sheet.pk)).get()
    try:
        issue_sheet(actor=ISSUER, review=sheet, on=day_of(sheet))
    except NothingNewToIssue:
        return


def day_of(sheet: EffortReview | ProgrammeReview) -> date:
    """The day of what made the paper say what it says: the publication, or the newest opinion after it."""
    assert sheet.published_on
    opinions = sheet.second_opinions.all() if isinstance(sheet, ProgrammeReview) else ()
    return max([sheet.published_on, *(each.given_on for each in opinions)])
