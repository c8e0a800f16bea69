"""Take the city's list of fields of policy, by which residents look for programmes."""

from collections.abc import Iterable
from dataclasses import dataclass

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record

from ..events import FieldsSet
from ..models import Field
from ..permissions import May

STREAM = "plans/fields"


@dataclass(frozen=True, kw_only=True)
class NamedField:
    code: str
    name: str
    name_en: str


@action(needs=May.DESCRIBE_PROGRAMME)
def set_fields(*, actor: Actor, fields: Iterable[NamedField]) -> int:
    """Add the fields that are new and give the others the names of the list; none is taken away.

    Ledger: plans.fields.set
    """
    listed = tuple(fields)
    Field.objects.bulk_create(
        [Field(**vars(each)) for each in listed],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name", "name_en"],
    )
    record(FieldsSet(fields=tuple(each.code for each in listed)), stream=STREAM)
    return len(listed)
