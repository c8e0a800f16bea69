"""The demo story plays once, through actions, and everything in it says that it is a demo."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings
from tests.town import Town

from jichi.domains.plans.cards import latest_evaluation, ward_programmes
from jichi.domains.plans.demo import play
from jichi.domains.plans.models import (
    BudgetYear,
    Comment,
    Consequence,
    Edition,
    Indicator,
    PlannedAction,
    Programme,
    ProgrammeReview,
    Reply,
    SecondOpinion,
)
from jichi.kernel.clock.reading import today
from jichi.kernel.ledger.check import faults
from jichi.kernel.ledger.models import Event
from jichi.kernel.threads.models import Channel, Voice

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def story(django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """The story, played once for all tests of this file and undone after them."""
    with django_db_blocker.unblock(), override_settings(DEMO=True), transaction.atomic():
        call_command("places", "load", stdout=StringIO())
        yield play()
        transaction.set_rollback(True)


def test_three_years_of_all_programmes_are_played_and_marked(story: str) -> None:
    assert "25事業、3年分" in story
    for rows in (BudgetYear, PlannedAction, ProgrammeReview):
        assert rows.objects.values("programme").distinct().count() == 25, rows
        assert not rows.objects.filter(is_demo=False).exists(), rows
    assert Indicator.objects.count() == 25
    assert not Indicator.objects.filter(is_demo=False).exists()
    assert SecondOpinion.objects.exists()
    assert not SecondOpinion.objects.filter(is_demo=False).exists()


def test_two_years_are_published_and_the_third_waits_at_every_step(story: str) -> None:
    steps = ProgrammeReview.objects.filter(round__year=2013).values_list("step", flat=True)
    assert set(steps) == {"draft", "section", "bureau", "approved"}
    assert set(ProgrammeReview.objects.exclude(round__year=2013).values_list("step", flat=True)) == {
        "published"
    }


def test_voices_of_every_channel_are_marked_and_lead_as_far_as_a_result(story: str, town: Town) -> None:
    for rows in (Comment, Reply, Consequence):
        assert rows.objects.exists(), rows
        assert not rows.objects.filter(is_demo=False).exists(), rows
    assert set(Comment.objects.values_list("channel", flat=True)) == set(Channel.values)
    whole = Voice.objects.filter(resulted_on__isnull=False, decided_on__isnull=False)
    assert whole.count() == 3
    page = town.browser().get("/").content.decode()
    assert "あなたの声はこうなりました" in page
    assert "区民会議の日程を早く知りたい" in page


def test_one_voice_of_the_story_is_overdue(story: str) -> None:
    late = Comment.objects.filter(step__in=["received", "public"], due_on__lt=today())
    assert [comment.title for comment in late] == ["委員の公募をもっと知らせて"]


def test_the_replies_of_the_story_are_news(story: str, town: Town) -> None:
    feed = town.browser().get("/opendata/feeds/replies.atom").content.decode()
    assert "自治推進フォーラム開催事業：声への回答" in feed
    assert feed.count("<entry>") == Reply.objects.count()


def test_a_second_start_changes_nothing(story: str) -> None:
    before = Event.objects.count()
    assert "もう入っています" in play()
    assert Event.objects.count() == before


def test_the_record_of_the_whole_story_holds(story: str) -> None:
    assert list(faults()) == []


def test_the_city_lives_in_the_story_and_shows_it(story: str, town: Town) -> None:
    assert today().year == 2014
    assert latest_evaluation(today())["year"] == 2012
    assert ward_programmes("14132", today())["all"] > ward_programmes("14137", today())["all"]
    page = town.browser().get("/").content.decode()
    assert "計画はどこまで進んだか" in page


def test_the_chapter_itself_is_not_marked_as_demo(story: str) -> None:
    assert Edition.objects.get().is_demo is False
    assert Programme.objects.count() == 25
