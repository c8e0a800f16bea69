"""Voices with their authors; links that a parting ends and that may then be made again."""

from importlib import import_module

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


guards = import_module("jichi.kernel.threads.migrations.0002_links_are_only_added")
PARTINGS = {
    "sqlite": (
        "CREATE TRIGGER a_parting_is_never_changed BEFORE UPDATE ON threads_parting BEGIN SELECT RAISE(ABORT, 'a parting is never changed'); END",
        "CREATE TRIGGER a_parting_is_never_removed BEFORE DELETE ON threads_parting BEGIN SELECT RAISE(ABORT, 'a parting is never removed'); END",
    ),
    "postgresql": (
        "CREATE TRIGGER a_parting_is_never_changed BEFORE UPDATE OR DELETE ON threads_parting FOR EACH ROW EXECUTE FUNCTION refuse_change_of_thread()",
        "CREATE TRIGGER partings_are_never_emptied BEFORE TRUNCATE ON threads_parting EXECUTE FUNCTION refuse_change_of_thread()",
    ),
}


def guard_partings(apps, schema_editor):
    for statement in PARTINGS[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def leave_partings(apps, schema_editor):
    """Nothing to do: the triggers go with the table or with their function."""


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0002_sources'),
        ('threads', '0002_links_are_only_added'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Author',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=100)),
                ('contact', models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='Parting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('digest', models.CharField(max_length=64)),
                ('because', models.CharField(max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(choices=[('web', 'ウェブ'), ('mail', 'メール'), ('phone', '電話'), ('letter', '手紙・はがき'), ('fax', 'ファクス'), ('counter', '窓口')], max_length=10)),
                ('received_on', models.DateField()),
                ('year', models.PositiveSmallIntegerField()),
                ('replied_on', models.DateField(null=True)),
                ('decided_on', models.DateField(null=True)),
                ('changed_on', models.DateField(null=True)),
                ('resulted_on', models.DateField(null=True)),
                ('is_demo', models.BooleanField(default=False)),
            ],
        ),
        migrations.AddField(
            model_name='author',
            name='account',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='parting',
            name='link',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='parting', to='threads.link'),
        ),
        migrations.AddField(
            model_name='voice',
            name='record',
            field=models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='voice', to='threads.record'),
        ),
        migrations.AddField(
            model_name='voice',
            name='ward',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.ward'),
        ),
        migrations.AddField(
            model_name='author',
            name='voice',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authors', to='threads.voice'),
        ),
        migrations.AddConstraint(
            model_name='parting',
            constraint=models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='a_parting_says_its_reason'),
        ),
        migrations.AddIndex(
            model_name='voice',
            index=models.Index(fields=['year', 'channel', 'ward'], name='voices_as_coverage_counts_them'),
        ),
        migrations.AddIndex(
            model_name='voice',
            index=models.Index(fields=['-resulted_on', '-id'], name='voices_with_a_result_newest'),
        ),
        migrations.AddConstraint(
            model_name='voice',
            constraint=models.CheckConstraint(condition=models.Q(('channel__in', ['web', 'mail', 'phone', 'letter', 'fax', 'counter'])), name='a_voice_came_by_a_known_channel'),
        ),
        # SQLite makes the table of links anew, without its triggers.
        migrations.RunPython(guards.unguard, guards.guard),
        migrations.RemoveConstraint(
            model_name='link',
            name='a_link_is_made_once',
        ),
        migrations.AddField(
            model_name='link',
            name='turn',
            field=models.PositiveSmallIntegerField(default=1),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.UniqueConstraint(fields=('kind', 'from_record', 'to_record', 'turn'), name='a_link_is_made_once'),
        ),
        migrations.RunPython(guards.guard, guards.unguard),
        migrations.RunPython(guard_partings, leave_partings),
    ]
