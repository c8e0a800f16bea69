"""Comments on programmes, the replies to them and what came of these."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0002_sources'),
        ('plans', '0005_a_published_sheet_keeps_its_imprint'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reply',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('answer', models.CharField(choices=[('adopted', '反映します'), ('already', 'すでに取り組んでいます'), ('considered', '今後の参考にします'), ('not_adopted', '反映できません')], max_length=20)),
                ('text', models.TextField()),
                ('reasons', models.TextField()),
                ('replied_on', models.DateField()),
                ('is_demo', models.BooleanField(default=False)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='plans.programme')),
            ],
        ),
        migrations.CreateModel(
            name='Consequence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('sort', models.CharField(choices=[('changed', '計画や内容を変えた'), ('budgeted', '予算がついた'), ('carried_out', '実施した'), ('resulted', '結果が出た')], max_length=20)),
                ('text', models.CharField(max_length=200)),
                ('happened_on', models.DateField()),
                ('is_demo', models.BooleanField(default=False)),
                ('budget', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.budgetyear')),
                ('planned_action', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.plannedaction')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='plans.programmereview')),
                ('reply', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='consequences', to='plans.reply')),
            ],
        ),
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=12, unique=True)),
                ('ticket', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('step', models.CharField(choices=[('received', '受付'), ('public', '公開'), ('replied', '回答'), ('joined', 'ほかの声とまとめ'), ('kept_back', '非公開')], default='received', max_length=20)),
                ('title', models.CharField(max_length=100)),
                ('original', models.TextField()),
                ('text', models.TextField(blank=True)),
                ('channel', models.CharField(max_length=10)),
                ('received_on', models.DateField()),
                ('published_on', models.DateField(null=True)),
                ('kept_back_because', models.CharField(blank=True, max_length=300)),
                ('due_on', models.DateField(null=True)),
                ('is_demo', models.BooleanField(default=False)),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='plans.programme')),
                ('ward', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.ward')),
                ('reply', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='comments', to='plans.reply')),
            ],
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(('answer__in', ['adopted', 'already', 'considered', 'not_adopted'])), name='a_reply_gives_a_known_answer'),
        ),
        migrations.AddConstraint(
            model_name='reply',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('text', ''), _negated=True), models.Q(('reasons', ''), _negated=True)), name='a_reply_says_what_and_gives_reasons'),
        ),
        migrations.AddConstraint(
            model_name='consequence',
            constraint=models.CheckConstraint(condition=models.Q(('sort__in', ['changed', 'budgeted', 'carried_out', 'resulted'])), name='a_consequence_is_of_a_known_sort'),
        ),
        migrations.AddConstraint(
            model_name='consequence',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='a_consequence_says_what_happened'),
        ),
        migrations.AddConstraint(
            model_name='consequence',
            constraint=models.CheckConstraint(condition=models.Q(('budget__isnull', True), ('sort', 'budgeted'), _connector='OR'), name='only_a_budget_names_a_budget'),
        ),
        migrations.AddIndex(
            model_name='comment',
            index=models.Index(fields=['programme', 'step', '-received_on'], name='comments_of_programme'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('step__in', ['received', 'public', 'replied', 'joined', 'kept_back'])), name='a_comment_stands_at_a_known_step'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(('step__in', ['received', 'kept_back']), models.Q(models.Q(('text', ''), _negated=True), ('published_on__isnull', False)), _connector='OR'), name='a_public_comment_has_its_text_and_day'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'kept_back'), _negated=True), models.Q(('kept_back_because', ''), _negated=True), _connector='OR'), name='a_comment_kept_back_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='comment',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('step', 'replied'), _negated=True), ('reply__isnull', False), _connector='OR'), name='a_comment_replied_to_has_its_reply'),
        ),
    ]
