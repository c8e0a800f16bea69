"""Hold the people of a certificate while it is made, so that what is read is what is printed."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal

from ...queries.papers.builders import Builder
from ...queries.papers.content import Wanted
from ...queries.papers.reading import Reading
from ..holding import hold_households, hold_people

TRIES = 5


class RegisterIsMoving(Refusal):
    """The household changed each time it was about to be held. Nobody has seen it happen; nothing waits for ever."""

    code = "residents.register_is_moving"
    message = _("この世帯の記録が、いま続けて書き換えられています。少し待って、もう一度発行してください。")


class Changed(Exception):
    """Somebody joined or left between reading and holding: let go of all, and begin again in the order of keys."""


def hold(builder: Builder, wanted: Wanted) -> Reading:
    """What the register says of the people of a paper, read while they are held, in the order in which movements hold them.

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


def held_at_once(builder: Builder, wanted: Wanted) -> Reading:
    people = builder.to_hold(wanted)
    hold_people(people)
    hold_households(people)
    reading = builder.read(wanted)
    if not reading.people <= people:
        raise Changed
    return reading
