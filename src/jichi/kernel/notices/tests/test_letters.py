"""Letters on paper: gathered, printed, posted; never twice unnoticed, and no address where it need not be."""

import io
from datetime import date, time

import pytest
from pypdf import PdfReader
from tests.town import Town

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.actions.make_batch import NoLettersWait, make_batch
from jichi.kernel.notices.actions.post_batch import erase_batch, post_batch, return_letter
from jichi.kernel.notices.actions.print_batch import AddressesErased, AlreadyPrinted, print_batch
from jichi.kernel.notices.choosing import choose, forget_address, live_at
from jichi.kernel.notices.models import Batch, Letter, Mail, Notice, Way
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.tests.telling import acted
from jichi.kernel.people.models import Account
from jichi.kernel.steps import WrongStep

pytestmark = pytest.mark.django_db
DAY = date(2014, 5, 12)


@pytest.fixture
def officer(town: Town) -> Actor:
    return town.actor(town.staff(Role.PLANNING_OFFICER), on=DAY)


def told(town: Town, name: str = "渡邉󠄂 花子") -> Account:
    account = town.account()
    choose(account=account, way=Way.LETTER, quiet_from=time(21), quiet_until=time(7))
    live_at(
        account=account,
        name=name,
        postcode="2108577",
        lines="川崎市川崎区宮本町1番地",
        building="市役所ハイツ203",
    )
    acted(
        lambda: notify(
            account=account, key="test/1", subject="更新のお知らせ", body="1行目\n\n3行目", url="/plans/"
        )
    )
    return account


def words(pdf: bytes) -> list[str]:
    return [page.extract_text().replace("\n", "") for page in PdfReader(io.BytesIO(pdf)).pages]


def test_a_batch_is_numbered_by_year_without_gaps(town: Town, officer: Actor) -> None:
    told(town)
    first = make_batch(actor=officer, on=DAY)
    told(town)
    second = make_batch(actor=officer, on=DAY)
    told(town)
    next_year = make_batch(actor=officer, on=date(2015, 1, 5))

    assert [batch.label for batch in (first, second, next_year)] == ["2014-1", "2014-2", "2015-1"]
    event = Event.objects.filter(type="notices.batch.made").order_by("pk").first()
    assert event is not None
    assert event.public == {"number": "2014-1", "letters": 1, "step": "made"}


def test_where_no_letter_waits_there_is_no_batch_and_no_number_is_lost(town: Town, officer: Actor) -> None:
    with pytest.raises(NoLettersWait):
        make_batch(actor=officer, on=DAY)
    told(town)
    assert make_batch(actor=officer, on=DAY).number == 1


def test_the_paper_holds_address_and_words_and_can_be_read_aloud(town: Town, officer: Actor) -> None:
    told(town)
    told(town, name="𠮷田 太郎")
    cover, one, two = words(print_batch(actor=officer, batch=make_batch(actor=officer, on=DAY)))

    assert "2通" in cover
    assert "宮本町" not in cover
    for said in (
        "〒210-8577",
        "川崎市川崎区宮本町1番地",
        "市役所ハイツ203",
        "渡邉",
        "更新のお知らせ",
        "3行目",
        "2014-1-1",
    ):
        assert said in one
    assert "𠮷田 太郎" in two


def test_nothing_is_printed_twice_unnoticed(town: Town, officer: Actor) -> None:
    told(town)
    batch = make_batch(actor=officer, on=DAY)
    first = print_batch(actor=officer, batch=batch)
    with pytest.raises(AlreadyPrinted):
        print_batch(actor=officer, batch=batch)
    second = print_batch(actor=officer, batch=batch, because="紙が詰まったため")

    assert "再印刷" not in "".join(words(first))
    assert all("再印刷 2 部目" in page for page in words(second))
    printed = Event.objects.filter(type="notices.batch.printed").order_by("pk")
    assert [(event.public["copy"], event.public["because"]) for event in printed] == [
        (1, ""),
        (2, "紙が詰まったため"),
    ]


def test_a_batch_is_posted_after_it_was_printed_and_once(town: Town, officer: Actor) -> None:
    told(town)
    batch = make_batch(actor=officer, on=DAY)
    with pytest.raises(WrongStep):
        post_batch(actor=officer, batch=batch, on=DAY)
    print_batch(actor=officer, batch=batch)
    post_batch(actor=officer, batch=batch, on=DAY)

    assert (Batch.objects.get().posted_on, Letter.objects.get().state) == (DAY, "posted")
    with pytest.raises(WrongStep):
        post_batch(actor=officer, batch=batch, on=DAY)
    with pytest.raises(WrongStep):
        print_batch(actor=officer, batch=batch, because="もう一度")


def posted(town: Town, officer: Actor) -> Batch:
    told(town)
    batch = make_batch(actor=officer, on=DAY)
    print_batch(actor=officer, batch=batch)
    return post_batch(actor=officer, batch=batch, on=DAY)


def test_who_moved_away_is_told_by_mail_until_the_address_is_mended(town: Town, officer: Actor) -> None:
    posted(town, officer)
    letter = return_letter(actor=officer, letter=Letter.objects.get(), on=DAY)

    assert letter.state == "returned"
    notice = Notice.objects.get(key__startswith="letter-returned/")
    assert (notice.way, notice.subject) == (Way.MAIL, "手紙が戻ってきました")
    assert "宮本町" not in str(Event.objects.get(type="notices.letter.returned").public)


def test_addresses_are_erased_from_a_posted_batch_and_its_acts_stay(town: Town, officer: Actor) -> None:
    batch = posted(town, officer)
    erase_batch(actor=officer, batch=batch, on=DAY)
    letter = Letter.objects.get()

    assert (letter.name, letter.lines, letter.postcode, letter.state) == ("", "", "", "posted")
    with pytest.raises(AddressesErased):
        print_batch(actor=officer, batch=batch, because="控え")


def test_a_person_whose_address_is_gone_is_told_by_mail_instead(town: Town, officer: Actor) -> None:
    forget_address(told(town))
    told(town)
    batch = make_batch(actor=officer, on=DAY)

    assert batch.letters.count() == 1
    assert (Letter.objects.count(), Mail.objects.count()) == (1, 1)


def test_nobody_else_makes_or_sees_batches(town: Town, officer: Actor) -> None:
    batch = posted(town, officer)
    for account in (town.account(), town.staff(Role.SECTION_STAFF), town.staff(Role.ADMINISTRATOR)):
        browser = town.browser(account)
        assert browser.get("/desk/letters/").status_code == 404
        assert browser.get(f"/desk/letters/{batch.label}/").status_code == 404
        assert browser.post(f"/desk/letters/{batch.label}/print/").status_code == 404
        with pytest.raises(NotAllowed):
            make_batch(actor=town.actor(account), on=DAY)


def test_the_whole_way_goes_over_the_pages_and_no_page_shows_an_address(
    town: Town, django_assert_max_num_queries
) -> None:
    told(town)
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    assert "発送を待つ手紙が1通" in browser.get("/desk/").content.decode()
    made = browser.post("/desk/letters/make/", follow=True)
    page = made.request["PATH_INFO"]
    pdf = browser.post(f"{page}print/")
    assert (pdf["Content-Type"], pdf["Cache-Control"]) == ("application/pdf", "no-store")
    refused = browser.post(f"{page}print/")
    assert (refused.status_code, "もう印刷されています" in refused.content.decode()) == (422, True)
    assert "まだ送られていません" in browser.post(f"{page}post/").content.decode()
    assert Batch.objects.get().step == "printed"
    browser.post(f"{page}post/", {"stage": "act"})
    with django_assert_max_num_queries(16):
        shown = browser.get(page).content.decode()
    assert "発送済み" in shown
    assert "宮本町" not in shown + made.content.decode()
