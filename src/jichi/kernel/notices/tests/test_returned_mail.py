"""Mail that comes back: reports, addresses that are left alone, replies of people."""

import io
from datetime import date, timedelta
from email.message import EmailMessage
from uuid import uuid4

import pytest
import time_machine
from django.core import mail as outside
from django.core.management import CommandError, call_command
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.actions import take_mail_in as taking
from jichi.kernel.notices.actions.restore_address import restore_address
from jichi.kernel.notices.actions.take_mail_in import take_mail_in
from jichi.kernel.notices.actions.take_report import take_report
from jichi.kernel.notices.machine import POST
from jichi.kernel.notices.message import envelope_sender
from jichi.kernel.notices.models import Bounce, Mail, MailState, Notice, ReceivedMail, SuspendedAddress
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.outbox import send
from jichi.kernel.notices.rules.bounces import Reported, Verdict, is_enough, verdict_of, wait_before_return
from jichi.kernel.notices.rules.tokens import notice_in, return_path
from jichi.kernel.notices.tests.mail_server import Post, free_port, mail_server
from jichi.kernel.notices.tests.telling import acted
from jichi.kernel.notices.tests.test_reports import standard
from jichi.kernel.tasks.worker import Worker

pytestmark = pytest.mark.django_db
DAY = date(2014, 5, 12)
ADDRESS = "hanako@example.jp"


@pytest.fixture
def mail(town: Town) -> Mail:
    account = town.account(ADDRESS)
    acted(lambda: notify(account=account, key="test/1", subject="件名", body="本文", url="/plans/"))
    Worker().work_off()
    return Mail.objects.select_related("notice__account").get()


def report(mail: Mail, status: str, action: str = "failed") -> None:
    take_report(actor=POST, mail=mail, action=action, status=status, address=ADDRESS)
    mail.refresh_from_db()


@pytest.mark.parametrize(
    ("action", "status", "verdict"),
    [
        ("failed", "5.1.1", Verdict.HARD),
        ("failed", "5.2.1", Verdict.HARD),
        ("failed", "5.2.2", Verdict.SOFT),
        ("failed", "4.4.1", Verdict.SOFT),
        ("failed", "5.7.1", Verdict.REFUSED),
        ("failed", "", Verdict.REFUSED),
        ("delayed", "4.4.1", None),
        ("delivered", "2.0.0", None),
    ],
)
def test_a_code_says_what_a_report_means(action: str, status: str, verdict: Verdict | None) -> None:
    assert verdict_of(action, status) is verdict


def refusals(*days_ago: int) -> list[Reported]:
    return [Reported(verdict=Verdict.REFUSED, on=DAY - timedelta(days=days)) for days in days_ago]


@pytest.mark.parametrize(
    ("reports", "enough"),
    [
        ([], False),
        ([Reported(verdict=Verdict.HARD, on=DAY)], True),
        ([Reported(verdict=Verdict.HARD, on=DAY - timedelta(days=31))], False),
        (refusals(0, 0, 0), False),
        (refusals(0, 1), False),
        (refusals(0, 1, 2), True),
        (refusals(0, 1, 30), True),
        (refusals(0, 1, 31), False),
        ([Reported(verdict=Verdict.SOFT, on=DAY)] * 9, False),
    ],
)
def test_an_address_is_left_alone_when_the_reports_are_enough(reports: list[Reported], enough: bool) -> None:
    assert is_enough(reports, on=DAY) is enough


def test_a_mail_that_came_back_waits_longer_each_time_and_is_given_up() -> None:
    assert [wait_before_return(n) for n in (1, 2, 3, 4)] == [
        timedelta(hours=1), timedelta(hours=6), timedelta(hours=36), None,
    ]  # fmt: skip


def test_the_return_address_cannot_be_made_up() -> None:
    notice = uuid4()
    path = return_path("bounces@city.example.jp", notice, key="k")
    assert len(path.partition("@")[0]) <= 64
    assert notice_in(path, key="k") == notice
    assert notice_in(path.upper(), key="k") == notice
    assert notice_in(path, key="another key") is None
    assert notice_in("bounces@city.example.jp", key="k") is None


def test_an_address_that_is_not_there_gets_no_more_mail_and_its_owner_is_told_here(
    town: Town, mail: Mail
) -> None:
    report(mail, "5.1.1")

    assert (mail.state, Bounce.objects.get().kind) == (MailState.FAILED, "hard")
    assert SuspendedAddress.objects.get().address == ADDRESS
    event = Event.objects.get(type="notices.mail.returned")
    assert (event.public["kind"], event.public["suspended"]) == ("hard", True)
    assert ADDRESS not in str(event.public)
    told = Notice.objects.get(key__startswith="address-suspended/")
    assert (told.way, told.subject) == ("page", "メールが届かないため、お送りするのを止めました")
    browser = town.browser(mail.notice.account)
    assert told.subject in browser.get("/notices/").content.decode()
    assert "お送りするのを止めています" in browser.get("/notices/settings/").content.decode()


def test_a_full_mailbox_is_tried_again_later_and_the_mail_arrives_once_more(mail: Mail) -> None:
    report(mail, "5.2.2")
    assert (mail.state, mail.returned) == (MailState.WAITING, 1)
    Worker().work_off()
    assert len(outside.outbox) == 1

    with time_machine.travel(now() + timedelta(hours=1, minutes=1)):
        Worker().work_off()
    mail.refresh_from_db()
    assert (mail.state, len(outside.outbox)) == (MailState.SENT, 2)
    assert not SuspendedAddress.objects.exists()


def test_a_report_that_the_mail_is_only_delayed_changes_nothing(mail: Mail) -> None:
    report(mail, "4.4.1", "delayed")
    assert (mail.state, Bounce.objects.count()) == (MailState.SENT, 0)


def test_a_restored_address_gets_mail_again_and_old_reports_count_no_more(town: Town, mail: Mail) -> None:
    report(mail, "5.1.1")
    admin = town.staff(Role.ADMINISTRATOR)
    browser = town.browser(admin)
    assert ADDRESS in browser.get("/desk/mail/").content.decode()
    row = SuspendedAddress.objects.get()
    with time_machine.travel(now() + timedelta(minutes=1)):
        browser.post(f"/desk/mail/addresses/{row.pk}/", {"stage": "act"})
        row.refresh_from_db()
        assert row.lifted_at is not None
        assert Event.objects.filter(type="notices.address.restored").exists()
        report(mail, "5.7.1")
    assert SuspendedAddress.objects.filter(lifted_at__isnull=True).count() == 0
    with pytest.raises(Exception, match="見つかりません"):
        restore_address(actor=POST, suspended=row)


def bounced(mail: Mail, settings, recipient: str = "") -> ReceivedMail | None:
    settings.RETURN_MAILBOX = "bounces@city.example.jp"
    return take_mail_in(
        actor=POST, raw=standard("failed", "5.1.1"), recipient=recipient or envelope_sender(mail.notice)
    )


def test_a_report_finds_its_mail_by_the_address_it_came_to(mail: Mail, settings) -> None:
    received = bounced(mail, settings)
    assert received is not None
    assert received.notice == mail.notice
    assert SuspendedAddress.objects.count() == 1


def test_a_forged_report_suspends_nobody(mail: Mail, settings) -> None:
    bounced(mail, settings, f"bounces+{mail.notice.public_id.hex}.000000000000@city.example.jp")
    assert not SuspendedAddress.objects.exists()


def test_a_report_finds_its_mail_by_the_mail_it_quotes(mail: Mail) -> None:
    raw = standard("failed", "5.1.1").replace(
        b"<0b7c@jichi.example.jp>", f"<{mail.notice.public_id}@localhost>".encode()
    )
    take_mail_in(actor=POST, raw=raw)
    assert SuspendedAddress.objects.count() == 1


def test_a_report_that_is_handed_over_twice_counts_once(mail: Mail, settings) -> None:
    bounced(mail, settings)
    assert bounced(mail, settings) is None
    assert Bounce.objects.count() == 1


def reply(mail: Mail) -> bytes:
    written = EmailMessage()
    written["From"], written["Subject"] = "花子 <hanako@example.jp>", "Re: 件名"
    written["In-Reply-To"] = f"<{mail.notice.public_id}@localhost>"
    written.set_content("髙橋です。届きました。")
    written.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="観光.pdf")
    return bytes(written)


def test_a_reply_is_read_by_who_may_and_by_nobody_else(town: Town, mail: Mail) -> None:
    received = take_mail_in(actor=POST, raw=reply(mail))
    assert received is not None
    assert (received.subject, received.notice, received.text.strip()) == (
        "Re: 件名",
        mail.notice,
        "髙橋です。届きました。",
    )
    event = Event.objects.get(type="notices.mail.received")
    assert (event.public["answers_a_notice"], event.public["files"]) == (True, 1)
    assert ADDRESS not in str(event.public)

    page = f"/desk/mail/received/{received.pk}/"
    reader = town.browser(town.staff(Role.PLANNING_OFFICER))
    shown = reader.get(page).content.decode()
    assert "髙橋です。届きました。" in shown
    assert "観光.pdf" in shown
    looks = town.browser(mail.notice.account).get("/administration/looks/").content.decode()
    assert "メールの返信を読むため" in looks
    file = reader.get(f"{page}files/1/")
    assert (file["Content-Type"], file.content) == ("application/octet-stream", b"%PDF")
    assert file["Content-Disposition"].startswith("attachment")
    for role in (Role.ADMINISTRATOR, Role.SECTION_STAFF):
        other = town.browser(town.staff(role))
        assert other.get(page).status_code == 404
        assert other.get(f"{page}files/1/").status_code == 404


def test_an_erased_mail_says_nothing_any_more(town: Town, mail: Mail) -> None:
    received = take_mail_in(actor=POST, raw=reply(mail))
    assert received is not None
    reader = town.browser(town.staff(Role.PLANNING_OFFICER))
    address = f"/desk/mail/received/{received.pk}/erase/"
    assert "もとに戻せません" in reader.post(address).content.decode()
    reader.post(address, {"stage": "act"})
    received.refresh_from_db()
    assert (received.sender, received.subject, received.text, bytes(received.raw)) == ("", "", "", b"")
    assert "髙橋" not in reader.get(f"/desk/mail/received/{received.pk}/").content.decode()


def test_the_command_takes_what_the_mail_server_hands_over(
    mail: Mail, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Input:
        buffer = io.BytesIO(reply(mail))

    monkeypatch.setattr("sys.stdin", Input())
    call_command("mail", "receive")
    assert ReceivedMail.objects.get().subject == "Re: 件名"


def test_the_command_sends_back_what_is_too_large(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    class Input:
        buffer = io.BytesIO(b"Subject: x\r\n\r\nlong")

    monkeypatch.setattr("sys.stdin", Input())
    monkeypatch.setattr(taking, "LARGEST", 5)
    with pytest.raises(CommandError) as refused:
        call_command("mail", "receive")
    assert refused.value.returncode == 65


def through(post: Post, mail: Mail, settings) -> None:
    Mail.objects.update(state=MailState.WAITING, sent_at=None)
    with mail_server(post) as port:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        settings.RETURN_MAILBOX = "bounces@city.example.jp"
        send(mail.pk)
    mail.refresh_from_db()


def test_over_a_real_line_every_header_and_letter_arrives(mail: Mail, settings) -> None:
    Notice.objects.update(subject="𠮷田 髙橋さんの期限①㈱")
    post = Post()
    through(post, mail, settings)
    ((sender, message),) = post.arrived
    assert mail.state == MailState.SENT
    assert notice_in(sender, key=settings.SECRET_KEY) == mail.notice.public_id
    assert message["From"] == settings.DEFAULT_FROM_EMAIL
    assert str(message["Subject"]).startswith("=?utf-8?")
    from jichi.kernel.notices.decoder.message import letter_of, parsed

    read = letter_of(parsed(message.as_bytes()))
    assert read.subject == "𠮷田 髙橋さんの期限①㈱"
    assert "本文" in read.text
    assert message.as_bytes().isascii()
    assert all(len(line) <= 998 for line in message.as_bytes().splitlines())


def test_a_server_that_knows_no_such_person_says_so_once(mail: Mail, settings) -> None:
    through(Post(refuses="550 5.1.1 <hanako@example.jp> user unknown"), mail, settings)
    assert (mail.state, mail.reason) == (MailState.FAILED, "相手のサーバーから戻ってきました。")
    assert SuspendedAddress.objects.get().address == ADDRESS


def test_a_server_that_is_not_there_is_no_fault_of_the_address(mail: Mail, settings) -> None:
    Mail.objects.update(state=MailState.WAITING, sent_at=None)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    with pytest.raises(Exception, match="ConnectionRefused"):
        send(mail.pk)
    assert not Bounce.objects.exists()
