"""The parts of which names are made, ordered by code point as the keys are."""

from django.db import migrations, models


def by_code_point(apps, schema_editor):
    """SQLite orders texts so by itself."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE residents_namepart ALTER COLUMN text TYPE varchar(200) COLLATE "C"')


class Migration(migrations.Migration):
    dependencies = [("residents", "0022_notices_about_people")]
    operations = [
        migrations.CreateModel(
            name="NamePart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("text",), name="a_part_of_names_is_kept_once")
                ],
            },
        ),
        migrations.RunPython(by_code_point, migrations.RunPython.noop),
    ]
