"""What gunicorn does when it begins (`--config python:jichi.config.server`)."""

from threading import Thread
from typing import Any


def on_starting(server: Any) -> None:
    """Serve no demo city as a real one, nor the other way round. Raises: WrongKindOfCity."""
    import django
    from django.db import connections

    django.setup()
    from jichi.kernel.administration.kind import refuse_other_kind_if_set_up

    refuse_other_kind_if_set_up()
    # The processes that are forked from here open their own.
    connections.close_all()


def post_worker_init(worker: Any) -> None:
    """Read the index of the search while the first pages are served: a large city's takes seconds."""
    Thread(target=read_the_index, daemon=True).start()


def read_the_index() -> None:
    from django.db import connections

    from jichi.kernel.search.dictionary import tokenizer
    from jichi.kernel.search.mirror import searcher

    try:
        searcher()
        tokenizer()
    finally:
        connections.close_all()
