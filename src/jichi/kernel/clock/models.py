from django.db import models


class DemoDay(models.Model):
    """The day that the demo city pretends to live in; no row means the real day."""

    day = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_demo_day")]


class CityKind(models.Model):
    """What this database was set up as, once and for good: the demo city or a real one."""

    is_demo = models.BooleanField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="a_database_is_of_one_kind")]
