"""When A, then B: work that follows an event on the record."""

from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.utils.functional import Promise as StrPromise
from django_tasks.base import Task

from jichi.kernel.ledger.models import Event

from .models import Reaction
from .task import ORDINARY, Policy, task

REACTIONS: dict[str, list[Task[Any, None]]] = defaultdict(list)


def reacts_to(
    *types: str, titled: StrPromise | None = None, policy: Policy = ORDINARY
) -> Callable[[Callable[[Event], None]], Task[Any, None]]:
    """Run the function once for every event of these types, after the act has been committed.

    The job is written in the transaction of the event itself: no act without its reaction, no
    reaction without its act.

    Example:
        @reacts_to("plans.edition.imported", titled=_("担当の課に知らせる"))
        def tell_sections(event: Event) -> None: ...
    """

    def make(body: Callable[[Event], None]) -> Task[Any, None]:
        @wraps(body)
        def run(*, event: int) -> None:
            body(Event.objects.select_related("stream").get(pk=event))

        made = task(policy, titled=titled)(run)
        for type_name in types:
            REACTIONS[type_name].append(made)
        return made

    return make


def react(event: Event) -> None:
    """Queue the reactions to an event that was just recorded."""
    for reaction in REACTIONS.get(event.type, ()):
        Reaction.objects.create(event=event, reaction=reaction.module_path)
        reaction.enqueue(event=event.pk)
