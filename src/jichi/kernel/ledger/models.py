"""The public record: one chain of events per stream. Rows are added, never changed."""

from django.db import models
from django.db.models import F, Q

from .canonical import NO_PREVIOUS


class Stream(models.Model):
    """A chain: the events of one case, body, plan or roll. Its row is what writers of it lock."""

    name = models.CharField(max_length=120, unique=True)
    length = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, default=NO_PREVIOUS)

    def __str__(self) -> str:
        return self.name


class Event(models.Model):
    """One official act, with the digest that ties it to the one before it in its stream."""

    stream = models.ForeignKey(Stream, on_delete=models.PROTECT, related_name="events")
    position = models.PositiveIntegerField()
    type = models.CharField(max_length=120)
    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    basis = models.CharField(max_length=300, blank=True)
    public = models.JSONField()
    commitments = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "position"], name="one_event_per_place_in_a_stream"),
            models.CheckConstraint(condition=Q(position__gte=1), name="the_first_event_is_number_one"),
            models.CheckConstraint(
                condition=~Q(previous=F("digest")), name="an_event_does_not_follow_itself"
            ),
        ]
        indexes = [
            models.Index(fields=["type", "-at"], name="events_of_a_type_newest"),
            models.Index(fields=["-at", "-id"], name="events_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.stream_id}/{self.position} {self.type}"


class PersonalField(models.Model):
    """The clear text and salt behind a commitment. Erasing the row keeps the chain valid."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="personal")
    name = models.CharField(max_length=60)
    salt = models.BinaryField(max_length=32)
    clear = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "name"], name="one_clear_text_per_personal_field")
        ]
