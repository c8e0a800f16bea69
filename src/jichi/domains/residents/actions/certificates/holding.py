"""Hold the people of a certificate while it is made, so that what is read is what is printed."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock

from ...models import Person
from ...queries.papers.builders import Builder
from ...queries.papers.content import Wanted

TRIES = 5


class RegisterIsMoving(Refusal):
    """The household changed each time it was about to be held. Nobody has seen it happen; nothing waits for ever."""

    code = "residents.register_is_moving"
    message = _("この世帯の記録が、いま続けて書き換えられています。少し待って、もう一度発行してください。")


class Changed(Exception):
    """Somebody joined or left between reading and holding: let go of all, and begin again in the order of keys."""


def hold(builder: Builder, wanted: Wanted) -> frozenset[int]:
    """Lock everybody whom the paper is of, in the order of their keys, as movements do: no two acts wait crosswise.

    Raises: RegisterIsMoving.
    """
    for _attempt in range(TRIES):
        try:
            # What a savepoint locked is let go when it is rolled back.
            with transaction.atomic():
                return held_at_once(builder, wanted)
        except Changed:
            continue
    raise RegisterIsMoving


def held_at_once(builder: Builder, wanted: Wanted) -> frozenset[int]:
    people = builder.people(wanted)
    # Others may go on pointing at these rows (a search, a look); only who changes the register waits.
    list(lock(Person.objects.filter(pk__in=people).order_by("pk"), keeps_key=True))
    if builder.people(wanted) != people:
        raise Changed
    return frozenset(people)
