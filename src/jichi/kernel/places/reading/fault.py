"""What is said when a file of places is wrong."""

from collections.abc import Callable

from jichi.kernel.values.fault import Fault, gettext_noop
from jichi.kernel.values.fault import gettext_noop as _

IN_LINE = _("%(file)s の%(line)s行目「%(column)s」: ")
IN_TABLE = _("%(file)s の [[%(table)s]] %(number)s番目「%(key)s」: ")
IN_FILE = _("%(file)s: ")


class WrongPlacesFile(Fault):
    """A file of places that cannot be taken over: file, line and column or table and key, and the reason."""

    code = "places.wrong_file"
    status = 422

    def __init__(self, place: "Spot", reason: str, /, **params: object) -> None:
        self.place, self.sentence = place, reason
        super().__init__(**params)

    def said(self, *, translate: Callable[[str], str] = gettext_noop, language: str = "ja") -> str:
        return self.place.said(translate) + super().said(translate=translate, language=language)


class Spot:
    """A place in a file, said the way its kind of file is read."""

    def __init__(self, form: str = IN_FILE, **where: object) -> None:
        self.form, self.where = form, where

    def said(self, translate: Callable[[str], str]) -> str:
        return translate(self.form) % self.where
