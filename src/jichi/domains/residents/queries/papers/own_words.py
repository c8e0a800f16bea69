"""The words that a template has of itself: all that its sample shows beside what the sample was given."""

from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings

from jichi.kernel.documents.issue_block import sample_block
from jichi.kernel.documents.readback import read_back
from jichi.kernel.documents.render import Source, draw, inputs
from jichi.kernel.documents.templates import template_named

from ...rules.certificates.reading import own_words
from .content import texts_of

AT = datetime(2012, 7, 9, tzinfo=UTC)


def words_of(name: str) -> tuple[str, ...]:
    """Drawn once for each version of a template, with and without the mark of a demo; a city that words it anew needs to
    say so nowhere else."""
    return words_in(name, template_named(name).source(), settings.DEMO)


@lru_cache(maxsize=64)
def words_in(name: str, source: Source, _demo: bool) -> tuple[str, ...]:
    sample, block = template_named(name).sample(), sample_block()
    drawn = read_back(draw(source, inputs(sample, issue=block), AT))
    given = [*texts_of(sample), *texts_of({**block, "square": ""})]
    return own_words([page.text for page in drawn.pages], given)
