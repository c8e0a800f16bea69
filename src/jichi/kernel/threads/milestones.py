"""What each voice has reached: kept in step with the links, in the act that makes them."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from .declared import hub_numbers
from .kinds import CONTEXT, LinkKind
from .models import Link, Record, Stage, Voice

FARTHEST = 12
STAGES = {
    LinkKind.REPLIED_BY: Stage.REPLIED,
    LinkKind.CONCLUDED_IN: Stage.DECIDED,
    # A budget is decided by the city council.
    LinkKind.BUDGETED_IN: Stage.DECIDED,
    LinkKind.CHANGED: Stage.CHANGED,
    LinkKind.CARRIED_OUT_BY: Stage.CHANGED,
    LinkKind.RESULTED_IN: Stage.RESULTED,
}


def standing() -> Q:
    """Links that hold: not those of a voice that was split off again, and none that is only context."""
    return Q(parting=None) & ~Q(kind__in=CONTEXT)


def tell_voices(made: Link) -> None:
    """A new link lets every voice behind it reach what lies ahead of it."""
    if LinkKind(made.kind) in CONTEXT or made.from_record.kind in hub_numbers():
        return
    ahead = reached_from(made.from_record)
    behind = voices_behind(made.from_record)
    for stage, day in ahead.items():
        column = f"{stage.value}_on"
        later = Q(**{column: None}) | Q(**{f"{column}__gt": day})
        Voice.objects.filter(later, record__in=behind).update(**{column: day})


def reckon_again(record: Record) -> None:
    """After a parting: a voice, and what is joined to it, has reached only what its own thread leads to."""
    ahead = reached_from(record)
    days = {f"{stage.value}_on": ahead.get(stage) for stage in Stage}
    Voice.objects.filter(record__in=voices_behind(record)).update(**days)


def reached_from(record: Record) -> dict[Stage, date]:
    """The first day of each stage that the record leads to. One query per step of distance."""
    found: dict[Stage, date] = {}
    known, frontier = {record.pk}, {record.pk}
    for _distance in range(FARTHEST):
        links = Link.objects.filter(standing(), from_record__in=frontier).select_related("to_record")
        frontier = set()
        for link in links:
            note(found, link)
            if link.to_record_id not in known and link.to_record.kind not in hub_numbers():
                frontier.add(link.to_record_id)
        known |= frontier
        if not frontier:
            break
    return found


def note(found: dict[Stage, date], link: Link) -> None:
    if stage := STAGES.get(LinkKind(link.kind)):
        day = link.to_record.happened_on
        found[stage] = min(found.get(stage, day), day)


def voices_behind(record: Record) -> set[int]:
    """The keys of the record and of all that leads to it. One query per step of distance."""
    known, frontier = {record.pk}, {record.pk}
    for _distance in range(FARTHEST):
        frontier = set(origins(frontier)) - known
        known |= frontier
        if not frontier:
            break
    return known


def origins(ends: Iterable[int]) -> Iterable[int]:
    found = Link.objects.filter(standing(), to_record__in=ends).exclude(from_record__kind__in=hub_numbers())
    return found.values_list("from_record", flat=True)
