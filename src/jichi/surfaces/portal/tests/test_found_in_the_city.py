"""The right record is among the first three, for each of the judged queries over the demo city."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import override_settings

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.search.find import find
from jichi.kernel.subsystem import installed

from .judged import Judged, first_titles, judged, ndcg, recall

pytestmark = pytest.mark.django_db
QUERIES = judged()


@pytest.fixture(scope="module")
def demo_city(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """The demo city as `./run` makes it, for all tests of this file."""
    with django_db_blocker.unblock(), override_settings(DEMO=True), transaction.atomic():
        for part in installed():
            for step in (part.load, part.demo):
                if step is not None:
                    step()
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize("query", QUERIES, ids=[query.typed for query in QUERIES])
def test_the_right_record_is_among_the_first_three(demo_city: None, query: Judged) -> None:
    titles = first_titles(query.typed)
    if query.nothing:
        assert titles == []
    else:
        assert any(title.startswith(query.best) for title in titles[:3]), titles


def test_the_order_is_good_as_a_whole(demo_city: None) -> None:
    asked = [query for query in QUERIES if not query.nothing]
    shown = {query: first_titles(query.typed) for query in asked}
    assert sum(ndcg(query, shown[query]) for query in asked) / len(asked) >= 0.75
    assert sum(recall(query, shown[query]) for query in asked) / len(asked) >= 0.85


@pytest.mark.parametrize(
    ("typed", "meant"), [("住民当票", "住民投票"), ("区民会儀", "区民会議"), ("京都", ""), ("災害", "")]
)
def test_what_was_meant_is_offered_only_where_it_is_near(demo_city: None, typed: str, meant: str) -> None:
    assert find(typed, actor=NOBODY).meant == meant
