"""References without gaps or doubles; links that are declared, and made once for good."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import DatabaseError, connection, transaction

from jichi.kernel.threads.kinds import KindOfRecord, LinkKind
from jichi.kernel.threads.models import Link, Record
from jichi.kernel.threads.registry import UndeclaredKind, UndeclaredLink, issue, rename
from jichi.kernel.values.reference import Reference

from .records import CLERK, DAY, REPLY, VOICE, answered, give_number, reply, tie, voice

pytestmark = pytest.mark.django_db
WRITERS, EACH = 4, 6


def serials(kind: KindOfRecord) -> list[int]:
    numbers = Record.objects.filter(kind=kind.number).order_by("pk").values_list("reference", flat=True)
    return [Reference.parse(number).serial for number in numbers]


def test_each_kind_counts_for_itself_from_one() -> None:
    voice(), voice(), reply()
    assert serials(VOICE) == [1, 2]
    assert serials(REPLY) == [1]


def test_an_act_that_is_undone_gives_its_number_back() -> None:
    voice()
    with transaction.atomic():
        voice()
        transaction.set_rollback(True)
    voice()
    assert serials(VOICE) == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_a_number_is_given_only_in_the_transaction_of_its_act() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        issue(kind=VOICE, title="道が暗い", on=DAY)


def test_a_kind_that_no_subsystem_declares_gets_no_number() -> None:
    with pytest.raises(UndeclaredKind):
        issue(kind=KindOfRecord(number=98, name="なぞ"), title="?", on=DAY)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time.")
def test_writers_at_the_same_time_get_all_numbers_once() -> None:
    together = Barrier(WRITERS)

    def give_some() -> None:
        try:
            together.wait(10)
            for _ in range(EACH):
                voice()
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        jobs = [pool.submit(give_some) for _ in range(WRITERS)]
    assert [job.exception() for job in jobs] == [None] * WRITERS
    assert sorted(serials(VOICE)) == list(range(1, WRITERS * EACH + 1))


def test_a_link_keeps_the_digest_of_the_act_that_made_it() -> None:
    made = answered(voice(), reply())
    assert len(made.digest) == 64
    assert made.made_at is not None


def test_the_same_link_made_again_is_the_first_one() -> None:
    start, end = voice(), reply()
    assert answered(start, end) == answered(start, end)
    assert Link.objects.count() == 1


def test_a_link_that_no_owner_of_an_end_declares_is_not_made() -> None:
    with pytest.raises(UndeclaredLink):
        tie(actor=CLERK, kind=LinkKind.BUDGETED_IN, start=voice(), end=reply())
    assert not Link.objects.exists()


@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_refuses_to_change_a_link(change: str) -> None:
    answered(voice(), reply())
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        Link.objects.update(note="別の話") if change == "update" else Link.objects.all()._raw_delete(
            "default"
        )


def test_the_database_refuses_to_change_or_remove_a_reference() -> None:
    given = voice()
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        Record.objects.update(reference="81-9999-9")
    with pytest.raises(DatabaseError, match="never"), transaction.atomic():
        Record.objects.filter(pk=given.pk)._raw_delete("default")


def test_a_title_follows_the_record_and_its_reference_stays() -> None:
    given = voice()
    rename(reference=given.reference, title="夜道が暗い", public=False)
    again = Record.objects.get(reference=given.reference)
    assert (again.title, again.public) == ("夜道が暗い", False)


def test_a_record_is_not_linked_to_itself() -> None:
    alone = voice()
    with pytest.raises(DatabaseError), transaction.atomic():
        answered(alone, alone)


def test_the_kind_of_a_number_is_read_from_its_first_digits() -> None:
    assert give_number(actor=CLERK, kind=REPLY, title="はい").reference.startswith("82-0001-")
