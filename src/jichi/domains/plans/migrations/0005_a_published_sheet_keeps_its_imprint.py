from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('plans', '0004_published_sheets_get_their_imprint'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='effortreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('imprint__isnull', False), ('step', 'published')), models.Q(models.Q(('step', 'published'), _negated=True), ('imprint__isnull', True)), _connector='OR'), name='a_published_sheet_one_keeps_its_imprint'),
        ),
        migrations.AddConstraint(
            model_name='programmereview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('imprint__isnull', False), ('step', 'published')), models.Q(models.Q(('step', 'published'), _negated=True), ('imprint__isnull', True)), _connector='OR'), name='a_published_sheet_two_keeps_its_imprint'),
        ),
    ]
