"""`jichi work`: the background worker."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from jichi.kernel.administration.kind import refuse_other_kind_if_set_up
from jichi.kernel.tasks.worker import Worker


class Command(BaseCommand):
    # The web server checks the house; a worker serves no page and need not wait for that.
    requires_system_checks = ()
    help = "Do background work: reactions to events, mail, schedules. Stops after the running job on SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what waits now, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_other_kind_if_set_up()
        worker = Worker()
        if options["once"]:
            self.stdout.write(f"{worker.work_off()} jobs done")
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.stopping.set())
        worker.work()
