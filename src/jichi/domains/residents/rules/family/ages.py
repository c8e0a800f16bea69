"""Legal ages and waiting periods of family law, and whether somebody has reached one. Pure."""

from datetime import date

from jichi.kernel.calendar import age_on
from jichi.kernel.law.book import LegalValue

ADULT_AGE = LegalValue("residents.adult_age", int, unit="age")
MARRIAGE_AGE_MEN = LegalValue("residents.marriage_age_men", int, unit="age")
MARRIAGE_AGE_WOMEN = LegalValue("residents.marriage_age_women", int, unit="age")
ADOPTER_AGE = LegalValue("residents.adopter_age", int, unit="age")
CONSENTED_ADOPTION_AGE = LegalValue("residents.consented_adoption_age", int, unit="age")
REMARRIAGE_WAIT_DAYS = LegalValue("residents.remarriage_wait_days", int, unit="days")
REMARRIAGE_WAIT_MONTHS = LegalValue("residents.remarriage_wait_months", int, unit="months")
BIRTH_DAYS = LegalValue("residents.birth_notification_days", int, unit="days")
DEATH_DAYS = LegalValue("residents.death_notification_days", int, unit="days")
FAMILY_LAW = (
    ADULT_AGE, MARRIAGE_AGE_MEN, MARRIAGE_AGE_WOMEN, ADOPTER_AGE, CONSENTED_ADOPTION_AGE, REMARRIAGE_WAIT_DAYS,
    REMARRIAGE_WAIT_MONTHS, BIRTH_DAYS, DEATH_DAYS,
)  # fmt: skip


def has_age(birth: date, age: int, on: date) -> bool:
    """Law: 年齢計算ニ関する法律: an age is reached with the end of the day before the birthday."""
    return birth <= on and age_on(born=birth, on=on) >= age
