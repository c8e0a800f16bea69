"""Where the documents come from when the whole index is made again. Filled once from the manifests at start."""

from collections.abc import Callable, Iterable, Iterator

from .document import SearchDocument

Source = Callable[[], Iterable[SearchDocument]]
_sources: dict[str, Source] = {}


def declare(*, name: str, source: Source) -> None:
    """Let a subsystem hand over all its documents. Called by the manifest only."""
    _sources[name] = source


def documents() -> Iterator[SearchDocument]:
    """Every document of every subsystem."""
    for source in _sources.values():
        yield from source()
