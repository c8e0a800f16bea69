"""Links cannot be changed or removed and references stay as they were given, whatever the application does.

On SQLite a later migration that alters one of these tables makes it anew, without its triggers: such a
migration must run `unguard` before and `guard` after.
"""

from django.db import migrations

SQLITE = {
    "link_update": "CREATE TRIGGER a_link_is_never_changed BEFORE UPDATE ON threads_link BEGIN SELECT RAISE(ABORT, 'a link is never changed'); END",
    "link_delete": "CREATE TRIGGER a_link_is_never_removed BEFORE DELETE ON threads_link BEGIN SELECT RAISE(ABORT, 'a link is never removed'); END",
    "record_update": "CREATE TRIGGER a_reference_is_never_changed BEFORE UPDATE ON threads_record WHEN OLD.reference <> NEW.reference OR OLD.kind <> NEW.kind BEGIN SELECT RAISE(ABORT, 'a reference is never changed'); END",
    "record_delete": "CREATE TRIGGER a_reference_is_never_removed BEFORE DELETE ON threads_record BEGIN SELECT RAISE(ABORT, 'a reference is never removed'); END",
}
POSTGRESQL = {
    "function": "CREATE FUNCTION refuse_change_of_thread() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a link or a reference is never changed or removed'; END $$",
    "link": "CREATE TRIGGER a_link_is_never_changed BEFORE UPDATE OR DELETE ON threads_link FOR EACH ROW EXECUTE FUNCTION refuse_change_of_thread()",
    "links": "CREATE TRIGGER links_are_never_emptied BEFORE TRUNCATE ON threads_link EXECUTE FUNCTION refuse_change_of_thread()",
    "record_update": "CREATE TRIGGER a_reference_is_never_changed BEFORE UPDATE ON threads_record FOR EACH ROW WHEN (OLD.reference <> NEW.reference OR OLD.kind <> NEW.kind) EXECUTE FUNCTION refuse_change_of_thread()",
    "record_delete": "CREATE TRIGGER a_reference_is_never_removed BEFORE DELETE ON threads_record FOR EACH ROW EXECUTE FUNCTION refuse_change_of_thread()",
    "records": "CREATE TRIGGER references_are_never_emptied BEFORE TRUNCATE ON threads_record EXECUTE FUNCTION refuse_change_of_thread()",
}
SQLITE_TRIGGERS = (
    "a_link_is_never_changed",
    "a_link_is_never_removed",
    "a_reference_is_never_changed",
    "a_reference_is_never_removed",
)


def guard(apps, schema_editor):
    statements = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements.values():
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for trigger in SQLITE_TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER {trigger}")
    else:
        schema_editor.execute("DROP FUNCTION refuse_change_of_thread CASCADE")


class Migration(migrations.Migration):
    dependencies = [("threads", "0001_tables")]
    operations = [migrations.RunPython(guard, unguard)]
