"""Looks and searches cannot be changed or removed, whatever the application does; keys and parts of names sort by code point."""

from django.db import migrations

TABLES = ("residents_personlook", "residents_registersearch")


def guard(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {table}_never_{verb.lower()} BEFORE {verb} ON {table} "
                    "BEGIN SELECT RAISE(ABORT, 'a look is never changed or removed'); END"
                )
        else:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change_of_look()"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table} "
                "EXECUTE FUNCTION refuse_change_of_look()"
            )


def unguard(apps, schema_editor):
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("update", "delete"):
                schema_editor.execute(f"DROP TRIGGER {table}_never_{verb}")
        else:
            schema_editor.execute(f"DROP TRIGGER {table}_never_changed ON {table}")
            schema_editor.execute(f"DROP TRIGGER {table}_never_emptied ON {table}")


def make_function(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            "CREATE FUNCTION refuse_change_of_look() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'a look is never changed or removed'; END $$"
        )


def drop_function(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION refuse_change_of_look()")


def by_code_point(apps, schema_editor):
    """SQLite orders texts so by itself."""
    if schema_editor.connection.vendor == "postgresql":
        for table, column in (("residents_namekey", "key"), ("residents_namepart", "text")):
            schema_editor.execute(f'ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar(200) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("residents", "0001_the_registers")]
    operations = [
        migrations.RunPython(make_function, drop_function),
        migrations.RunPython(guard, unguard),
        migrations.RunPython(by_code_point, migrations.RunPython.noop),
    ]
