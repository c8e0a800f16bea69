"""The index in the memory of this process, as it is in the database at this moment.

The rows and their journal are the truth: an act that is undone leaves no trace, and every process reads what another
has committed before it answers. Nothing is kept on disk, so nothing can be left half written.
"""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import tantivy

from .journal import JournalTurnedBack, Mark, read_on, start
from .models import Document
from .schema import READ, SCHEMA, entry_of

MEMORY = 20_000_000
AT_ONCE = 2_000


@dataclass(frozen=True)
class Mirror:
    """A state of the index: as far as `mark`, to be read with `searcher`."""

    mark: Mark
    index: tantivy.Index
    writer: tantivy.IndexWriter
    searcher: tantivy.Searcher


_turn = threading.Lock()
_newest: list[Mirror] = []


def searcher() -> tantivy.Searcher:
    """What can be searched now: everything that was committed, and what this transaction has changed itself."""
    with _turn:
        mirror = brought_up_to_date(_newest[0]) if _newest else whole()
        _newest[:] = [mirror]
        return mirror.searcher


def brought_up_to_date(mirror: Mirror) -> Mirror:
    try:
        lines, mark = read_on(mirror.mark)
    except JournalTurnedBack:
        return whole()
    if not lines:
        return Mirror(mark, mirror.index, mirror.writer, mirror.searcher)
    return change(mirror, mark, list(dict.fromkeys(line.key for line in lines)))


def whole() -> Mirror:
    """Everything read anew. The mark comes first: what changes meanwhile is read again."""
    mark = start()
    index = tantivy.Index(SCHEMA)
    writer = index.writer(MEMORY, 1)
    for row in Document.objects.order_by("pk").values(*READ).iterator(AT_ONCE):
        writer.add_document(entry_of(row))
    return committed(Mirror(mark, index, writer, index.searcher()), mark)


def change(mirror: Mirror, mark: Mark, keys: list[str]) -> Mirror:
    """The documents with these keys as they are now; those that are there no longer go."""
    for some in batches(keys):
        for key in some:
            mirror.writer.delete_documents_by_term("key", key)
        for row in Document.objects.filter(key__in=some).order_by("pk").values(*READ):
            mirror.writer.add_document(entry_of(row))
    return committed(mirror, mark)


def batches(keys: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(keys)
    while some := list(islice(remaining, 500)):
        yield some


def committed(mirror: Mirror, mark: Mark) -> Mirror:
    mirror.writer.commit()
    mirror.index.reload()
    return Mirror(mark, mirror.index, mirror.writer, mirror.index.searcher())
