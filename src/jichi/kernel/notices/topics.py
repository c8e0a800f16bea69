"""The topics of which people may ask to be told: what the manifests declare. Pure but for the words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Topic:
    """`name` stands in the table of subscriptions for ever, `title` is what people read."""

    name: str
    title: Any


TOPICS: dict[str, Topic] = {}


def declare(topics: Iterable[Topic]) -> None:
    """Let people subscribe to these. Called by the manifest only."""
    TOPICS.update({topic.name: topic for topic in topics})
