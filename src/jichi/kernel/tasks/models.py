"""What `django-tasks` does not keep: who holds a job, which turn was taken, what was reacted to."""

from django.db import models
from django.db.models import Q

from jichi.kernel.ledger.models import Event

from .task import title_of


class Hold(models.Model):
    """How often a job was tried, why it last failed, and, while a worker is at it, who and until when."""

    job = models.OneToOneField(
        "django_tasks_database.DBTaskResult", on_delete=models.CASCADE, primary_key=True, related_name="hold"
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=100, blank=True)
    until = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(worker="", until__isnull=True) | (~Q(worker="") & Q(until__isnull=False)),
                name="a_worker_holds_a_job_until_a_moment",
            )
        ]
        indexes = [
            models.Index(fields=["until"], condition=Q(until__isnull=False), name="holds_by_their_end")
        ]

    def __str__(self) -> str:
        return f"{self.job_id} {self.attempts}"

    @property
    def title(self) -> str:
        return title_of(self.job.task_path)


class Schedule(models.Model):
    """The last due moment of a schedule for which a job was made. It moves forward, but for a clock that was wrong."""

    name = models.CharField(max_length=200, primary_key=True)
    last_due = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Reaction(models.Model):
    """A job was made for this event and this reaction: once, in the event's own transaction."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    reaction = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "reaction"], name="one_job_per_event_and_reaction")
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.reaction}"
