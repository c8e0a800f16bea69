"""Start, change and read many clocks inside the server's own process; started by clocks.py in the city that it made."""

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .figures import measured, spread
from .figures import milliseconds as timed

CALLS = 30
SECTIONS = 60


def main(clocks: int) -> None:
    django.setup()
    from tests.town import Town

    town = Town()
    sections = [town.make_section("planning", "総合企画局", f"s{n}", f"第{n}課") for n in range(SECTIONS)]
    start(sections, clocks)
    change(town, sections[0])
    nightly(clocks)
    pages(town, sections[0])


def start(sections: list, clocks: int) -> None:
    from jichi.kernel.deadlines.tests.keeping import requested

    begun = time.perf_counter()
    for number in range(clocks):
        requested(sections[number % SECTIONS], kind=f"bench.{number}")
    taken = time.perf_counter() - begun
    print(f"starting {clocks} clocks, each an act with two events: {clocks / taken:.0f}/s")


def change(town: object, section: object) -> None:
    from jichi.kernel.access.roles import Role
    from jichi.kernel.deadlines.actions.pause_clock import pause_clock
    from jichi.kernel.deadlines.actions.resume_clock import resume_clock
    from jichi.kernel.deadlines.models import Deadline

    staff = town.actor(town.staff(Role.SECTION_STAFF, section=section))  # type: ignore[attr-defined]
    rows = Deadline.objects.filter(owner=section)[:CALLS]
    times = []
    for row in rows:
        times.append(
            timed(
                lambda row=row: pause_clock(actor=staff, deadline=row, on=date(2012, 7, 12), because="補正")
            )
        )
        times.append(timed(lambda row=row: resume_clock(actor=staff, deadline=row, on=date(2012, 7, 19))))
    print(f"pausing or resuming a clock: {spread(times)}")


def nightly(clocks: int) -> None:
    from jichi.kernel.deadlines.actions.mark_missed import mark_missed
    from jichi.kernel.deadlines.queries import just_missed, to_remind
    from jichi.kernel.deadlines.tasks import CLOCK

    asked = timed(lambda: to_remind(date(2012, 7, 24)))
    print(f"finding who is to be reminded among {clocks}: {asked / 1000:.1f} s")
    late = date(2012, 7, 24) + timedelta(days=30)
    taken = timed(
        lambda: all_of(lambda: mark_missed(actor=CLOCK, on=late), while_any=just_missed(late).exists)
    )
    print(f"recording {clocks} missed clocks in one night: {taken / 1000:.1f} s")


def all_of(act: Callable[[], object], *, while_any: Callable[[], bool]) -> None:
    while while_any():
        act()


def pages(town: object, section: object) -> None:
    from jichi.kernel.access.roles import Role

    chief = town.browser(town.staff(Role.SECTION_CHIEF, section=section))  # type: ignore[attr-defined]
    officer = town.browser(town.staff(Role.PLANNING_OFFICER))  # type: ignore[attr-defined]
    for name, browser, path in (
        ("the list, of all sections", officer, "/desk/deadlines/"),
        ("the list, of one section", chief, "/desk/deadlines/"),
        ("a month of one section", chief, "/desk/deadlines/month/?month=2012-07"),
        ("the calendar file of one section", chief, f"/desk/deadlines/sections/{section.code}.ics"),  # type: ignore[attr-defined]
    ):
        print(f"{name}: {page(browser, path)}")


def page(browser: Client, path: str) -> str:
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(path, SERVER_NAME="localhost")
    queries = len(asked)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    time_taken = measured(lambda: browser.get(path, SERVER_NAME="localhost"), calls=CALLS)
    return f"{time_taken}, {queries} queries, {len(answer.content) / 1000:.0f} kB"


if __name__ == "__main__":
    main(int(sys.argv[1]))
