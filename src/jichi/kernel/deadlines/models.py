"""Running legal clocks: what has to be done by when, by whom, on what basis, and what happens otherwise."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.roles import Scope
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Section


class State(models.TextChoices):
    RUNNING = "running", _("進行中")
    MISSED = "missed", _("期限切れ")
    MET = "met", _("済み")
    CANCELLED = "cancelled", _("取りやめ")


OPEN = (State.RUNNING, State.MISSED)


class Deadline(models.Model):
    """A clock on a record. A missed one stays open: the duty is still owed until it is met or cancelled.

    `kind` is the domain's name for the duty (`plans.section_check`), `subject` the public reference of
    the record; `length` and `unit` are empty where a fixed day was named. `remind_before` is in days.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=300)
    owner = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="deadlines")
    basis = models.CharField(max_length=300)
    consequence = models.TextField(blank=True)
    started_by = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    length = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=10, blank=True)
    backwards = models.BooleanField(default=False)
    due_on = models.DateField()
    remind_before = models.PositiveSmallIntegerField(default=7)
    reminded_for = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    closed_on = models.DateField(null=True)
    cancelled_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"],
                condition=Q(state__in=OPEN),
                name="one_open_deadline_of_a_kind_for_a_record",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, closed_on__isnull=True)
                | Q(state__in=[State.MET, State.CANCELLED], closed_on__isnull=False),
                name="a_closed_deadline_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CANCELLED) | ~Q(cancelled_because=""),
                name="a_cancelled_deadline_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(length__isnull=True, unit="")
                | (Q(length__isnull=False, length__gte=1) & ~Q(unit="")),
                name="a_length_has_its_unit",
            ),
            models.CheckConstraint(condition=~Q(basis=""), name="a_deadline_has_a_basis"),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_on"], condition=Q(state__in=OPEN), name="open_deadlines_of_owner"
            ),
            models.Index(fields=["due_on"], condition=Q(state__in=OPEN), name="open_deadlines_by_day"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def scope(self) -> Scope:
        """Whose business it is: the section that owes it."""
        return Scope(bureau=self.owner.bureau_id, section=self.owner.code)

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def was_late(self) -> bool:
        """Whether it was met after its last day."""
        return self.state == State.MET and self.closed_on is not None and self.closed_on > self.due_on


class ReckoningStep(models.Model):
    """How the last day was found, one step a row, as the calendar reckoned it when the clock started."""

    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    day = models.DateField()
    rule_code = models.CharField(max_length=60)
    basis = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["deadline", "position"], name="one_step_per_place_in_a_reckoning")
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.rule_code}"
