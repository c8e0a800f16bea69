"""What plans put on the public home and on a ward's page."""

from datetime import date

import pytest
from tests.town import Town

from jichi.domains.plans.cards import latest_evaluation, ward_programmes
from jichi.domains.plans.models import Edition

pytestmark = pytest.mark.django_db

DAY = date(2012, 7, 9)


def test_nothing_is_shown_before_a_year_is_evaluated(town: Town, edition: Edition) -> None:
    assert latest_evaluation(DAY) == {}


def test_nothing_is_shown_of_a_ward_that_no_programme_names(town: Town, edition: Edition) -> None:
    assert ward_programmes(town.ward.code, DAY) == {}


def test_without_a_plan_the_home_page_still_opens(town: Town) -> None:
    assert town.browser().get("/").status_code == 200
