"""What the search box may find of the register: the records held elsewhere, all public."""

from collections.abc import Iterator

from jichi.kernel.search.document import SearchDocument

from .models import Record, Sort
from .queries import outside_records

# Said in Japanese whatever the language of whoever registers; the page translates.
KINDS = {
    Sort.ORDINANCE: "条例・規則",
    Sort.VOICE: "市民の声",
    Sort.CONCLUSION: "審議の結論",
    Sort.FACILITY: "施設",
    Sort.DOCUMENT: "文書・資料",
}


def findable() -> Iterator[SearchDocument]:
    """Every record that is held elsewhere; records of this house are handed over by their domains."""
    return (document_of(record) for record in outside_records())


def document_of(record: Record) -> SearchDocument:
    return SearchDocument(
        key=f"threads/{record.reference}",
        kind=KINDS[Sort(record.sort)],
        title=record.title,
        body=record.source,
        url=record.url,
        reference=record.reference,
    )
