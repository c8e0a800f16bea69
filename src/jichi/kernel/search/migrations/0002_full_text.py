"""The full-text index over the letters of the documents, kept in step by the database itself.

On SQLite a later migration that alters search_document makes it anew, without its triggers: such a
migration must run `unmake` before and `make` after.
"""

from django.db import migrations

INDEX = "INSERT INTO search_index (rowid, title_letters, body_letters) VALUES (new.id, new.title_letters, new.body_letters);"
UNINDEX = "INSERT INTO search_index (search_index, rowid, title_letters, body_letters) VALUES ('delete', old.id, old.title_letters, old.body_letters);"

# The index keeps no text of its own (content=): excerpts come from the document.
SQLITE = (
    "CREATE VIRTUAL TABLE search_index USING fts5(title_letters, body_letters, content='search_document', content_rowid='id', tokenize='ascii')",
    f"CREATE TRIGGER a_new_document_is_indexed AFTER INSERT ON search_document BEGIN {INDEX} END",
    f"CREATE TRIGGER a_removed_document_is_not_found AFTER DELETE ON search_document BEGIN {UNINDEX} END",
    f"CREATE TRIGGER a_changed_document_is_indexed_again AFTER UPDATE ON search_document BEGIN {UNINDEX} {INDEX} END",
    "INSERT INTO search_index (search_index) VALUES ('rebuild')",
)
SQLITE_UNMADE = (
    "DROP TRIGGER a_new_document_is_indexed",
    "DROP TRIGGER a_removed_document_is_not_found",
    "DROP TRIGGER a_changed_document_is_indexed_again",
    "DROP TABLE search_index",
)
POSTGRESQL = (
    "ALTER TABLE search_document ADD COLUMN words tsvector GENERATED ALWAYS AS "
    "(setweight(to_tsvector('simple', title_letters), 'A') || to_tsvector('simple', body_letters)) STORED",
    "CREATE INDEX documents_by_words ON search_document USING gin (words)",
)
POSTGRESQL_UNMADE = ("ALTER TABLE search_document DROP COLUMN words",)


def make(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    for statement in SQLITE_UNMADE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL_UNMADE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_tables")]
    operations = [migrations.RunPython(make, unmake)]
