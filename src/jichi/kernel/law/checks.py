"""The law book is looked at before anything starts: a wrong file stops the house with its sentence."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error

from .book import LegalValue, NotDeclared, WrongLawFile
from .shelf import read_law


def faults_of_the_law(keys: Iterable[LegalValue[Any]]) -> list[CheckMessage]:
    """What is wrong with the law files, or with the keys that the code asks with."""
    try:
        read_law().declared(keys)
    except WrongLawFile as wrong:
        return [Error(str(wrong), id="law.E001")]
    except NotDeclared as missing:
        return [Error(str(missing), id="law.E002")]
    return []
