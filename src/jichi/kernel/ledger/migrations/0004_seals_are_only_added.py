"""The place of an event and a signed checkpoint cannot be changed or removed, whatever the application does."""

from django.db import migrations

TABLES = {"ledger_leaf": "the place of an event", "ledger_checkpoint": "a checkpoint"}


def sqlite(table, what):
    for verb, done in (("UPDATE", "changed"), ("DELETE", "removed")):
        yield (
            f"CREATE TRIGGER {table}_is_never_{done} BEFORE {verb} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{what} is never {done}'); END"
        )


def postgresql(table, what):
    yield (
        f"CREATE FUNCTION refuse_change_of_{table}() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{what} is never changed or removed'; END $$"
    )
    for event, each in (("UPDATE OR DELETE", "FOR EACH ROW"), ("TRUNCATE", "FOR EACH STATEMENT")):
        name = f"{table}_is_never_{'emptied' if event == 'TRUNCATE' else 'changed'}"
        yield f"CREATE TRIGGER {name} BEFORE {event} ON {table} {each} EXECUTE FUNCTION refuse_change_of_{table}()"


def guard(apps, schema_editor):
    statements = sqlite if schema_editor.connection.vendor == "sqlite" else postgresql
    for table, what in TABLES.items():
        for statement in statements(table, what):
            schema_editor.execute(statement)


def unguard(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            schema_editor.execute(f"DROP TRIGGER {table}_is_never_changed")
            schema_editor.execute(f"DROP TRIGGER {table}_is_never_removed")
        else:
            schema_editor.execute(f"DROP FUNCTION refuse_change_of_{table} CASCADE")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_seals")]
    operations = [migrations.RunPython(guard, unguard)]
