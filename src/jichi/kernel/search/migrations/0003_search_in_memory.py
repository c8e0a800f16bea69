"""Documents are searched in a mirror in memory (decision 0020): the full-text indexes of the databases go."""

from importlib import import_module

from django.db import migrations

full_text = import_module("jichi.kernel.search.migrations.0002_full_text")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]
    operations = [migrations.RunPython(full_text.unmake, full_text.make)]
