"""The parts of all names that the register holds already."""

from django.db import migrations

from jichi.domains.residents.rules.name_folding import parts

NAMES = ("name", "kana", "former_name", "common_name")


def keep(apps, schema_editor):
    entries, kept = apps.get_model("residents", "Entry"), apps.get_model("residents", "NamePart")
    found = set()
    for item in NAMES:
        for name in entries.objects.order_by().values_list(item, flat=True).distinct().iterator():
            found |= parts(name)
    rows = (kept(text=text) for text in sorted(found))
    kept.objects.bulk_create(rows, ignore_conflicts=True, batch_size=5000)


class Migration(migrations.Migration):
    dependencies = [("residents", "0030_parts_of_names")]
    operations = [migrations.RunPython(keep, migrations.RunPython.noop)]
