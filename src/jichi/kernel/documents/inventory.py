"""Is the register whole? Numbers without gap or double, files as they were issued, papers that can be made again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from django.db.models import Count, Max, Min

from .models import Document, NumberSeries
from .paper import made_again
from .render import BadTemplate
from .validation import fault_of_signature


@dataclass
class Inventory:
    """What was looked at and what is wrong; each fault is a sentence that names its document."""

    documents: int = 0
    made_again: int = 0
    erased: int = 0
    faults: list[str] = field(default_factory=list)


def faults_of_the_register() -> Inventory:
    found = Inventory(faults=list(faults_of_numbers()))
    rows = Document.objects.select_related("version", "certificate", "file").order_by("pk")
    for document in rows.iterator(chunk_size=100):
        found.documents += 1
        if document.is_erased:
            found.erased += 1
        else:
            look_at(document, found)
    return found


def faults_of_numbers() -> Iterator[str]:
    """Every series counts from 1 to its last number, each once."""
    counted = {
        (row["bureau"], row["year"], row["series"]): row
        for row in Document.objects.values("bureau", "year", "series").annotate(
            count=Count("pk"), first=Min("serial"), last=Max("serial")
        )
    }
    for series in NumberSeries.objects.order_by("bureau", "year", "series"):
        row = counted.pop((series.bureau_id, series.year, series.series), {"count": 0, "first": 1, "last": 0})
        if (row["first"], row["last"], row["count"]) != (1, series.last, series.last):
            yield (
                f"{series}: the series has given {series.last} numbers, "
                f"the register holds {row['count']} from {row['first']} to {row['last']}"
            )
    yield from (
        f"{bureau} {year} {series}: documents without a series of numbers" for bureau, year, series in counted
    )


def look_at(document: Document, found: Inventory) -> None:
    kept = getattr(document, "file", None)
    pdf = bytes(kept.pdf) if kept else b""
    if kept is None:
        found.faults.append(f"{document.number}: the file is gone, and nobody erased it")
    elif sha256(pdf).hexdigest() != document.sha256:
        found.faults.append(f"{document.number}: the file is not the one that was issued")
    elif fault := fault_of_signature(pdf, document):
        found.faults.append(f"{document.number}: {fault}")
    try:
        again = made_again(document)
    except BadTemplate as wrong:
        found.faults.append(f"{document.number}: cannot be made again: {wrong}")
        return
    # Another release of the compiler or other fonts draw other bytes; the file that was kept is the document.
    found.made_again += sha256(again).hexdigest() == document.plain_sha256
