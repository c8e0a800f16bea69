"""Opening a document about a person: with a reason, on record, told to its domain; and never what the domain hides."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db.models import Q
from tests.town import Town

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed, NotThere, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.documents import templates
from jichi.kernel.documents.actions.look_at_document import NoReasonToLook, look_at_document
from jichi.kernel.documents.models import Document, DocumentLook
from jichi.kernel.ledger.models import Event, PersonalField

from .issuing import CLERK, NAMES, TEMPLATE, issued

pytestmark = pytest.mark.django_db
REGISTER = "/desk/documents/"
WHY = "窓口で再交付を求められたため"
Declare = Callable[..., None]


@pytest.fixture
def declare(own_template: None) -> Iterator[Declare]:
    """Declare the template anew, as its domain would, with what it asks for."""
    yield lambda **changes: templates.declare([replace(TEMPLATE, **changes)])
    templates.declare([TEMPLATE])


def chief(town: Town):
    return town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))


def page(document: Document, more: str = "") -> str:
    return f"{REGISTER}{document.pk}/{more}"


def test_before_a_reason_is_given_nothing_names_the_person(town: Town, document: Document) -> None:
    browser = chief(town)
    for address in (page(document), page(document, "document.pdf"), page(document, "withdraw/")):
        response = browser.get(address)
        assert (response.status_code, response.url) == (302, page(document, "look/"))
    asked = browser.get(page(document, "look/")).content.decode()
    assert document.number in asked
    assert NAMES not in asked


def test_an_empty_reason_opens_nothing(town: Town, document: Document) -> None:
    browser = chief(town)
    response = browser.post(page(document, "look/"), {"why": "  "})
    assert response.status_code == 422
    assert not DocumentLook.objects.exists()
    with pytest.raises(NoReasonToLook):
        look_at_document(actor=CLERK, document=document, why=" ")


def test_with_a_reason_the_page_the_file_and_the_look_itself_are_shown(
    town: Town, document: Document
) -> None:
    browser = chief(town)
    shown = browser.post(page(document, "look/"), {"why": WHY}, follow=True).content.decode()
    assert document.title in shown
    assert WHY in shown
    assert "課長" in shown
    file = browser.get(page(document, "document.pdf"))
    assert file.content == bytes(document.file.pdf)
    assert file["Cache-Control"] == "private, no-store"
    assert browser.get(page(document, "withdraw/")).status_code == 200


def test_the_record_tells_that_somebody_looked_and_the_reason_stays_a_commitment(
    town: Town, document: Document
) -> None:
    look_at_document(actor=CLERK, document=document, why=WHY)
    event = Event.objects.get(type="documents.document.looked_at")
    assert event.stream.name == "documents/looks"
    assert event.public == {"number": document.number, "sha256": document.sha256}
    assert PersonalField.objects.get(event=event).clear == WHY


def test_a_reason_holds_for_one_person_one_document_and_a_quarter_of_an_hour(
    town: Town, document: Document
) -> None:
    browser, other = chief(town), issued(town)
    browser.post(page(document, "look/"), {"why": WHY})
    assert browser.get(page(document)).status_code == 200
    assert browser.get(page(other)).status_code == 302
    assert chief(town).get(page(document)).status_code == 302
    with time_machine.travel(now() + timedelta(minutes=16), tick=False):
        assert browser.get(page(document)).status_code == 302


def test_a_public_document_is_opened_without_a_reason(town: Town, key: str) -> None:
    document = issued(town, title="評価票", is_public=True)
    browser = chief(town)
    assert "評価票" in browser.get(page(document)).content.decode()
    assert browser.get(page(document, "document.pdf")).content == bytes(document.file.pdf)
    assert browser.get(page(document, "look/")).status_code == 302
    assert not DocumentLook.objects.exists()


def test_lists_and_files_of_lists_name_nobody(town: Town, document: Document) -> None:
    issued(town, title="評価票", is_public=True)
    browser = chief(town)
    listed = browser.get(REGISTER).content.decode()
    exported = b"".join(browser.get(REGISTER, {"format": "csv"}).streaming_content).decode()
    for each in (listed, exported):
        assert "評価票" in each
        assert "（公開しない文書）" in each
        assert NAMES not in each


def test_the_order_of_a_list_tells_nothing_of_titles_that_are_not_shown(town: Town, key: str) -> None:
    numbers = [issued(town, title=title).number for title in ("乙", "甲", "丙")]
    browser = chief(town)
    up, down = (browser.get(REGISTER, {"sort": sort}).content.decode() for sort in ("title", "-title"))
    assert sorted(numbers, key=up.index) == sorted(numbers, key=down.index)


def test_a_domain_is_told_who_looked_and_why(document: Document, declare: Declare) -> None:
    told: list[tuple[str, Actor, str]] = []
    declare(on_look=lambda document, actor, why: told.append((document.number, actor, why)))
    look_at_document(actor=CLERK, document=document, why=WHY)
    assert told == [(document.number, CLERK, WHY)]


def test_what_a_domain_refuses_was_not_looked_at(town: Town, document: Document, declare: Declare) -> None:
    class NotWithoutASecondPerson(Refusal):
        code = "tests.second_person"
        message = "もう一人の確認が要ります。"

    def refuse(document: Document, actor: Actor, why: str) -> None:
        raise NotWithoutASecondPerson

    declare(on_look=refuse)
    answer = chief(town).post(page(document, "look/"), {"why": WHY})
    assert answer.status_code == 422
    assert "もう一人の確認が要ります。" in answer.content.decode()
    assert not DocumentLook.objects.exists()
    assert not Event.objects.filter(type="documents.document.looked_at").exists()


@pytest.fixture
def protected(town: Town, key: str, declare: Declare) -> Document:
    """The domain shows documents of this record to nobody but the planning office."""
    issued(town, record="21-0001-1")
    found = issued(town, record="21-0002-2")

    def may_look(actor: Actor) -> Q:
        return Q() if Role.PLANNING_OFFICER in actor.roles else ~Q(record="21-0002-2")

    declare(may_look=may_look)
    return found


def test_what_a_domain_hides_is_on_no_page(town: Town, protected: Document) -> None:
    browser = chief(town)
    for more in ("", "look/", "document.pdf", "withdraw/", "erase/"):
        assert browser.get(page(protected, more)).status_code == 404, more
        assert browser.post(page(protected, more), {"why": WHY, "stage": "act"}).status_code in (404, 405), (
            more
        )


def test_what_a_domain_hides_is_in_no_list_no_count_and_no_search(town: Town, protected: Document) -> None:
    browser = chief(town)
    for asked in (
        {},
        {"word": protected.number},
        {"word": "21-0002-2"},
        {"sort": "-record"},
        {"state": "stands"},
    ):
        listed = browser.get(REGISTER, asked).content.decode()
        assert f">{protected.number}</a>" not in listed
        assert "21-0002-2</a>" not in listed
    assert browser.get(REGISTER).context["table"].total == 1
    exported = b"".join(browser.get(REGISTER, {"format": "csv"}).streaming_content).decode()
    assert protected.number not in exported


def test_whom_a_domain_shows_it_may_look_with_a_reason(town: Town, protected: Document) -> None:
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    assert browser.get(page(protected)).status_code == 302
    shown = browser.post(page(protected, "look/"), {"why": WHY}, follow=True)
    assert protected.title in shown.content.decode()


def test_nobody_looks_past_the_page(town: Town, protected: Document) -> None:
    actor = town.actor(town.staff(Role.SECTION_CHIEF, section=town.section))
    with pytest.raises(NotThere):
        look_at_document(actor=actor, document=protected, why=WHY)
    stranger = town.actor(town.staff(Role.SECTION_CHIEF, section=town.other_section))
    with pytest.raises(NotAllowed):
        look_at_document(actor=stranger, document=protected, why=WHY)


def test_whoever_holds_the_paper_of_a_protected_person_still_learns_that_it_stands(
    town: Town, protected: Document
) -> None:
    assert "今も有効" in town.browser().get(f"/d/{protected.printed_code}/").content.decode()
