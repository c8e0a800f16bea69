"""How a document stands in the mirror: words by which it is found, values by which finds are narrowed, rights."""

from itertools import pairwise
from typing import Any

import tantivy

PUBLIC = "public"
READ = (
    "id", "key", "kind", "title_letters", "title_spellings", "body_letters", "wards", "bureaus", "years",
    "permission", "ward", "bureau", "section",
)  # fmt: skip
# What finds are counted and narrowed by.
FACETS = ("kind", "ward", "bureau", "year")


def made() -> tantivy.Schema:
    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("id", stored=True, fast=True)
    for name in ("key", "right", "own_ward", "own_bureau", "own_section"):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("title", "body", "title_pairs", "body_pairs"):
        schema.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    schema.add_text_field("spelling", tokenizer_name="whitespace", index_option="basic")
    for name in FACETS:
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    return schema.build()


SCHEMA = made()


def entry_of(row: dict[str, Any]) -> tantivy.Document:
    """A row of the database as the mirror holds it."""
    owner = {f"own_{name}": row[name] for name in ("ward", "bureau", "section") if row[name]}
    return tantivy.Document(
        id=row["id"],
        key=row["key"],
        right=row["permission"] or PUBLIC,
        title=row["title_letters"],
        body=row["body_letters"],
        title_pairs=pairs(row["title_letters"]),
        body_pairs=pairs(row["body_letters"]),
        spelling=row["title_spellings"],
        kind=row["kind"],
        ward=row["wards"].split(),
        bureau=row["bureaus"].split(),
        year=row["years"].split(),
        **owner,
    )


def pairs(letters: str) -> str:
    """Each word with the one after it, as one word: 区役所 is looked for as such, and not 区 in all texts."""
    words = letters.split()
    return " ".join(map("".join, pairwise(words)))


def keys_of(searcher: tantivy.Searcher, addresses: list[tantivy.DocAddress]) -> list[int]:
    """The primary keys of found documents, in this order."""
    return [int(key) for key in searcher.fast_field_values("id", addresses) if key is not None]
