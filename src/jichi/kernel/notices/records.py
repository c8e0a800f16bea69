"""The kind of record that a public notice is, and the link it makes."""

from collections.abc import Collection

from jichi.kernel.access.actor import Actor
from jichi.kernel.threads.kinds import KindOfRecord, LinkKind, LinkRule
from jichi.kernel.values.fault import gettext_noop as _


def page_of(reference: str) -> str:
    return f"/public-notices/{reference}/"


def readable(actor: Actor, references: Collection[str]) -> set[str]:
    """The drafts that the actor may read."""
    from .queries.public import drafts_for

    return set(drafts_for(actor).filter(reference__in=references).values_list("reference", flat=True))


PUBLIC_NOTICE = KindOfRecord(number=18, name=_("告示・公表"), url=page_of, readable=readable)
LINKS = (LinkRule(kind=LinkKind.CONCERNS, start=(PUBLIC_NOTICE,)),)
