import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from jichi.kernel.administration import start


class Command(BaseCommand):
    help = "Bring the city up: tables, the city's data, the demo story, web server and worker."
    requires_system_checks = ()

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))

    def handle(self, *args: Any, **options: Any) -> None:
        if start.is_taken(options["port"]):
            raise CommandError(
                _(
                    "%(port)s 番のポートは、ほかのプログラムが使っています。"
                    "それを止めるか、PORT=%(other)s ./run のように別の番号で始めてください。"
                )
                % {"port": options["port"], "other": options["port"] + 1}
            )
        start.prepare(self.tell)
        with start.told("画面の部品 / static files", self.tell):
            start.collect_static()
        if settings.DEMO:
            self.tell(start.sign_ins())
        raise SystemExit(start.serve(options["port"], self.tell))

    def tell(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()
