"""Measure pages inside the server's own process; started by programme_pages.py in the city that it made."""

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .figures import measured

CALLS = 60


def main() -> None:
    django.setup()
    for name, path in pages().items():
        print("|".join([name, path, *map(str, figures(path))]))


def figures(path: str) -> tuple[str, str, int, int]:
    """p50 and p95 in milliseconds, queries, bytes."""
    client = Client(SERVER_NAME="localhost")
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    # Counted now: the next request empties the log.
    queries = len(asked)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    time = measured(lambda: client.get(path), calls=CALLS)
    return f"{time.p50:.1f}", f"{time.p95:.1f}", queries, len(answer.content)


def pages() -> dict[str, str]:
    """What is measured: the list as it opens, narrowed, sorted, and one programme with three years."""
    from jichi.domains.plans.models import Programme

    programme = Programme.objects.order_by("pk")[Programme.objects.count() // 2]
    listing = "/plans/programmes/"
    return {
        "list of 900, first page": listing,
        "list, ward and grade": f"{listing}?ward=14131&grade=3",
        "list, a word, sorted by budget": f"{listing}?word=市民&sort=-budget",
        "list, page 9 of 18": f"{listing}?page=9",
        "a programme": f"{listing}{programme.reference}/",
    }


if __name__ == "__main__":
    main()
