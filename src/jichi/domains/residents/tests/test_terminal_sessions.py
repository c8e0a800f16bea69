"""At a machine: one card, one paper, one time; and nothing of it ever reaches anybody else."""

import hashlib
from datetime import date, time, timedelta
from uuid import UUID, uuid4

import pytest
from tests.town import Town

from jichi.domains.residents.actions.requests.asking import NotOffered
from jichi.domains.residents.actions.sessions.choosing import (
    WrongAmount,
    choose_at_terminal,
    end_session,
    pay_at_terminal,
    stay_at_terminal,
)
from jichi.domains.residents.actions.sessions.failing import (
    NothingWasIssued,
    refund_at_desk,
    report_failure,
    report_refund,
    settle_session,
)
from jichi.domains.residents.actions.sessions.open_session import (
    CardBlocked,
    CardNotAccepted,
    ChannelClosed,
    ChannelStopped,
    NotOpened,
    Opened,
    Shown,
    open_session,
)
from jichi.domains.residents.actions.sessions.printing import (
    OtherPaper,
    acknowledge_print,
    print_at_terminal,
)
from jichi.domains.residents.actions.sessions.steps import (
    MACHINE,
    KeyUsedOtherwise,
    SessionElsewhere,
    SessionOver,
    session_of,
)
from jichi.domains.residents.actions.terminals.give_card import NotFourDigits, TooEasy
from jichi.domains.residents.actions.terminals.stopping import resume_channel, stop_channel
from jichi.domains.residents.models import Certificate, Person, ServiceCard, Terminal, TerminalSession
from jichi.domains.residents.queries.home.channels import hours_of
from jichi.domains.residents.queries.home.papers import paper_of
from jichi.domains.residents.rules.channels import Channel
from jichi.domains.residents.rules.failures import Failure
from jichi.domains.residents.tasks import end_late_sessions
from jichi.kernel.actions.refusal import NotAllowed, NotThere
from jichi.kernel.ledger.models import Event

from .at_home import CARD, PIN, card, chief, hanako, step, terminal
from .certificate_desk import TODAY, clerk, office
from .protected_people import applied
from .small_register import resident

__all__ = ["hanako", "office"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(office: Town) -> Terminal:
    return terminal(office)[0]


@pytest.fixture
def opened(office: Town, shop: Terminal, hanako: Person) -> Opened:
    card(office, hanako)
    done = begin(shop)
    assert isinstance(done, Opened)
    return done


def begin(shop: Terminal, number: str = CARD, pin: str = PIN, key: UUID | None = None) -> Opened | NotOpened:
    shown = Shown(card=number, pin=pin)
    return open_session(actor=MACHINE, step=step(shop, "open", number, pin, key=key), shown=shown, on=TODAY)


def choose(
    session: TerminalSession, kind: str = "resident_record", options: tuple[str, ...] = ()
) -> TerminalSession:
    asked = step(session.terminal, "choose", kind, options)
    return choose_at_terminal(
        actor=MACHINE, step=asked, session=session, kind=kind, options=options, on=TODAY
    )


def pay(session: TerminalSession, yen: int = 300) -> TerminalSession:
    return pay_at_terminal(actor=MACHINE, step=step(session.terminal, "pay", yen), session=session, yen=yen)


def put_out(session: TerminalSession, key: UUID | None = None) -> TerminalSession:
    asked = step(session.terminal, "print", session.public_id, key=key)
    return print_at_terminal(actor=MACHINE, step=asked, session=session)


def acknowledge(session: TerminalSession, sha256: str, key: UUID | None = None) -> TerminalSession:
    asked = step(session.terminal, "acknowledge", sha256, key=key)
    return acknowledge_print(actor=MACHINE, step=asked, session=session, sha256=sha256)


def fail(session: TerminalSession, because: Failure = Failure.PRINTER) -> TerminalSession:
    return report_failure(
        actor=MACHINE, step=step(session.terminal, "fail"), session=session, because=because
    )


def printing(opened: Opened) -> TerminalSession:
    return put_out(pay(choose(opened.session)))


def test_from_the_card_to_the_paper_in_the_hand(opened: Opened, hanako: Person) -> None:
    session = printing(opened)
    pdf = paper_of(session)
    issued = Certificate.objects.get()
    assert (issued.person, issued.channel, issued.step, issued.fee) == (hanako, Channel.STORE, "issued", 300)
    assert session.paper == hashlib.sha256(pdf).hexdigest()
    done = acknowledge(session, session.paper)
    issued.refresh_from_db()
    assert (done.step, issued.step) == ("printed", "handed_out")
    assert Event.objects.filter(type="residents.register.kept", actor="machine:terminal").exists()


def test_without_an_acknowledgement_nothing_is_handed_out(opened: Opened) -> None:
    session = printing(opened)
    with pytest.raises(OtherPaper):
        acknowledge(session, "0" * 64)
    assert Certificate.objects.get().step == "issued"
    assert TerminalSession.objects.get().step == "printing"


def test_the_same_key_is_the_same_step_and_the_same_paper(opened: Opened) -> None:
    session, key = pay(choose(opened.session)), uuid4()
    first = put_out(session, key)
    second = put_out(session, key)
    assert (first.certificate, first.paper) == (second.certificate, second.paper)
    assert paper_of(first) == paper_of(second)
    with pytest.raises(SessionElsewhere):
        put_out(session)
    assert Certificate.objects.count() == 1


def test_a_key_stands_for_one_thing_only(opened: Opened) -> None:
    session, key = choose(opened.session), uuid4()
    pay_at_terminal(actor=MACHINE, step=step(session.terminal, "pay", 300, key=key), session=session, yen=300)
    with pytest.raises(KeyUsedOtherwise):
        put_out(session, key)
    assert Certificate.objects.count() == 0


def test_the_same_beginning_is_the_same_session_with_the_same_secret(
    office: Town, shop: Terminal, hanako: Person
) -> None:
    card(office, hanako)
    key = uuid4()
    first, again = begin(shop, key=key), begin(shop, key=key)
    assert isinstance(first, Opened)
    assert isinstance(again, Opened)
    assert (first.session, first.secret) == (again.session, again.secret)
    assert session_of(shop, first.session.public_id, again.secret) == first.session


def test_a_session_is_there_for_its_own_machine_with_its_own_key_only(
    office: Town, shop: Terminal, opened: Opened
) -> None:
    """Kawasaki, 2 May 2023: two requests within a second; the second one's paper came out at the first one's machine."""
    card(office, resident(office, "実例　太郎"), "210987654321")
    other = begin(shop, "210987654321")
    assert isinstance(other, Opened)
    mine, theirs = printing(opened), printing(other)
    elsewhere = terminal(office)[0]
    for machine, session, secret in (
        (shop, theirs, opened.secret),
        (shop, mine, other.secret),
        (elsewhere, mine, opened.secret),
    ):
        with pytest.raises(NotThere):
            session_of(machine, session.public_id, secret)
    assert paper_of(mine) != paper_of(theirs)
    papers = {c.person_id: c for c in Certificate.objects.all()}
    assert papers[mine.person_id].number == mine.certificate
    assert papers[theirs.person_id].number == theirs.certificate
    with pytest.raises(OtherPaper):
        acknowledge(mine, theirs.paper)


def test_three_wrong_pins_block_the_card(office: Town, shop: Terminal, hanako: Person) -> None:
    card(office, hanako)
    said = [begin(shop, pin="0001") for _each in range(3)]
    assert [type(each.refusal) for each in said if isinstance(each, NotOpened)] == [
        CardNotAccepted,
        CardNotAccepted,
        CardBlocked,
    ]
    right = begin(shop)
    assert isinstance(right, NotOpened)
    assert isinstance(right.refusal, CardBlocked)


def test_a_right_pin_forgets_the_wrong_ones_and_a_repeated_wrong_one_counts_once(
    office: Town, shop: Terminal, hanako: Person
) -> None:
    card(office, hanako)
    key = uuid4()
    begin(shop, pin="0001", key=key)
    begin(shop, pin="0001", key=key)
    assert ServiceCard.objects.get().wrong_pins == 1
    assert isinstance(begin(shop), Opened)
    assert ServiceCard.objects.get().wrong_pins == 0


def test_an_unknown_card_is_refused_in_the_words_of_a_wrong_pin(office: Town, shop: Terminal) -> None:
    said = begin(shop, "999999999999")
    assert isinstance(said, NotOpened)
    assert isinstance(said.refusal, CardNotAccepted)


def test_a_new_card_ends_the_former_one(office: Town, shop: Terminal, hanako: Person) -> None:
    card(office, hanako)
    newer = card(office, hanako, number="")
    assert isinstance(begin(shop), NotOpened)
    assert isinstance(begin(shop, newer), Opened)
    assert len(newer) == 12


@pytest.mark.parametrize(("pin", "refusal"), [("123", NotFourDigits), ("1111", TooEasy), ("3456", TooEasy)])
def test_a_weak_pin_is_refused(office: Town, hanako: Person, pin: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        card(office, hanako, pin=pin)


def test_a_protected_person_is_offered_nothing_in_the_same_words_as_for_any_kind_that_is_not_there(
    office: Town, opened: Opened, hanako: Person
) -> None:
    with pytest.raises(NotOffered) as of_nobody:
        choose(opened.session, "seal")
    applied(office, hanako)
    with pytest.raises(NotOffered) as of_protected:
        choose(opened.session)
    assert str(of_nobody.value.message) == str(of_protected.value.message)


def test_a_protection_that_begins_after_the_payment_stops_the_print_and_the_money_goes_back(
    office: Town, opened: Opened, hanako: Person
) -> None:
    session = pay(choose(opened.session))
    applied(office, hanako)
    with pytest.raises(NotOffered):
        put_out(session)
    assert Certificate.objects.count() == 0
    failed = fail(session, Failure.NOT_ISSUED)
    back = report_refund(actor=MACHINE, step=step(session.terminal, "refund"), session=failed, on=TODAY)
    assert back.step == "refunded"


def test_a_paper_that_failed_is_destroyed_with_the_refund(opened: Opened) -> None:
    session = fail(printing(opened))
    with pytest.raises(NotThere):
        paper_of(session)
    report_refund(actor=MACHINE, step=step(session.terminal, "refund"), session=session, on=TODAY)
    assert Certificate.objects.get().step == "destroyed"


def test_the_desk_settles_what_nobody_saw(office: Town, opened: Opened) -> None:
    settled = settle_session(actor=clerk(office), session=fail(printing(opened), Failure.CONNECTION))
    assert (settled.step, Certificate.objects.get().step) == ("printed", "handed_out")


def test_the_desk_refunds_what_was_never_issued(office: Town, opened: Opened) -> None:
    session = fail(pay(choose(opened.session)), Failure.NOT_ISSUED)
    with pytest.raises(NothingWasIssued):
        settle_session(actor=clerk(office), session=session)
    assert refund_at_desk(actor=clerk(office), session=session, on=TODAY).step == "refunded"


def late(session: TerminalSession) -> TerminalSession:
    TerminalSession.objects.filter(pk=session.pk).update(ends_at=session.opened_at - timedelta(seconds=1))
    session.refresh_from_db()
    return session


def test_who_walks_away_before_paying_leaves_nothing(opened: Opened) -> None:
    session = late(choose(opened.session))
    with pytest.raises(SessionOver):
        pay(session)
    end_late_sessions.func()
    session.refresh_from_db()
    assert session.step == "ended"


@pytest.mark.parametrize("has_paper", [False, True])
def test_a_lost_connection_after_paying_is_shown_to_the_desk(opened: Opened, has_paper: bool) -> None:
    session = late(printing(opened) if has_paper else pay(choose(opened.session)))
    end_late_sessions.func()
    session.refresh_from_db()
    assert (session.step, session.because) == ("failed", Failure.TIMED_OUT)
    assert bool(session.certificate) is has_paper
    with pytest.raises(SessionElsewhere):
        put_out(session)


def test_time_is_given_once_more_but_not_for_ever(opened: Opened) -> None:
    session = opened.session
    TerminalSession.objects.update(opened_at=session.opened_at - timedelta(minutes=13))
    stayed = stay_at_terminal(actor=MACHINE, step=step(session.terminal, "stay"), session=session)
    assert stayed.ends_at == session.opened_at + timedelta(minutes=2)


def test_the_amount_is_exactly_the_fee(opened: Opened) -> None:
    session = choose(opened.session)
    for yen in (299, 301):
        with pytest.raises(WrongAmount):
            pay(session, yen)
    assert pay(session, 300).paid == 300


def test_a_session_ends_before_it_is_paid_and_not_after(opened: Opened) -> None:
    session = pay(choose(opened.session))
    with pytest.raises(SessionElsewhere):
        end_session(actor=MACHINE, step=step(session.terminal, "end"), session=session)


def test_a_chief_stops_a_channel_of_the_whole_city_at_once(office: Town, opened: Opened) -> None:
    session = choose(opened.session)
    stop = stop_channel(actor=chief(office), channel=Channel.STORE, kind="", because="他人の証明書が出たため")
    with pytest.raises(ChannelStopped):
        begin(session.terminal)
    with pytest.raises(NotOffered):
        put_out(pay(session))
    assert Certificate.objects.count() == 0
    resume_channel(actor=chief(office), stop=stop)
    assert put_out(session).step == "printing"


def test_one_kind_is_stopped_and_the_others_go_on(office: Town, opened: Opened) -> None:
    stop_channel(actor=chief(office), channel=Channel.STORE, kind="seal", because="点検")
    assert choose(opened.session).step == "chosen"
    with pytest.raises(NotAllowed):
        stop_channel(actor=clerk(office), channel=Channel.STORE, kind="", because="点検")


def test_outside_its_hours_a_machine_serves_nobody(office: Town, hanako: Person) -> None:
    card(office, hanako)
    machine = terminal(office, is_demo=False)[0]
    with pytest.raises(ChannelClosed):
        open_session(
            actor=MACHINE, step=step(machine, "open"), shown=Shown(card=CARD, pin=PIN), on=date(2014, 1, 1)
        )


@pytest.mark.parametrize(
    ("day", "at", "is_open"),
    [
        (date(2014, 5, 7), time(6, 29, 59), False),
        (date(2014, 5, 7), time(6, 30), True),
        (date(2014, 5, 7), time(22, 59, 59), True),
        (date(2014, 5, 7), time(23, 0), False),
        (date(2013, 12, 28), time(12), True),
        (date(2013, 12, 29), time(12), False),
        (date(2014, 1, 3), time(12), False),
        (date(2014, 1, 4), time(12), True),
    ],
)
def test_the_hours_of_the_machines(day: date, at: time, is_open: bool) -> None:
    hours = hours_of(Channel.STORE, day)
    assert hours is not None
    assert hours.is_open(day, at) is is_open
    assert hours.is_unconfirmed
