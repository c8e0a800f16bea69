"""The real chapter and its demo successor, as the tests read them."""

from functools import cache
from pathlib import Path

from jichi.domains.plans.rules.reading import Reading, read_chapter_bytes

PLANS = Path(__file__).parents[5] / "cities" / "kawasaki" / "plans"
CHAPTER_7 = PLANS / "chapter7_2011-2013.txt"
DEMO_NEXT = PLANS / "demo_next_edition.txt"


@cache
def seed_text() -> str:
    return CHAPTER_7.read_bytes().decode("utf-8")


@cache
def seed() -> Reading:
    return read_chapter_bytes(CHAPTER_7.read_bytes())


@cache
def demo_next() -> Reading:
    return read_chapter_bytes(DEMO_NEXT.read_bytes())
