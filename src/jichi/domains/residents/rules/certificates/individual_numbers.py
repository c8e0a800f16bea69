"""Since when a record has an individual number (個人番号). Pure."""

from jichi.kernel.law.book import LegalValue
from jichi.kernel.values.fault import Fault, gettext_noop

INDIVIDUAL_NUMBERS = LegalValue("residents.individual_numbers", bool)


class NoNumberYet(Fault):
    code = "residents.no_number_yet"
    sentence = gettext_noop(
        "この日の住民票には個人番号がありません（番号法の施行前です）。「個人番号」のしるしを外して進めてください。"
    )


class NumberIsMissing(Fault):
    code = "residents.number_is_missing"
    sentence = gettext_noop(
        "選んだ人の記録に、載せるはずの番号がありません。しるしを外すか、記録を確かめてから、もう一度進めてください。"
    )
