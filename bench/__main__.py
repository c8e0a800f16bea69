"""Measure everything and write docs/measured.md. Usage: tools/bench"""

import os
import platform
from datetime import UTC, datetime

from . import import_chapter, programme_pages, start
from .city import ROOT

PAGE = ROOT / "docs/measured.md"
ABOUT = """# Measured

Written by `tools/bench` (see [bench/README.md](../bench/README.md)) on {day}: {cores} cores, {machine}, Python {python}.
Read as ±50 %: the machine is shared.

For comparison, as published by Decidim and not run by us: its list of 900 proposals took **7.2 s** (decidim/decidim,
pull request 13701). Our bound is 0.1 s.
"""


def main() -> None:
    parts = {
        "Importing the plan chapter": import_chapter.lines,
        "A list of 900 programmes, and the page of one": programme_pages.lines,
        "Starting": start.lines,
    }
    text = ABOUT.format(
        day=f"{datetime.now(UTC):%Y-%m-%d}",  # noqa: TID251 - the day of the machine, not of a city
        cores=os.cpu_count(),
        machine=platform.machine(),
        python=platform.python_version(),
    )
    for title, lines in parts.items():
        found = lines()
        print(title, *found, sep="\n  ")
        text += "\n".join(["", f"## {title}", *(f"- {line}" for line in found), ""])
    PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
