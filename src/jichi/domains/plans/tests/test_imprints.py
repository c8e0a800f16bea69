"""A published sheet keeps what was published, whatever is renamed, moved or corrected later."""

from dataclasses import replace
from datetime import date
from functools import partial
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from tests.town import Town

from jichi.domains.plans.actions.decide_correction import decide_correction
from jichi.domains.plans.actions.describe_programme import Description, describe_programme
from jichi.domains.plans.actions.draft_review import SheetOne, draft_effort_review
from jichi.domains.plans.actions.publish_review import said as sheet_said
from jichi.domains.plans.models import Edition, EffortReview, Imprint, ImprintColumn, ProgrammeReview
from jichi.kernel.access.roles import Role
from jichi.kernel.ledger.canonical import digest
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Section

from .sheets import FULL, Office, owned

pytestmark = pytest.mark.django_db

DAY = date(2012, 5, 21)
ONE = SheetOne(problem="委員がかたよる", outline="区民会議を開く", goal="7区で開く", result="7区で開いた")
ADDRESSES = {
    EffortReview: ("sheet_one", "sheet_one_pdf", "sheet_one_csv", "programmes_pdf", "programmes_csv"),
    ProgrammeReview: ("sheet_two_pdf", "sheet_two_csv"),
}


@pytest.fixture
def two(edition: Edition, office: Office, town: Town) -> ProgrammeReview:
    owned(edition, office.planner, town)
    draft = office.write(office.sheet(office.open(edition)))
    return office.take_to("published", draft, DAY)


@pytest.fixture
def one(office: Office, two: ProgrammeReview) -> EffortReview:
    review = two.round.effortreviews.get(effort__listings__programme=two.programme)
    draft_effort_review(actor=office.staff, review=review, sheet=ONE)
    return office.take_to("published", review, DAY)


def got(browser: Client, review: EffortReview | ProgrammeReview) -> dict[str, bytes]:
    found = {}
    for name in ADDRESSES[type(review)]:
        answer = browser.get(reverse(f"plans:{name}", args=[review.reference]))
        found[name] = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return found


def rename_everything(edition: Edition, office: Office, town: Town, two: ProgrammeReview) -> None:
    """All that can befall the names on a sheet: another owner, a renamed section, corrected text of the plan."""
    Section.objects.filter(pk=town.section.pk).update(name="改称課")
    moved = Description(section=town.other_section, is_priority=True)
    describe_programme(actor=office.planner, programme=two.programme, description=moved)
    for fault in edition.corrections.exclude(proposed=""):
        decide_correction(actor=office.planner, correction=fault, accept=True, on=DAY)
    listing = two.programme.listings.get(edition=edition, relisted=False)
    listing.items.update(text="書きかえた取組")
    type(listing).objects.filter(pk=listing.pk).update(description="書きかえた概要", each_ward=True)
    type(two.programme).objects.filter(pk=two.programme.pk).update(name="書きかえた事業")
    type(listing.effort).objects.filter(pk=listing.effort_id).update(title="書きかえた課題")
    type(edition).objects.filter(pk=edition.pk).update(title="書きかえた政策")


def test_a_published_sheet_keeps_its_words(
    edition: Edition, office: Office, one: EffortReview, two: ProgrammeReview, town: Town
) -> None:
    before = [got(town.browser(), review) for review in (one, two)]
    rename_everything(edition, office, town, two)
    after = [got(town.browser(), review) for review in (one, two)]
    for was, now in zip(before, after, strict=True):
        for name in was.keys() - {"sheet_one"}:
            assert now[name] == was[name], name
    page = after[0]["sheet_one"].decode()
    assert town.section.name in page
    assert "改称課" not in page


def test_the_page_of_a_published_sheet_two_keeps_its_words(
    edition: Edition, office: Office, two: ProgrammeReview, town: Town
) -> None:
    rename_everything(edition, office, town, two)
    page = town.browser().get(reverse("plans:sheet_two", args=[two.reference])).content.decode()
    assert town.section.name in page
    for new in ("改称課", "書きかえた概要", "書きかえた取組", "書きかえた事業", "重点事業</dd>"):
        assert new not in page


def test_a_draft_says_the_names_of_today(edition: Edition, office: Office, town: Town) -> None:
    owned(edition, office.planner, town)
    draft = office.write(office.sheet(office.open(edition)))
    Section.objects.filter(pk=town.section.pk).update(name="改称課")
    browser = town.browser(town.staff(Role.AUDITOR))
    page = browser.get(reverse("plans:sheet_two", args=[draft.reference])).content.decode()
    assert "改称課" in page


def test_a_sheet_of_an_earlier_year_that_is_published_late_changes_nothing(
    edition: Edition, office: Office, town: Town
) -> None:
    owned(edition, office.planner, town)
    early = office.write(office.sheet(office.open(edition, 2011)))
    later = office.write(
        office.sheet(office.open(edition, 2012)),
        replace(FULL, result="26回開いた", why_this_grade="2回は台風で中止"),
    )
    later = office.take_to("published", later, DAY)
    before = got(town.browser(), later)
    office.take_to("published", early, DAY)
    assert got(town.browser(), later) == before


def test_the_digest_on_the_record_stands_for_the_names_too(
    edition: Edition, office: Office, town: Town
) -> None:
    owned(edition, office.planner, town)
    two = office.take_to("published", office.write(office.sheet(office.open(edition))), DAY)
    event = Event.objects.get(type="plans.review.published", public__review=two.reference)
    assert event.public["sheet_digest"] == digest(sheet_said(two))
    Imprint.objects.filter(pk=two.imprint_id).update(section="別の課")
    two.refresh_from_db()
    assert event.public["sheet_digest"] != digest(sheet_said(two))


def test_a_sheet_cannot_be_public_without_its_imprint(two: ProgrammeReview) -> None:
    with pytest.raises(IntegrityError, match="a_published_sheet_two_keeps_its_imprint"), transaction.atomic():
        ProgrammeReview.objects.filter(pk=two.pk).update(imprint=None)


def test_sheets_of_a_city_that_upgrades_get_the_imprint_that_publishing_writes(
    one: EffortReview, two: ProgrammeReview
) -> None:
    migration = import_module("jichi.domains.plans.migrations.0004_published_sheets_get_their_imprint")
    get = partial(apps.get_model, "plans")
    assert said(migration.imprint_of_one(get, one)) == said(one.imprint)
    assert said(migration.imprint_of_two(get, two)) == said(two.imprint)


def said(imprint: Imprint) -> list[dict[str, object]]:
    rows = [imprint, *ImprintColumn.objects.filter(imprint=imprint).order_by("order")]
    keys = {"id", "imprint_id", "_state"}
    return [{name: value for name, value in vars(row).items() if name not in keys} for row in rows]
