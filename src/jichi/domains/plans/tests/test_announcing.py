"""The year's evaluation is made publicly known by the board of the city."""

import pytest
from tests.town import Town

from jichi.domains.plans.actions.announce_round import NothingAnnounced, announce_round
from jichi.domains.plans.actions.publish_round import publish_round
from jichi.domains.plans.models import Edition, Round
from jichi.kernel.access.roles import Role
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.actions.draft_public_notice import DraftedBefore
from jichi.kernel.notices.choosing import subscribe
from jichi.kernel.notices.models import Notice, PublicNotice

from .sheets import Office, days, opening, owned

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(town: Town, edition: Edition, office: Office) -> Round:
    from jichi.domains.plans.actions.open_round import open_round

    owned(edition, office.planner, town)
    return open_round(
        actor=office.planner,
        edition=edition,
        year=2011,
        days=days(2011),
        office=town.section,
        on=opening(2011),
    )


def publish(office: Office, opened: Round) -> None:
    office.take_to("approved", office.write(office.sheet(opened)), days(2011).bureau_due)
    publish_round(actor=office.planner, opened=opened, on=days(2011).publish_due)


def test_nothing_is_announced_before_a_sheet_is_out(office: Office, opened: Round) -> None:
    with pytest.raises(NothingAnnounced):
        announce_round(actor=office.planner, opened=opened, on=days(2011).publish_due)
    assert not PublicNotice.objects.exists()


def test_the_draft_says_what_is_out_and_about_which_plan(office: Office, opened: Round) -> None:
    publish(office, opened)
    notice = announce_round(actor=office.planner, opened=opened, on=days(2011).publish_due)
    assert (notice.title, notice.step) == ("平成23年度事務事業評価の結果の公表について", "draft")
    assert "事務事業評価票 1件" in notice.text
    assert notice.subject == opened.edition.reference
    assert Event.objects.filter(type="notices.public.drafted").count() == 1
    with pytest.raises(DraftedBefore):
        announce_round(actor=office.planner, opened=opened, on=days(2011).publish_due)


def test_the_button_leads_to_the_draft_and_then_shows_it(town: Town, office: Office, opened: Round) -> None:
    publish(office, opened)
    browser = town.browser(town.staff(Role.PLANNING_OFFICER))
    page = "/plans/desk/rounds/"
    assert "結果の公表の案を作る" in browser.get(page).content.decode()
    draft = browser.post(f"{page}{opened.pk}/announce/", follow=True)
    assert "事務事業評価の結果の公表について" in draft.content.decode()
    shown = browser.get(page).content.decode()
    assert "この年度の結果の公表（作成中）" in shown
    assert "結果の公表の案を作る" not in shown
    staff = town.browser(town.staff(Role.SECTION_STAFF, section=town.section))
    assert staff.post(f"{page}{opened.pk}/announce/").status_code == 404


def test_who_asked_for_news_of_the_plan_is_told(town: Town, office: Office, opened: Round) -> None:
    account = town.account()
    subscribe(account=account, topics=["plans"], wards=[])
    publish(office, opened)
    told = Notice.objects.get(account=account)
    assert (told.subject, told.because) == ("2011年度の評価票1件を公表しました", "topic:plans")
