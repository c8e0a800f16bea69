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


class Log(models.Model):
    """The one tree over all streams: its name, and how many events have their place in it. Sealers lock this row."""

    origin = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="there_is_one_log")]

    def __str__(self) -> str:
        return self.origin


class Leaf(models.Model):
    """The place of an event in the tree, counted from zero. It is given once and never again."""

    index = models.PositiveBigIntegerField(primary_key=True)
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="leaf")

    def __str__(self) -> str:
        return str(self.index)


class SealedLength(models.Model):
    """How many events of a stream have their place in the tree: always its first ones."""

    stream = models.OneToOneField(
        Stream, on_delete=models.PROTECT, primary_key=True, related_name="sealed_length"
    )
    length = models.PositiveIntegerField()


class Tile(models.Model):
    """Up to 256 hashes of one level of the tree, one after the other (see merkle.py)."""

    level = models.PositiveSmallIntegerField()
    number = models.PositiveBigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["level", "number"], name="one_tile_per_place_in_the_tree")
        ]


class Key(models.Model):
    """A public key that signs, or signed, checkpoints of more than `since` and at most `until` events."""

    text = models.CharField(max_length=300, unique=True)
    since = models.BigIntegerField(default=-1)
    until = models.BigIntegerField(null=True)
    is_current = models.BooleanField(default=True)
    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            # Two rows with the same null are not equal to a database; with the same `is_current` they are.
            models.UniqueConstraint(
                fields=["is_current"], condition=Q(is_current=True), name="one_key_signs_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(is_current=True, until=None) | Q(is_current=False, until__isnull=False),
                name="a_key_that_signs_no_more_has_its_end",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Checkpoint(models.Model):
    """A signed statement of what the tree holds: the first `size` events, under `root`."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.CharField(max_length=64)
    at = models.DateTimeField()
    note = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["-at"], name="checkpoints_newest")]

    def __str__(self) -> str:
        return f"{self.size} {self.root}"
