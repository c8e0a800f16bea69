"""What went wrong in other cities in 2023 and 2024, each put back on purpose: it is found, and nobody is given the paper.

Source: the published accounts of the convenience-store certificates (Yokohama, Adachi, Kawasaki, Tokushima, Niigata,
Saitama, Kumamoto) and of a certificate program on several servers (Takamatsu).
"""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.town import Town

from jichi.domains.residents.actions.certificates import making
from jichi.domains.residents.actions.seals.cancel_seal import cancel_seal
from jichi.domains.residents.models import Certificate
from jichi.domains.residents.queries.certificates import issued_file
from jichi.domains.residents.queries.papers import seal as seal_paper
from jichi.domains.residents.queries.papers.seal import NoSealRegistered
from jichi.domains.residents.rules.certificates.asked import Asking, Paper, Requester
from jichi.domains.residents.rules.certificates.reading import (
    OTHER_DOCUMENT,
    PAGES_MISSING,
    RECORD_CHANGED,
    SEAL_ENDED,
    WrongPaper,
)
from jichi.domains.residents.rules.seal_words import Ending
from jichi.kernel.documents.actions import issue_document as issuing
from jichi.kernel.documents.models import Document, IssuedFile, NumberSeries

from .certificate_desk import TODAY, clerk, issued, office, paper_of
from .seals import clerk_of, impression, registered
from .small_register import moved, resident

__all__ = ["office"]
pytestmark = pytest.mark.django_db

SECOND = datetime(2023, 5, 2, tzinfo=UTC)
Draw = Callable[[Any, Any, datetime], bytes]


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Draw], Draw]], None]:
    """Put a faulty printer in the place of the printer."""
    right = issuing.draw
    return lambda fault: monkeypatch.setattr(issuing, "draw", fault(right))


def refused_for(fault: str, office: Town, person: Any, **more: Any) -> None:
    """The issue is refused with this reason, and leaves nothing: no row, no document, no number."""
    before = (Certificate.objects.count(), Document.objects.count(), numbers())
    with pytest.raises(WrongPaper) as refused:
        issued(office, person, by=clerk(office), **more)
    assert refused.value.params["fault"] == fault
    assert (Certificate.objects.count(), Document.objects.count(), numbers()) == before


def numbers() -> list[int]:
    return list(NumberSeries.objects.values_list("last", flat=True))


def test_yokohama_2023_another_persons_image_under_load(office: Town, draws: Any) -> None:
    """The printer gave the picture that was waiting from the request before."""
    one, two = resident(office, "見本　花子"), resident(office, "実例　次郎")
    waiting: list[bytes] = []

    def late(draw: Draw) -> Draw:
        def drawn(*told: Any) -> bytes:
            waiting.append(draw(*told))
            return waiting[0]

        return drawn

    draws(late)
    assert paper_of(issued(office, one, by=clerk(office))).says("見本花子")
    refused_for(OTHER_DOCUMENT, office, two)


def test_adachi_2023_the_register_is_updated_while_the_paper_is_made(
    office: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody was held: the move came between the reading and the printing."""
    person = resident(office, "見本　花子")
    builder = making.builder_of("resident_record")
    assert builder

    def read_then_moved(*told: Any) -> Any:
        content = builder.content(*told)
        moved(person, office.ward, {"lot": "9番9号"}, on=TODAY)
        return content

    slow = type(builder)(read=builder.read, content=read_then_moved)
    monkeypatch.setattr(making, "builder_of", lambda kind: slow)
    refused_for(RECORD_CHANGED, office, person)


def test_kawasaki_20230502_two_requests_within_a_second_and_the_second_overwrote_the_first(
    office: Town, draws: Any
) -> None:
    """Files were named by the second. With the fault, the second request finds the first one's file."""
    one, two = resident(office, "見本　花子"), resident(office, "実例　次郎")
    by_second: dict[datetime, bytes] = {}

    def named_by_second(draw: Draw) -> Draw:
        def drawn(source: Any, given: Any, at: datetime) -> bytes:
            return by_second.setdefault(SECOND, draw(source, given, at))

        return drawn

    draws(named_by_second)
    first = issued(office, one, by=clerk(office))
    refused_for(OTHER_DOCUMENT, office, two)
    assert paper_of(first).says("見本花子")


def test_kawasaki_20230502_a_file_that_was_overwritten_later_is_never_printed(office: Town) -> None:
    first = issued(office, resident(office, "見本　花子"), by=clerk(office))
    second = issued(office, resident(office, "実例　次郎"), by=clerk(office))
    files = IssuedFile.objects
    files.filter(document__code=first.document).update(pdf=files.get(document__code=second.document).pdf)
    with pytest.raises(WrongPaper):
        issued_file(first)
    assert issued_file(second)


def test_tokushima_2023_a_wrong_second_page(office: Town, draws: Any) -> None:
    """Page 1 was right, page 2 was of the certificate before."""
    households = [big_household(office, name) for name in ("見本", "実例")]
    before: list[bytes] = []

    def mixed(draw: Draw) -> Draw:
        def drawn(*told: Any) -> bytes:
            pdf = draw(*told)
            before.append(pdf)
            return pdf if len(before) == 1 else with_page_two_of(pdf, before[0])

        return drawn

    draws(mixed)
    assert len(paper_of(issued(office, households[0], by=clerk(office))).pages) == 2
    refused_for(OTHER_DOCUMENT, office, households[1])


def test_tokushima_2023_a_page_too_few(office: Town, draws: Any) -> None:
    head = big_household(office, "見本")
    draws(lambda draw: lambda *told: first_page_of(draw(*told)))
    refused_for(PAGES_MISSING, office, head)


def big_household(office: Town, name: str) -> Any:
    """Five people: two pages."""
    head = resident(office, f"{name}　太郎")
    household = head.entries.get().household_id
    for number in range(4):
        resident(office, f"{name}　子{number}", household=household, relationship="子")
    return head


def with_page_two_of(pdf: bytes, other: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as right, pikepdf.open(io.BytesIO(other)) as wrong:
        right.pages[1] = wrong.pages[1]
        return saved(right)


def first_page_of(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as paper:
        del paper.pages[1]
        return saved(paper)


def saved(paper: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


SEAL = {"requester": Requester(asking=Asking.SELF, papers=frozenset({Paper.SEAL_CARD}))}


def test_niigata_saitama_kumamoto_2023_a_seal_that_was_cancelled(
    office: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The certificate program had not heard that the registration had ended."""
    person = resident(office, "見本　花子")
    registration = registered(office, person, clerk_of(office))
    asked = {"kind": "seal", "card": "10000001", **SEAL}
    assert paper_of(issued(office, person, by=clerk(office), **asked)).pictures
    cancel_seal(
        actor=clerk_of(office),
        registration=registration,
        because=Ending.OWN_WISH,
        proofs=("licence",),
        on=TODAY,
    )
    with pytest.raises(NoSealRegistered):
        issued(office, person, by=clerk(office), **asked)
    monkeypatch.setattr(seal_paper, "seal_to_certify", lambda wanted: registration)
    refused_for(SEAL_ENDED, office, person, **asked)


def test_a_seal_of_somebody_else_beside_the_right_name(office: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The impression of the customer before, with its registration, beside the right name and address."""
    by = clerk_of(office)
    one, two = resident(office, "見本　花子"), resident(office, "見本　一郎")
    other = registered(office, one, by)
    registered(office, two, by, card="10000002", made=impression("見本", 0.3))
    monkeypatch.setattr(seal_paper, "seal_to_certify", lambda wanted: other)
    refused_for(SEAL_ENDED, office, two, kind="seal", card="10000002", **SEAL)


def test_takamatsu_2024_what_one_process_left_is_never_anothers(
    office: Town, draws: Any, tmp_path: Path
) -> None:
    """A program for one server ran on several: all wrote to one file, and each read what was there.

    The other server wrote between this one's writing and reading. (Two real processes: test_interleaving.py.)
    """
    one, two = resident(office, "見本　花子"), resident(office, "実例　次郎")
    shared = tmp_path / "certificate.pdf"
    servers: list[bytes] = []

    def by_one_file(draw: Draw) -> Draw:
        def drawn(*told: Any) -> bytes:
            shared.write_bytes(draw(*told))
            if servers:
                shared.write_bytes(servers[0])
            servers.append(shared.read_bytes())
            return servers[-1]

        return drawn

    draws(by_one_file)
    issued(office, one, by=clerk(office))
    refused_for(OTHER_DOCUMENT, office, two)
