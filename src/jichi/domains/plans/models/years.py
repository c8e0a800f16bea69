"""What is planned and what came of it, year by year. Money is whole yen; years are 年度."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .programme import Programme


class Indicator(models.Model):
    """A measured quantity of a programme, with its unit, its starting point and where it is read."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="indicators")
    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=20)
    baseline = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    baseline_year = models.PositiveSmallIntegerField(null=True)
    more_is_better = models.BooleanField(default=True)
    source = models.CharField(max_length=300)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "name"], name="an_indicator_is_named_once_per_programme"
            ),
            models.CheckConstraint(condition=~Q(unit=""), name="an_indicator_has_a_unit"),
            models.CheckConstraint(condition=~Q(source=""), name="an_indicator_has_a_source"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})"


class IndicatorYear(models.Model):
    """Target and actual of an indicator in one year; empty while nobody knows."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="years")
    year = models.PositiveSmallIntegerField()
    target = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    actual = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    actual_source = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["indicator", "year"], name="one_target_and_actual_per_year"),
            models.CheckConstraint(
                condition=Q(actual__isnull=True) | ~Q(actual_source=""), name="an_actual_has_its_source"
            ),
        ]


class BudgetYear(models.Model):
    """Budget, supplementary budget and settlement of a programme in one year. Units: yen."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="budgets")
    year = models.PositiveSmallIntegerField()
    budget = models.BigIntegerField()
    supplementary = models.BigIntegerField(default=0)
    settlement = models.BigIntegerField(null=True)
    source = models.CharField(max_length=300)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "year"], name="one_budget_per_programme_and_year"),
            models.CheckConstraint(condition=Q(budget__gte=0), name="a_budget_is_not_negative"),
            models.CheckConstraint(
                condition=Q(settlement__isnull=True) | Q(settlement__gte=0),
                name="a_settlement_is_not_negative",
            ),
        ]


class ActionState(models.TextChoices):
    PLANNED = "planned", _("予定")
    UNDER_WAY = "under_way", _("実施中")
    DONE = "done", _("完了")
    LATE = "late", _("遅れ")
    DROPPED = "dropped", _("中止")


class PlannedAction(models.Model):
    """What a programme means to do in one year, how far it got, and what shows it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="planned_actions")
    year = models.PositiveSmallIntegerField()
    order = models.PositiveSmallIntegerField()
    text = models.TextField()
    state = models.CharField(max_length=10, choices=ActionState, default=ActionState.PLANNED)
    evidence = models.TextField(blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "year", "order"], name="one_planned_action_per_place_in_a_year"
            ),
            models.CheckConstraint(
                condition=~Q(state=ActionState.DONE) | ~Q(evidence=""), name="a_finished_action_has_evidence"
            ),
        ]
