"""What in a text may tell who somebody is or where they live: a warning for whoever publishes it. Pure.

It finds forms, not meanings: a name in running text is not found, and the clerk still has to read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from jichi.kernel.values.fault import gettext_noop as _

BAR = "[-‐‑–—−ー]"
# In the order of certainty: what one form has taken, a later one does not find again.
FORMS = {
    "mail": r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "phone": rf"(?<!\d)0\d{{1,4}}(?:{BAR}|\(|\))\d{{1,4}}(?:{BAR}|\))\d{{3,4}}(?!\d)|(?<!\d)0\d{{9,10}}(?!\d)",
    "postal_code": rf"〒?(?<!\d)\d{{3}}{BAR}\d{{4}}(?!\d)|〒\d{{7}}",
    "individual_number": r"(?<!\d)\d{4}\s?\d{4}\s?\d{4}(?!\d)",
    "house_number": "|".join(
        (
            rf"\d+丁目\s*\d+(?:番地?|{BAR})?(?:の?\d+号?)?",
            r"\d+番地?(?:の\d+|\d+号)?",
            rf"(?<!\d)\d{{1,3}}{BAR}\d{{1,3}}{BAR}\d{{1,4}}(?!\d)",
            r"\d+号室",
        )
    ),
    "name": r"[^\s、。「」]{1,8}と申します|(?:名前|氏名)は[^\s、。]{1,10}",
}
WORDS = {
    "mail": _("メールアドレスのようです"),
    "phone": _("電話番号のようです"),
    "postal_code": _("郵便番号のようです"),
    "individual_number": _("個人番号（マイナンバー）のようです"),
    "house_number": _("番地や部屋番号のようです"),
    "name": _("氏名のようです"),
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A piece of the text, as it is written there in normal width, and what it looks like."""

    sort: str
    text: str
    place: int

    @property
    def words(self) -> str:
        return WORDS[self.sort]


def personal_data_in(text: str) -> list[Finding]:
    """What looks like personal data, in the order of the text; full-width letters count the same."""
    return sorted(found(normalize("NFKC", text)), key=lambda finding: finding.place)


def found(text: str) -> Iterator[Finding]:
    for sort, form in FORMS.items():
        for match in re.finditer(form, text):
            yield Finding(sort=sort, text=match[0], place=match.start())
        # Blanked, not cut out: places stay as they are.
        text = re.sub(form, lambda match: "□" * len(match[0]), text)
