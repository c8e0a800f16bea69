"""The one batch by which the alien register became part of the resident register on 2012-07-09."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from jichi.kernel.access.roles import CITYWIDE, Scope

from ..rules.take_over import SAID, Verdict
from .people import Person
from .register import Movement


class TakeOver(models.Model):
    """One run. It goes on after an interruption, and is finished once: with its counts and a digest of its results."""

    ticket = models.UUIDField(default=uuid.uuid4, unique=True)
    day = models.DateField(unique=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    digest = models.CharField(max_length=64, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | ~Q(digest=""),
                name="a_finished_take_over_has_its_digest",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}"

    @property
    def scope(self) -> Scope:
        return CITYWIDE


class TakenOver(models.Model):
    """What the batch did with one person of the alien register, and what it could not say."""

    run = models.ForeignKey(TakeOver, on_delete=models.PROTECT, related_name="results")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=30, choices=[(each.value, SAID[each]) for each in Verdict])
    lacks_years_of_stay = models.BooleanField(default=False)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["run", "person"], name="a_take_over_judges_a_person_once"),
            models.CheckConstraint(
                condition=(Q(verdict=Verdict.TAKEN.value) & Q(movement__isnull=False))
                | (~Q(verdict=Verdict.TAKEN.value) & Q(movement__isnull=True)),
                name="who_is_taken_over_has_a_movement_and_nobody_else",
            ),
        ]
        indexes = [models.Index(fields=["run", "verdict"], name="results_of_a_take_over")]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.person_id}"
