"""What was found where somebody was said to live: the visits of an investigation (実態調査)."""

from django.db import models
from django.db.models import Q

from .register import Movement


class Visit(models.Model):
    """One visit before people were removed as not living there.

    Law: 住民基本台帳法第34条.
    """

    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="visits")
    visited_on = models.DateField()
    found = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(found=""), name="a_visit_says_what_was_found"),
            models.UniqueConstraint(
                fields=["movement", "visited_on"], name="an_investigation_visits_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.movement_id}/{self.visited_on}"
