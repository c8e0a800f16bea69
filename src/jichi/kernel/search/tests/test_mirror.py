"""The mirror in memory says what the database says: at once, across processes, and whoever commits first."""

import threading

import pytest
from django.db import close_old_connections, connection, connections, transaction

from jichi.kernel.search import journal, mirror
from jichi.kernel.search.index import forget, index
from jichi.kernel.search.models import Change, Document

from .library import about, put, titles


def in_another_connection(work: threading.Thread) -> None:
    work.start()
    work.join()


@pytest.mark.django_db
def test_only_what_changed_is_read_again() -> None:
    put(about("公園", key="a"), about("学校", key="b"))
    mirror.searcher()
    before = mirror._newest[0].index
    put(about("新しい公園", key="a"))
    assert titles("公園") == ["新しい公園"]
    assert mirror._newest[0].index is before


@pytest.mark.django_db
def test_an_undone_act_whose_numbers_are_used_again_is_not_taken_for_the_new_one() -> None:
    put(about("図書館"))
    with transaction.atomic():
        put(about("公園"))
        assert titles("公園") == ["公園"]
        transaction.set_rollback(True)
    put(about("学校"))
    assert titles("公園") == []
    assert titles("学校") == ["学校"]


@pytest.mark.django_db
def test_what_is_the_same_as_before_is_not_written_again() -> None:
    put(about("公園", key="a"))
    written = Document.objects.get(key="a").indexed_at
    put(about("公園", key="a"))
    assert Document.objects.get(key="a").indexed_at == written
    assert Change.objects.filter(key="a").count() == 1


@pytest.mark.django_db(transaction=True)
def test_another_connection_is_heard_at_once_and_only_after_its_commit() -> None:
    with transaction.atomic():
        index(about("図書館"))
    assert titles("図書館") == ["図書館"]
    if connection.vendor == "sqlite" and ":memory:" in str(connection.settings_dict["NAME"]):
        pytest.skip("a database in memory has one connection")

    def write() -> None:
        close_old_connections()
        with transaction.atomic():
            index(about("公園"))
            forget("tests/図書館")
        connections.close_all()

    in_another_connection(threading.Thread(target=write))
    assert (titles("公園"), titles("図書館")) == (["公園"], [])


@pytest.mark.django_db(transaction=True)
def test_a_change_that_is_numbered_first_and_committed_last_is_not_missed() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("on SQLite writers wait for each other")
    with transaction.atomic():
        index(about("最初"))
    mirror.searcher()
    numbered, may_commit = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            index(about("遅い公園"))
            numbered.set()
            may_commit.wait(20)
        connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    assert numbered.wait(20)
    with transaction.atomic():
        index(about("速い公園"))
    assert titles("公園") == ["速い公園"]
    may_commit.set()
    thread.join()
    assert sorted(titles("公園")) == ["速い公園", "遅い公園"]


@pytest.mark.django_db
def test_a_journal_that_turned_back_is_told() -> None:
    with pytest.raises(journal.JournalTurnedBack):
        journal.read_on(journal.Mark(last=(4711, 1)))
