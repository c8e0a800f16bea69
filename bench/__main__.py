"""Measure, and write what was found into docs/measured.md. Usage: tools/bench [PART ...]

Without names everything is measured; with names only those parts, and the other sections stay as they are.
"""

import os
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from . import (
    clocks,
    documents,
    import_chapter,
    ledger_appends,
    ledger_mutations,
    ledger_seal,
    ledger_verify,
    outbox,
    programme_pages,
    residents_certificates,
    residents_interleaved,
    residents_load,
    residents_moves,
    residents_seal_images,
    residents_search,
    search,
    start,
    thread_page,
)
from .city import ROOT
from .page import with_section

PAGE = ROOT / "docs/measured.md"
PARTS: dict[str, tuple[str, Callable[[], list[str]]]] = {
    "import_chapter": ("Importing the plan chapter", import_chapter.lines),
    "programme_pages": ("A list of 900 programmes, and the page of one", programme_pages.lines),
    "start": ("Starting", start.lines),
    "ledger_appends": ("The public record: appending", ledger_appends.lines),
    "ledger_seal": ("The public record: seal and export of a million events", ledger_seal.lines),
    "ledger_verify": ("The public record: a million events verified", ledger_verify.lines),
    "ledger_mutations": ("The public record: ten thousand changes of an export", ledger_mutations.lines),
    "thread_page": ("A thread of a thousand voices", lambda: list(thread_page.lines())),
    "clocks": ("Five thousand running clocks", clocks.lines),
    "outbox": ("Telling people", outbox.lines),
    "documents": ("Official documents", documents.lines),
    "residents_certificates": ("Issuing certificates", residents_certificates.lines),
    "residents_interleaved": ("Certificates while the register changes", residents_interleaved.lines),
    "residents_load": ("The register: loading 1,540,000 people", residents_load.lines),
    "residents_seal_images": ("Impressions of seals", residents_seal_images.lines),
    "residents_search": ("Finding one of 1,540,000 people", residents_search.lines),
    "search": ("Search over 100,000 documents", search.lines),
    "residents_moves": ("Moving in, and the register of a past day", residents_moves.lines),
}


def main(wanted: list[str]) -> None:
    if unknown := [name for name in wanted if name not in PARTS]:
        sys.exit(f"no such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}")
    for name in wanted or PARTS:
        title, lines = PARTS[name]
        busy = os.getloadavg()[0]
        found = [*lines(), made_on(busy)]
        print(title, *found, sep="\n  ", flush=True)
        text = with_section(PAGE.read_text(encoding="utf-8"), title=title, lines=found)
        PAGE.write_text(text, encoding="utf-8")


def made_on(busy: float) -> str:
    """Day and machine of a measurement, and how busy the machine was when it began."""
    day = datetime.now(UTC).date()  # noqa: TID251 - the day of the machine, not of a city
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return f"measured on {day} ({machine}; load before it began: {busy:.1f})"


if __name__ == "__main__":
    main(sys.argv[1:])
