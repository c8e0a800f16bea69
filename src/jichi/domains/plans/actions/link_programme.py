"""Tie a programme to the voice, conclusion, ordinance or facility that it belongs with."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Link, Record
from jichi.kernel.threads.queries import record_for
from jichi.kernel.threads.registry import link
from jichi.kernel.values.reference import MistypedReference

from ..events import ProgrammeLinked
from ..models import Programme
from ..permissions import May
from ..streams import stream_of

# A voice or a conclusion leads to the programme that carries it out; all other ties start at the programme.
TO_PROGRAMME = (LinkKind.CARRIED_OUT_BY,)
FROM_PROGRAMME = (LinkKind.BASED_ON, LinkKind.CONCERNS, LinkKind.BUDGETED_IN, LinkKind.RESULTED_IN)


class NoSuchRecord(Refusal):
    code = "plans.no_such_record"
    status = 400
    message = gettext_lazy("この番号の記録は見つかりませんでした。番号を確かめてください。")


class NoSuchTie(Refusal):
    code = "plans.no_such_tie"
    status = 400
    message = gettext_lazy("事業とは、このつなぎ方はできません。示された中から選んでください。")


class LinkedBefore(Refusal):
    code = "plans.linked_before"


@action(needs=May.LINK_PROGRAMME, within="programme")
def link_programme(
    *, actor: Actor, programme: Programme, kind: LinkKind, reference: str, note: str = ""
) -> Link:
    """Link a programme and another record of the register, both ways, for good.

    Ledger: plans.programme.linked
    Raises: NoSuchTie; NoSuchRecord; LinkedBefore.
    """
    if kind not in (*TO_PROGRAMME, *FROM_PROGRAMME):
        raise NoSuchTie(fields={"kind": str(NoSuchTie.message)})
    own, other = Record.objects.get(reference=programme.reference), record_named(actor, reference)
    start, end = (other, own) if kind in TO_PROGRAMME else (own, other)
    refuse_double(kind, start, end)
    told = ProgrammeLinked(programme=programme.reference, link=kind.value, to=other.reference)
    event = record(told, stream=stream_of(programme))
    return link(kind=kind, start=start, end=end, event=event, note=note)


def record_named(actor: Actor, typed: str) -> Record:
    try:
        return record_for(actor, typed)
    except (MistypedReference, NotThere):
        raise NoSuchRecord(fields={"reference": str(NoSuchRecord.message)}) from None


def refuse_double(kind: LinkKind, start: Record, end: Record) -> None:
    if start == end:
        said = _("事業を、その事業自身にはつなげません。")
        raise LinkedBefore(said, fields={"reference": said})
    if Link.objects.filter(kind=kind, from_record=start, to_record=end).exists():
        said = _("この事業は、この記録ともうつながっています。")
        raise LinkedBefore(said, fields={"reference": said})
