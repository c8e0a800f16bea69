"""The whole index made again."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command

from jichi.kernel.search import sources
from jichi.kernel.search.document import SearchDocument
from jichi.kernel.search.index import rebuild
from jichi.kernel.search.models import Document

from .library import about, put, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> list[SearchDocument]:
    documents: list[SearchDocument] = []
    monkeypatch.setattr(sources, "_sources", {"tests": lambda: list(documents)})
    return documents


def test_what_is_declared_is_found_and_what_is_gone_is_not(shelf: list[SearchDocument]) -> None:
    put(about("古い公園", key="old"))
    shelf.append(about("新しい公園", key="new"))
    call_command("search", "rebuild", stdout=StringIO())
    assert titles("公園") == ["新しい公園"]


def test_progress_is_told(shelf: list[SearchDocument]) -> None:
    shelf += [about(f"公園{number}号") for number in range(450)]
    assert list(rebuild()) == [200, 400, 450]
    told = StringIO()
    call_command("search", "rebuild", stdout=told)
    assert "450" in told.getvalue()


def test_what_an_act_indexes_meanwhile_stays(
    shelf: list[SearchDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow() -> Iterator[SearchDocument]:
        put(about("公園", "新しい文", key="park"), about("体育館", key="gym"))
        yield about("公園", "古い文", key="park")

    monkeypatch.setattr(sources, "_sources", {"tests": slow})
    assert list(rebuild()) == [1]
    assert titles("新しい文") == ["公園"]
    assert Document.objects.filter(key="gym").exists()
