"""Whatever is typed gets a clear answer in bounded time."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.search.find import find, suggest

from .library import about, put

pytestmark = pytest.mark.django_db

# Far above what it takes (some ms), below what a person would call hanging.
SECONDS = 2.0
HOSTILE = (
    "\x00", "公園\x00", "\ud83d", "議会\udfff", "👨‍👩‍👧‍👦", "🏞️公園", "(" * 5000, "公園 " * 5000, "こ" * 5000, "公" * 5000, "a" * 5000, "9" * 300,
    'title:"', "right:public OR *", "a* OR b~9", "[a TO z]", "^9", "\\", "'; DROP TABLE search_document; --", "%_", "\u202e公園",
    "ﾞﾞﾞ", "㋿", "が", "\n\t公園\r", "<script>", "{}", "の" * 200, "*", "?" * 200, "市 " * 100, "𠮷野家", "葛󠄁飾", "．*",
)  # fmt: skip


@pytest.fixture
def park() -> None:
    put(about("公園の計画", "市の公園です"), about("議会"))


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_is_answered_soon(park: None, typed: str) -> None:
    start = time.monotonic()
    found = find(typed, actor=NOBODY)
    assert isinstance(suggest(typed, actor=NOBODY), list)
    assert time.monotonic() - start < SECONDS
    assert 0 <= found.total <= 2


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
def test_any_text_at_all_is_answered(park: None, typed: str) -> None:
    assert find(typed, actor=NOBODY).total <= 2
    assert len(suggest(typed, actor=NOBODY)) <= 2


def test_nothing_that_only_parts_words_finds_everything(park: None) -> None:
    for typed in ("の", "。", "*", ".*", "%"):
        assert find(typed, actor=NOBODY).total == 0
        assert suggest(typed, actor=NOBODY) == []
