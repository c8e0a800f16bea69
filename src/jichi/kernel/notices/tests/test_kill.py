"""Workers killed with -9 while they talk to a real mail server: no mail arrives twice, and what nobody knows is called unknown."""

import random
import time
from collections import Counter
from datetime import time as clock
from pathlib import Path

import pytest
from tests.town import Town

from jichi.kernel.notices.choosing import choose
from jichi.kernel.notices.models import Mail, Way
from jichi.kernel.notices.notify import notify
from jichi.kernel.notices.tests.city_process import SECONDS, City
from jichi.kernel.notices.tests.mail_server import Post, mail_server, silent_server
from jichi.kernel.notices.tests.telling import acted

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]
MANY = 12
NEVER = clock(0)


@pytest.fixture(autouse=True)
def noon() -> None:
    """The workers are real, and so is their time."""


def city_with(mails: int, folder: Path) -> City:
    town = Town()
    for number in range(mails):
        account = town.account()
        # The workers' clock is the machine's, which may stand at night.
        choose(account=account, way=Way.MAIL, quiet_from=NEVER, quiet_until=NEVER)
        acted(
            lambda one=account, n=number: notify(account=one, key=f"kill/{n}", subject="知らせ", body="本文")
        )
    assert Mail.objects.count() == mails
    return City(folder)


def test_killed_before_the_server_said_a_word_the_mail_is_sent_once_by_the_next(tmp_path: Path) -> None:
    city = city_with(1, tmp_path)
    with silent_server() as (port, came):
        worker = city.worker(port)
        assert came.wait(SECONDS)
        city.kill(worker)
    assert list(city.states().values()) == ["claimed"]

    post = Post()
    with mail_server(post) as port:
        city.work_off(port)
    assert list(city.states().values()) == ["sent"]
    assert len(post.arrived) == 1
    city.wrapper.close()


@pytest.mark.parametrize(("step", "arrives"), [("recipient", 0), ("taken", 1)])
def test_killed_while_it_hands_the_mail_over_the_mail_is_unknown_and_not_sent_again(
    tmp_path: Path, step: str, arrives: int
) -> None:
    city = city_with(1, tmp_path)
    post = Post(hold_at=step)
    with mail_server(post) as port:
        worker = city.worker(port)
        assert post.reached.wait(SECONDS)
        city.kill(worker)
    assert list(city.states().values()) == ["sending"]

    after = Post()
    with mail_server(after) as port:
        city.work_off(port)
    assert list(city.states().values()) == ["unknown"]
    assert (len(post.arrived), len(after.arrived)) == (arrives, 0)
    city.wrapper.close()


def test_of_many_mails_and_many_killed_workers_none_arrives_twice(tmp_path: Path) -> None:
    city = city_with(MANY, tmp_path)
    post = Post()
    chance = random.Random(20120709)
    with mail_server(post) as port:
        for _kill in range(4):
            worker, before = city.worker(port), len(post.arrived)
            while len(post.arrived) < before + 1 + chance.randrange(2) and worker.poll() is None:
                time.sleep(0.002)
            time.sleep(chance.random() * 0.02)
            city.kill(worker)
            city.lose_leases()
        city.work_off(port)

    arrived = Counter(own.strip("<>").split("@")[0].replace("-", "") for own in post.ids)
    states = city.states()
    assert arrived, "nothing arrived at all"
    assert set(arrived.values()) == {1}
    assert set(states.values()) <= {"sent", "unknown"}
    assert {key for key, state in states.items() if state == "sent"} <= set(arrived)
    assert len(states) == MANY
    city.wrapper.close()
