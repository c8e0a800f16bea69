from typing import Any

from django.core.management.base import BaseCommand

from jichi.kernel.administration import start


class Command(BaseCommand):
    help = "Load the city's own data (and the demo story on a demo city), without a server."

    def handle(self, *args: Any, **options: Any) -> None:
        start.prepare(self.stdout.write)
