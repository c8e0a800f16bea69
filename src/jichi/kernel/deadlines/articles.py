"""Where the article of a step can be read: the city's page of the legal value, or the national text."""

import re

from django.urls import reverse

from jichi.kernel.calendar import ClosedBecause

# The national database of laws; the part after # is the address of one article in it.
CIVIL_CODE = "https://laws.e-gov.go.jp/law/129AC0000000089#Mp-Pa_1-Ch_6-At_{}"
LOCAL_AUTONOMY_ACT = "https://laws.e-gov.go.jp/law/322AC0000000067#Mp-Pa_1-At_{}"
STATUTES = (
    (re.compile(r"民法第(14[0-3]|13[89])条"), CIVIL_CODE),
    (re.compile(r"地方自治法第(4)条の(2)"), LOCAL_AUTONOMY_ACT),
)

# By which value of the city's law book a day is closed.
CLOSED = {
    ClosedBecause.WEEKDAY: "calendar.closed_weekdays",
    ClosedBecause.NATIONAL_HOLIDAY: "calendar.holidays_closed",
    ClosedBecause.YEARLY: "calendar.year_end_first",
}


def page_of_value(law_key: str) -> str:
    return reverse("law:entry", args=[law_key])


def page_of_article(basis: str) -> str:
    """The text of an article of national law; empty where we know no address."""
    for pattern, address in STATUTES:
        if found := pattern.match(basis):
            return address.format("_".join(found.groups()))
    return ""
