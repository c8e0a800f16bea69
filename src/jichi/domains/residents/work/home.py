"""What residents asked for from home, and papers at machines, that wait for a person."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.subsystem import WorkItem

from ..permissions import May
from ..queries.home.desk import sessions_to_settle, waiting_requests


def work_of(actor: Actor, on: date) -> Iterable[WorkItem]:
    """Requests from home that nobody has looked at, and papers of which nobody saw whether they came out."""
    if may_somewhere(actor, May.ISSUE_CERTIFICATE):
        yield from requests_of(actor)
        yield from papers_of(actor)


def requests_of(actor: Actor) -> Iterator[WorkItem]:
    for request in waiting_requests(actor)[:50]:
        yield WorkItem(
            title=_("自宅からの申込みを用意する"),
            url=reverse("residents:desk_request", args=[request.number]),
            what_next=_("交付できるかを確かめて、申し込んだ人に知らせてください。"),
            reference=request.number,
        )


def papers_of(actor: Actor) -> Iterator[WorkItem]:
    if count := sessions_to_settle(actor).count():
        yield WorkItem(
            title=_("渡したか分からない紙が%(count)s件あります") % {"count": count},
            url=reverse("residents:terminals"),
            what_next=_("渡したかを確かめるか、返金してください。"),
        )
