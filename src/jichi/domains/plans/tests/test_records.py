"""The addresses of records are written out; the pages are there."""

import pytest
from django.urls import reverse

from jichi.domains.plans.records import EDITION, PROGRAMME, SHEET_ONE, SHEET_TWO
from jichi.kernel.threads.kinds import KindOfRecord


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        (EDITION, "plans:edition"),
        (PROGRAMME, "plans:programme"),
        (SHEET_ONE, "plans:sheet_one"),
        (SHEET_TWO, "plans:sheet_two"),
    ],
)
def test_the_address_of_a_record_is_that_of_its_page(kind: KindOfRecord, page: str) -> None:
    assert kind.url is not None
    assert kind.url("12-0001-9") == reverse(page, args=["12-0001-9"])
