"""Running legal clocks: what has to be done by when, by whom, on what basis, and what happens otherwise."""

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.roles import Role, Scope
from jichi.kernel.ledger.models import Event
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Section


class State(models.TextChoices):
    RUNNING = "running", _("進行中")
    PAUSED = "paused", _("停止中")
    MISSED = "missed", _("期限切れ")
    MET = "met", _("済み")
    CANCELLED = "cancelled", _("取りやめ")


OPEN = (State.RUNNING, State.PAUSED, State.MISSED)
COUNTING = (State.RUNNING, State.MISSED)


class Deadline(models.Model):
    """A clock on a record. A missed one stays open: the duty is still owed until it is met or cancelled.

    `kind` is the domain's name for the duty (`plans.section_check`), `subject` the public reference of
    the record; `length` and `unit` are empty where a fixed day was named. `remind_before` is in days.
    `waits_for` is the role whose own work it is (empty: everybody's in the section). `shown_on` is the public
    record on whose page everybody sees the clock, with `public_title`; `calendar_title` is what calendars
    outside the house show. Both name nobody. While a clock is paused its `due_on` is the day that holds if what
    is awaited came at once.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    url = models.CharField(max_length=300)
    owner = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="deadlines")
    waits_for = models.CharField(
        max_length=30, blank=True, choices=[(role.value, role.value) for role in Role]
    )
    basis = models.CharField(max_length=300)
    law_key = models.CharField(max_length=100, blank=True)
    consequence = models.TextField(blank=True)
    shown_on = models.CharField(max_length=20, blank=True)
    public_title = models.CharField(max_length=200, blank=True)
    calendar_title = models.CharField(max_length=200, blank=True)
    started_by = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    length = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=10, blank=True)
    backwards = models.BooleanField(default=False)
    first_day_counts = models.BooleanField(default=False)
    roll = models.CharField(max_length=20, blank=True)
    roll_basis = models.CharField(max_length=300, blank=True)
    pause_basis = models.CharField(max_length=300, blank=True)
    awaits = models.CharField(max_length=100, blank=True)
    extension_basis = models.CharField(max_length=300, blank=True)
    extension_length = models.PositiveSmallIntegerField(null=True)
    extension_unit = models.CharField(max_length=10, blank=True)
    extension_times = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField()
    remind_before = models.PositiveSmallIntegerField(default=7)
    reminded_for = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    closed_on = models.DateField(null=True)
    cancelled_because = models.CharField(max_length=300, blank=True)
    is_demo = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

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
            models.CheckConstraint(
                condition=Q(pause_basis="", awaits="") | (~Q(pause_basis="") & ~Q(awaits="")),
                name="what_may_pause_a_deadline_says_what_is_awaited",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PAUSED) | ~Q(pause_basis=""),
                name="a_deadline_is_paused_only_by_a_provision",
            ),
            models.CheckConstraint(
                condition=Q(pause_basis="", extension_basis="") | Q(length__isnull=False, backwards=False),
                name="only_a_period_that_runs_forwards_is_changed",
            ),
            models.CheckConstraint(
                condition=Q(extension_basis="", extension_length__isnull=True, extension_times=0)
                | (
                    ~Q(extension_basis="")
                    & Q(extension_length__isnull=False, extension_length__gte=1, extension_times__gte=1)
                ),
                name="an_extension_is_allowed_by_length_and_number",
            ),
            models.CheckConstraint(
                condition=Q(shown_on="") | ~Q(public_title=""), name="a_public_deadline_has_a_public_title"
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_on"], condition=Q(state__in=OPEN), name="open_deadlines_of_owner"
            ),
            models.Index(fields=["due_on"], condition=Q(state__in=OPEN), name="open_deadlines_by_day"),
            models.Index(
                fields=["shown_on", "due_on"],
                condition=Q(state__in=OPEN) & ~Q(shown_on=""),
                name="open_deadlines_shown_on",
            ),
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
    def is_paused(self) -> bool:
        return self.state == State.PAUSED

    @property
    def due(self) -> date | None:
        """Its last day; None while it does not run."""
        return None if self.is_paused else self.due_on

    @property
    def was_late(self) -> bool:
        """Whether it was met after its last day."""
        return self.state == State.MET and self.closed_on is not None and self.closed_on > self.due_on


class ReckoningStep(models.Model):
    """How the last day was found, one step a row, as the calendar reckoned it when it was last reckoned."""

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


class PauseOfClock(models.Model):
    """From the day something was asked for until the day it came; `resumed_on` is empty while it is awaited."""

    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="pauses")
    paused_on = models.DateField()
    resumed_on = models.DateField(null=True)
    because = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["deadline"],
                condition=Q(resumed_on__isnull=True),
                name="one_running_pause_of_a_deadline",
            ),
            models.CheckConstraint(
                condition=Q(resumed_on__isnull=True) | Q(resumed_on__gte=F("paused_on")),
                name="a_pause_ends_after_it_began",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="a_pause_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.paused_on}/{self.resumed_on or ''}"


class ExtensionOfClock(models.Model):
    """A period that was made longer on a day, by how much and why."""

    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="extensions")
    extended_on = models.DateField()
    length = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=10)
    because = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(length__gte=1), name="an_extension_has_a_length"),
            models.CheckConstraint(condition=~Q(because=""), name="an_extension_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.extended_on} {self.length} {self.unit}"


class CalendarAddress(models.Model):
    """A secret address at which a calendar program reads the clocks of a section for one person.

    The secret itself is shown once and kept nowhere; `digest` recognises it. `read_on` is the last day on which
    a program used it, so that its person sees whether somebody does.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    revoked_on = models.DateField(null=True)
    read_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "section"],
                condition=Q(revoked_on__isnull=True),
                name="one_calendar_address_for_a_person_and_a_section",
            )
        ]

    def __str__(self) -> str:
        return f"{self.section_id} {self.made_on}"
