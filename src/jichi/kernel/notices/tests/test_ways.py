"""Which way a notice goes, when it may leave, and what ends it."""

from datetime import datetime, time

import pytest
import time_machine
from django.core import mail as outside
from django_tasks_db.models import DBTaskResult
from tests.town import Town

from jichi.kernel.clock.reading import CITY_TIME, now
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.actions.send_digests import send_digests_of_the_day
from jichi.kernel.notices.choosing import choose, forget_address, live_at, stop, subscribe
from jichi.kernel.notices.machine import POST
from jichi.kernel.notices.models import (
    Choice,
    Following,
    Letter,
    Mail,
    MailState,
    Notice,
    Subscription,
    SuspendedAddress,
    Way,
)
from jichi.kernel.notices.notify import follow, notify, notify_followers, notify_subscribers
from jichi.kernel.notices.outbox import send
from jichi.kernel.notices.rules.quiet import may_leave_at
from jichi.kernel.notices.tests.telling import acted
from jichi.kernel.people.models import Account
from jichi.kernel.tasks.worker import Worker

pytestmark = pytest.mark.django_db
ADDRESS = {"name": "試験 花子", "postcode": "2108577", "lines": "川崎市川崎区宮本町1番地", "building": ""}
NIGHT = "2014-05-12T23:30:00+09:00"


def tell(account: Account, key: str = "test/1", *, urgent: bool = False) -> Notice:
    told = acted(
        lambda: notify(account=account, key=key, subject=f"知らせ {key}", body="本文", urgent=urgent)
    )
    assert told is not None
    return told


def chooses(account: Account, way: Way) -> Account:
    choose(account=account, way=way, quiet_from=time(21), quiet_until=time(7))
    return account


def at(hour: int, minute: int = 0, day: int = 12) -> datetime:
    return datetime(2014, 5, day, hour, minute, tzinfo=CITY_TIME)


@pytest.mark.parametrize(
    ("begins", "ends", "moment", "leaves"),
    [
        (time(21), time(7), at(20, 59), at(20, 59)),
        (time(21), time(7), at(21), at(7, day=13)),
        (time(21), time(7), at(0), at(7)),
        (time(21), time(7), at(6, 59), at(7)),
        (time(21), time(7), at(7), at(7)),
        (time(12), time(13), at(12, 30), at(13)),
        (time(12), time(13), at(13), at(13)),
        (time(0), time(0), at(3), at(3)),
    ],
)
def test_nothing_leaves_in_the_quiet_hours(
    begins: time, ends: time, moment: datetime, leaves: datetime
) -> None:
    assert may_leave_at(moment, begins=begins, ends=ends) == leaves


@pytest.mark.parametrize(
    ("way", "mails", "letters"), [(Way.MAIL, 1, 0), (Way.LETTER, 0, 1), (Way.DAILY, 0, 0), (Way.PAGE, 0, 0)]
)
def test_a_notice_goes_the_way_the_person_chose(town: Town, way: Way, mails: int, letters: int) -> None:
    account = chooses(town.account(), way)
    live_at(account=account, **ADDRESS)

    assert tell(account).way == way
    assert (Mail.objects.count(), Letter.objects.count()) == (mails, letters)


def test_who_chose_letters_and_has_no_address_gets_mail(town: Town) -> None:
    account = chooses(town.account(), Way.LETTER)
    live_at(account=account, **ADDRESS)
    forget_address(account)

    assert tell(account).way == Way.MAIL


def test_no_mail_goes_to_a_suspended_address_until_the_person_takes_another(town: Town) -> None:
    account = town.account("gone@example.jp")
    SuspendedAddress.objects.create(account=account, address="Gone@example.jp", since=now())
    assert tell(account).way == Way.PAGE

    account.email = "new@example.jp"
    account.save()
    assert tell(account, "test/2").way == Way.MAIL


def test_at_night_a_mail_waits_for_the_morning(town: Town) -> None:
    with time_machine.travel(NIGHT, tick=False):
        tell(town.account())
        assert DBTaskResult.objects.get().run_after == at(7, day=13)
        Worker().work_off()
        assert len(outside.outbox) == 0
    with time_machine.travel(at(7, 1, day=13), tick=False):
        Worker().work_off()
    assert len(outside.outbox) == 1


def test_an_urgent_mail_leaves_at_night_and_also_to_who_wants_one_mail_a_day(town: Town) -> None:
    with time_machine.travel(NIGHT, tick=False):
        tell(chooses(town.account(), Way.DAILY), urgent=True)
        Worker().work_off()
    assert len(outside.outbox) == 1


def test_a_worker_that_was_late_puts_a_mail_off_without_counting_an_attempt(town: Town) -> None:
    tell(town.account())
    mail = Mail.objects.get()
    with time_machine.travel(NIGHT, tick=False):
        assert send(mail.pk) == at(7, day=13)
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, len(outside.outbox)) == (MailState.WAITING, 0, 0)


def test_who_asked_for_one_mail_a_day_gets_one_with_everything(town: Town) -> None:
    daily, other = chooses(town.account(), Way.DAILY), town.account()
    for key in ("a", "b"):
        tell(daily, key)
    tell(other, "a")

    assert send_digests_of_the_day(actor=POST) == 1
    assert send_digests_of_the_day(actor=POST) == 0
    Worker().work_off()

    digest = next(message for message in outside.outbox if message.to == [daily.email])
    assert digest.subject == "きょうのお知らせ（2件）"
    assert "・知らせ a" in digest.body
    assert "・知らせ b" in digest.body
    assert len(outside.outbox) == 2
    event = Event.objects.get(type="notices.digest.sent")
    assert (event.public["people"], event.public["notices"]) == (1, 2)
    page = town.browser(daily).get("/notices/").content.decode()
    assert "知らせ a" in page
    assert "きょうのお知らせ" not in page


def test_a_topic_and_a_ward_are_told_to_who_asked_for_them_and_to_each_once(town: Town) -> None:
    both, topic, ward, neither = (town.account() for _ in range(4))
    subscribe(account=both, topics=["public-notices"], wards=[town.ward])
    subscribe(account=topic, topics=["public-notices", "no-such-topic"], wards=[])
    subscribe(account=ward, topics=[], wards=[town.ward, town.other_ward])
    told = acted(
        lambda: notify_subscribers(
            topic="public-notices", wards=[town.ward], key="k", subject="告示", body="本文"
        )
    )
    assert sorted(notice.account_id for notice in told) == sorted([both.pk, topic.pk, ward.pk])
    assert not Notice.objects.filter(account=neither).exists()
    assert Notice.objects.get(account=ward).because == f"ward:{town.ward.pk}"


@pytest.mark.parametrize("kind", ["record", "topic", "ward", ""])
def test_the_way_out_of_a_mail_ends_what_led_to_it_and_nothing_else(town: Town, kind: str) -> None:
    account = town.account()
    follow(account=account, reference="12-0001-9")
    subscribe(account=account, topics=["public-notices"], wards=[town.ward])
    what = {"record": "12-0001-9", "topic": "public-notices", "ward": town.ward.pk, "": ""}[kind]
    notice = tell(account)
    notice.because = f"{kind}:{what}" if kind else ""
    stop(notice)

    assert Following.objects.exists() == (kind != "record")
    assert Subscription.objects.filter(topic="public-notices").exists() == (kind != "topic")
    assert Subscription.objects.filter(ward=town.ward).exists() == (kind != "ward")
    assert Choice.objects.filter(way=Way.PAGE).exists() == (kind == "")


def test_followers_are_told_in_a_few_questions_however_many_they_are(
    town: Town, django_assert_max_num_queries
) -> None:
    for _number in range(10):
        follow(account=chooses(town.account(), Way.PAGE), reference="12-0001-9")
    with django_assert_max_num_queries(18):
        acted(lambda: notify_followers(reference="12-0001-9", key="k", subject="動き", body="本文"))
    assert Notice.objects.count() == 10
