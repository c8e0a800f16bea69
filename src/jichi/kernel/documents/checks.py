"""Every template is drawn with its sample before the city starts: a wrong one stops it with file and reason."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import override

from .issue_block import sample_block
from .numbering import WrongNumbers, numbers
from .render import BadTemplate, draw, inputs
from .templates import DocumentTemplate, declared

OFFICIAL = "ja"
SAMPLE_MOMENT = datetime(2012, 7, 9, tzinfo=UTC)


class WrongTemplates(ValueError):
    """One or more templates of the city cannot be drawn; the message names each file with its reason."""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A template and what is wrong with it; nothing where it is sound."""

    template: DocumentTemplate
    fault: str


def sample_of(template: DocumentTemplate) -> bytes:
    """The sample as PDF, as an issued document would look, marked as one.

    Raises: BadTemplate.
    """
    with override(OFFICIAL):
        given = inputs(template.sample(), issue=sample_block())
    return draw(template.source(), given, SAMPLE_MOMENT)


def looked_at(template: DocumentTemplate) -> Looked:
    try:
        sample_of(template)
    except (BadTemplate, OSError, UnicodeDecodeError) as wrong:
        return Looked(template=template, fault=str(wrong))
    return Looked(template=template, fault="")


def look_at_all() -> list[Looked]:
    return [looked_at(template) for template in declared()]


def refuse_wrong_ones() -> int:
    """Draw every template and read the city's numbers; answers how many templates there are.

    Raises: WrongTemplates.
    """
    found = look_at_all()
    faults = [each.fault for each in found if each.fault]
    try:
        numbers()
    except WrongNumbers as wrong:
        faults.append(str(wrong))
    if faults:
        raise WrongTemplates("\n".join(faults))
    return len(found)
