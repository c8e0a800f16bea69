"""A mail leaves the house once, or is known not to have."""

from datetime import timedelta

import pytest
from django.core import mail as outside
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.town import Town

from jichi.kernel.clock.reading import now
from jichi.kernel.notices.models import Mail, MailState, Notice
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.outbox import LIMIT, NotAccepted, send
from jichi.kernel.notices.tests.servers import HERE, Killed
from jichi.kernel.notices.tests.telling import acted
from jichi.kernel.tasks.models import Hold
from jichi.kernel.tasks.queue import claim
from jichi.kernel.tasks.worker import Worker, attempt


@pytest.fixture
def mail(town: Town) -> Mail:
    account = town.account("hanako@example.jp")
    acted(
        lambda: notify(
            account=account,
            key="test/1",
            subject="𠮷田 髙橋さんの期限",
            body="7月9日までです。",
            url="/plans/",
        )
    )
    return Mail.objects.get()


def state(mail: Mail) -> tuple[str, int, int]:
    mail.refresh_from_db()
    return mail.state, mail.attempts, len(outside.outbox)


def test_a_mail_waits_until_its_action_is_committed_and_a_worker_comes(mail: Mail) -> None:
    assert state(mail) == (MailState.WAITING, 0, 0)

    Worker().work_off()

    assert state(mail) == (MailState.SENT, 1, 1)
    assert mail.sent_at is not None


def test_the_mail_says_who_what_and_where(mail: Mail) -> None:
    send(mail.pk)
    message = outside.outbox[0]

    assert message.to == ["hanako@example.jp"]
    assert message.subject == "𠮷田 髙橋さんの期限"
    for words in ("試験 花子 様", "7月9日までです。", "http://localhost:8000/plans/", "川崎市"):
        assert words in message.body


def test_every_letter_of_a_name_survives_the_way_through_the_mail(mail: Mail) -> None:
    send(mail.pk)
    sent = outside.outbox[0].message()
    text, page = sent.get_payload()

    assert "7月9日までです。" in text.get_payload(decode=True).decode()
    assert (text.get_content_type(), page.get_content_type()) == ("text/plain", "text/html")
    assert "<h1>𠮷田 髙橋さんの期限</h1>" in page.get_payload(decode=True).decode()
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["Message-ID"] == f"<{Notice.objects.get().public_id}@localhost>"
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent["List-Unsubscribe"].startswith("<http://localhost:8000/notices/stop/")


def test_a_sent_mail_is_not_sent_again(mail: Mail) -> None:
    send(mail.pk)
    send(mail.pk)

    assert state(mail) == (MailState.SENT, 1, 1)


@pytest.mark.parametrize("server", ["Away", "Refusing"])
def test_a_mail_that_was_certainly_not_taken_is_tried_again(mail: Mail, settings, server: str) -> None:
    settings.EMAIL_BACKEND = f"{HERE}.{server}"
    with pytest.raises(NotAccepted):
        send(mail.pk)
    assert state(mail) == (MailState.WAITING, 1, 0)

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send(mail.pk)
    assert state(mail) == (MailState.SENT, 2, 1)


def test_after_its_last_attempt_a_mail_has_failed_and_its_job_is_parked_with_the_reason(
    mail: Mail, settings
) -> None:
    settings.EMAIL_BACKEND = f"{HERE}.Away"
    for day in range(LIMIT):
        hold = claim(worker="one", at=now() + timedelta(days=day))
        assert hold is not None
        attempt(hold)

    assert state(mail) == (MailState.FAILED, LIMIT, 0)
    assert DBTaskResult.objects.get().status == TaskResultStatus.FAILED
    assert "nobody listens" in Hold.objects.get().reason


def test_a_mail_whose_line_broke_in_the_middle_may_have_arrived_and_is_not_sent_again(
    mail: Mail, settings
) -> None:
    settings.EMAIL_BACKEND = f"{HERE}.HangingUp"
    send(mail.pk)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send(mail.pk)

    assert state(mail) == (MailState.UNKNOWN, 1, 0)
    assert "in the middle" in mail.reason


def test_a_mail_whose_worker_was_killed_while_sending_is_not_sent_again(mail: Mail, settings) -> None:
    settings.EMAIL_BACKEND = f"{HERE}.Killing"
    with pytest.raises(Killed):
        send(mail.pk)
    assert state(mail) == (MailState.SENDING, 1, 0)

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    send(mail.pk)
    assert state(mail) == (MailState.UNKNOWN, 1, 0)
