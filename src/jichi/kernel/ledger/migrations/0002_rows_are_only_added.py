"""Events cannot be changed or removed, whatever the application does."""

from django.db import migrations

SQLITE = {
    "update": "CREATE TRIGGER an_event_is_never_changed BEFORE UPDATE ON ledger_event BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END",
    "delete": "CREATE TRIGGER an_event_is_never_removed BEFORE DELETE ON ledger_event BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END",
}
POSTGRESQL = {
    "function": "CREATE FUNCTION refuse_change_of_event() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'an event is never changed or removed'; END $$",
    "update": "CREATE TRIGGER an_event_is_never_changed BEFORE UPDATE ON ledger_event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_event()",
    "delete": "CREATE TRIGGER an_event_is_never_removed BEFORE DELETE ON ledger_event FOR EACH ROW EXECUTE FUNCTION refuse_change_of_event()",
    "truncate": "CREATE TRIGGER events_are_never_emptied BEFORE TRUNCATE ON ledger_event EXECUTE FUNCTION refuse_change_of_event()",
}


def guard(apps, schema_editor):
    statements = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
    for statement in statements.values():
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER an_event_is_never_changed")
        schema_editor.execute("DROP TRIGGER an_event_is_never_removed")
    else:
        schema_editor.execute("DROP FUNCTION refuse_change_of_event CASCADE")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_tables")]
    operations = [migrations.RunPython(guard, unguard)]
