"""Make a new domain part of the house: installed in the settings, its texts in the catalogues."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from .names import Names, WrongName
from .rooms import filled

TEXTS = Path(__file__).parent / "texts.toml"
DOMAINS = re.compile(r"^DOMAINS = \[(?P<listed>[^\]]*)\]", re.MULTILINE)
LOCALES = {"en": "en", "ja_Simple": "simple"}


def install(names: Names, settings: Path) -> None:
    """Put the domain on the list of the settings.

    Raises: WrongName when the settings have no such list.
    """
    text = settings.read_text(encoding="utf-8")
    if (found := DOMAINS.search(text)) is None:
        raise WrongName(f"{settings.name} has no list DOMAINS = [...] to put {names.name} on.")
    listed = [part.strip() for part in found["listed"].split(",") if part.strip()]
    domains = sorted({*listed, f'"jichi.domains.{names.name}"'})
    one_line = f"DOMAINS = [{', '.join(domains)}]"
    lines = "DOMAINS = [\n" + "".join(f"    {domain},\n" for domain in domains) + "]"
    settings.write_text(text.replace(found[0], one_line if len(one_line) <= 110 else lines), encoding="utf-8")


def add_texts(names: Names, locale: Path) -> None:
    """Add what the new pages say to each catalogue that is there; texts it already has stay as they are."""
    texts = tomllib.loads(filled(TEXTS.read_text(encoding="utf-8"), names))
    for folder, language in LOCALES.items():
        catalogue = locale / folder / "LC_MESSAGES/django.po"
        if catalogue.exists():
            add_to(catalogue, {said: words[language] for said, words in texts.items() if language in words})


def add_to(catalogue: Path, texts: Mapping[str, str]) -> None:
    with catalogue.open("rb") as file:
        known: Catalog = read_po(file)
    new = {said: text for said, text in texts.items() if said not in known}
    with catalogue.open("a", encoding="utf-8") as file:
        file.writelines(f"\n{entry(said, text)}" for said, text in new.items())


def entry(said: str, text: str) -> str:
    flag = "#, python-format\n" if "%(" in said else ""
    return f'{flag}msgid "{said}"\nmsgstr "{text}"\n'
