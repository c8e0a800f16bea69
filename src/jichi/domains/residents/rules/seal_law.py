"""What the city's rules say of seals, each asked with the day of the application. Pure.

Source: the ordinance on seals of the city (not read; see the confidence of each value) and the national guideline
印鑑登録証明事務処理要領 (1974-02-01) which ordinances follow.
"""

from fractions import Fraction

from jichi.kernel.law.book import LegalValue

GUIDELINE = "印鑑登録証明事務処理要領（昭和49年2月1日）"
AGE = LegalValue("residents.seal_registration_age", int, unit="age")
PER_PERSON = LegalValue("residents.seals_per_person", int, unit="count")
CERTIFICATE_MONTHS = LegalValue("residents.guardian_certificate_months", int, unit="months")
PHOTO_PAPERS = LegalValue("residents.identity_papers_with_photo", int, unit="count")
OTHER_PAPERS = LegalValue("residents.identity_papers_without_photo", int, unit="count")
LARGER_THAN = LegalValue("residents.seal_larger_than", int, unit="millimetres")
AT_MOST = LegalValue("residents.seal_at_most", int, unit="millimetres")
RIM_MISSING = LegalValue("residents.seal_rim_missing", Fraction)
ANSWER_DAYS = LegalValue("residents.seal_answer_days", int, unit="days")
ADULT_WARDS = LegalValue("residents.seal_adult_wards", bool)
FORMER_NAMES = LegalValue("residents.seal_former_names", bool)
SEAL_LAW = (
    AGE, PER_PERSON, CERTIFICATE_MONTHS, PHOTO_PAPERS, OTHER_PAPERS, LARGER_THAN, AT_MOST, RIM_MISSING, ANSWER_DAYS,
    ADULT_WARDS, FORMER_NAMES,
)  # fmt: skip
