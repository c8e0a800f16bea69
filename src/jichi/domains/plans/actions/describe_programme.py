"""Say who owns a programme, for whom it is and which principle it follows."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.places.models import Section, Ward
from jichi.kernel.search.index import index

from ..events import ProgrammeDescribed
from ..findable import findable_about
from ..models import CharterPrinciple, Field, Programme
from ..permissions import May
from ..streams import stream_of


class UnknownPrinciple(Refusal):
    code = "plans.unknown_principle"
    status = 400
    message = _("自治基本条例の原則は、示された中から選んでください。")


@dataclass(frozen=True, kw_only=True)
class Description:
    """What the chapter does not say of a programme, and the planning office does."""

    section: Section | None
    wards: tuple[Ward, ...] = ()
    fields: tuple[Field, ...] = ()
    is_priority: bool = False
    charter_principle: str = ""


@action(needs=May.DESCRIBE_PROGRAMME)
def describe_programme(*, actor: Actor, programme: Programme, description: Description) -> Programme:
    """Give a programme its owner, wards, fields, 重点 and charter principle, in place of what it had.

    Ledger: plans.programme.described
    Raises: UnknownPrinciple.
    """
    if description.charter_principle not in ("", *CharterPrinciple.values):
        raise UnknownPrinciple(fields={"charter_principle": str(UnknownPrinciple.message)})
    programme.section = description.section
    programme.is_priority = description.is_priority
    programme.charter_principle = description.charter_principle
    programme.save(update_fields=["section", "is_priority", "charter_principle"])
    programme.wards.set(description.wards)
    programme.fields.set(description.fields)
    index(*findable_about(programme))
    record(told(programme, description), stream=stream_of(programme))
    return programme


def told(programme: Programme, description: Description) -> ProgrammeDescribed:
    return ProgrammeDescribed(
        programme=programme.reference,
        section=description.section.code if description.section else None,
        wards=tuple(sorted(ward.code for ward in description.wards)),
        fields=tuple(sorted(field.code for field in description.fields)),
        is_priority=description.is_priority,
        charter_principle=description.charter_principle,
    )
