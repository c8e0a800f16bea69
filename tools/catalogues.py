"""The catalogues that people write: reading, merging, writing, and what is wrong in them."""

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.pofile import read_po, write_po
from tools.found_texts import JAPANESE, SOURCE

ENGLISH, SIMPLE = "en", "ja_Simple"
PLURALS = {ENGLISH: "nplurals=2; plural=(n != 1);", SIMPLE: "nplurals=1; plural=0;"}
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Jichi\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"

"""
FILLINGS = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w+\}|</?\w+|\n")

# Where residents read: here every text is also said in やさしい日本語.
RESIDENTS = (
    "domains/plans/events.py",
    "domains/plans/manifest.py",
    "domains/plans/models/programme.py",
    "domains/plans/models/years.py",
    "domains/plans/queries/history.py",
    "domains/plans/records.py",
    "domains/plans/rules/faults.py",
    "domains/plans/rules/grades.py",
    "domains/plans/rules/left_out.py",
    "domains/plans/templates/plans/",
    "domains/plans/templatetags/",
    "domains/plans/forms.py",
    "domains/plans/models/voices.py",
    "domains/plans/actions/comment_on_programme.py",
    "domains/plans/views/comment_words.py",
    "domains/plans/views/comments.py",
    "domains/plans/views/dashboard.py",
    "domains/plans/views/edition",
    "domains/plans/views/programme_charts.py",
    "domains/plans/views/programme_page.py",
    "domains/plans/views/programmes.py",
    "domains/plans/views/sheet",
    "domains/residents/actions/linking/make_link_code.py",
    "domains/residents/actions/requests/",
    "domains/residents/actions/sessions/open_session.py",
    "domains/residents/actions/sessions/steps.py",
    "domains/residents/forms/kiosk.py",
    "domains/residents/forms/requests.py",
    "domains/residents/queries/home/words.py",
    "domains/residents/templates/residents/home/",
    "domains/residents/views/home/certificate_words.py",
    "domains/residents/views/home/kiosk",
    "domains/residents/views/home/opening_words.py",
    "domains/residents/views/home/own.py",
    "domains/residents/views/home/requests.py",
    "domains/residents/views/home/words.py",
    "kernel/actions/",
    "kernel/administration/events.py",
    "kernel/administration/templates/administration/looks.html",
    "kernel/deadlines/events.py",
    "kernel/law/tables.py",
    "kernel/documents/answers.py",
    "kernel/documents/events.py",
    "kernel/documents/forms.py",
    "kernel/documents/models.py",
    "kernel/documents/templates/documents/answer.html",
    "kernel/documents/templates/documents/verify.html",
    "kernel/documents/views/shown.py",
    "kernel/documents/views/verification.py",
    "kernel/documents/words.py",
    "kernel/law/templates/",
    "kernel/law/views.py",
    "kernel/law/words.py",
    "kernel/ledger/events.py",
    "kernel/ledger/tables.py",
    "kernel/ledger/templates/",
    "kernel/notices/events.py",
    "kernel/notices/forms.py",
    "kernel/notices/models/choices.py",
    "kernel/notices/models/public.py",
    "kernel/notices/models/told.py",
    "kernel/notices/states.py",
    "kernel/notices/templates/",
    "kernel/notices/views/board.py",
    "kernel/notices/views/choosing.py",
    "kernel/notices/views/public_words.py",
    "kernel/notices/words.py",
    "kernel/people/",
    "kernel/places/events.py",
    "kernel/places/models.py",
    "kernel/places/tables.py",
    "kernel/places/templates/",
    "kernel/places/views.py",
    "kernel/search/",
    "kernel/tasks/events.py",
    "kernel/threads/events.py",
    "kernel/threads/kinds.py",
    "kernel/threads/templates/",
    "kernel/threads/models.py",
    "kernel/threads/views/",
    "kernel/threads/words.py",
    "kernel/web/display.py",
    "kernel/web/forms.py",
    "kernel/web/table.py",
    "kernel/web/templates/",
    "kernel/web/words.py",
    "surfaces/opendata/",
    "surfaces/portal/",
)
# Among those, what only staff see.
STAFF = (
    "kernel/notices/templates/notices/letters/",
    "kernel/notices/templates/notices/mailbox/",
    "kernel/notices/templates/notices/public/draft",
    "kernel/notices/templates/notices/public/form.html",
    "domains/plans/templates/plans/corrections.html",
    "domains/plans/templates/plans/desk/",
    "domains/plans/templates/plans/import.html",
    "domains/plans/templates/plans/import_preview.html",
    "domains/residents/templates/residents/home/desk/",
)


def catalogue(language: str) -> Catalog:
    """What is written in a language so far."""
    with path_of(language).open("rb") as file:
        return read_po(file)


def path_of(language: str) -> Path:
    return SOURCE / "locale" / language / "LC_MESSAGES/django.po"


def merge(language: str, found: Catalog) -> Catalog:
    """Keep what is written of the texts found, in their order, and what is borrowed; forget the others. Writes the file."""
    written, merged = catalogue(language), Catalog(locale=language, charset="utf-8", fuzzy=False)
    for text in found:
        if text.id:
            known = written.get(text.id)
            merged.add(text.id, known.string if known else None, locations=text.locations, flags=text.flags)
    for text in borrowed(written):
        merged.add(text.id, text.string, flags=text.flags)
    with path_of(language).open("wb") as file:
        file.write(HEADER.format(language=language, plurals=PLURALS[language]).encode())
        write_po(file, merged, width=100, omit_header=True, include_lineno=False)
    return merged


def borrowed(written: Catalog) -> Iterator[Message]:
    """The texts of Django and the libraries, English in their source, that are said here in other words."""
    yield from (text for text in written if text.id and not JAPANESE.search(shown(text)))


def not_said(language: str, found: Catalog) -> Iterator[str]:
    """The texts that have to be said in this language and are not."""
    written = catalogue(language)
    for text in found:
        if text.id and (language == ENGLISH or is_for_residents(text)):
            known = written.get(text.id)
            if known is None or not all(said(known)):
                yield shown(text)


def is_for_residents(text: Message) -> bool:
    return any(place.startswith(RESIDENTS) and not place.startswith(STAFF) for place, _line in text.locations)


def badly_filled(language: str) -> Iterator[str]:
    """The texts whose places to fill in, markup or lines differ from the Japanese."""
    for text in catalogue(language):
        wanted = set(FILLINGS.findall(shown(text)))
        if text.id and any(set(FILLINGS.findall(form)) != wanted for form in said(text) if form):
            yield shown(text)


def half_english() -> Iterator[str]:
    """English with Japanese letters left in it."""
    for text in catalogue(ENGLISH):
        if text.id and any(JAPANESE.search(form) for form in said(text)):
            yield shown(text)


def said(text: Message) -> tuple[str, ...]:
    return text.string if isinstance(text.string, tuple) else (text.string,)


def shown(text: Message) -> str:
    return text.id[0] if isinstance(text.id, tuple) else text.id
