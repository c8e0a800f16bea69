"""Files that came in and went out: who, when, why, and how many."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Ward


class Direction(models.TextChoices):
    IN = "in", _("取り込み")
    OUT = "out", _("書き出し")


class TransferStage(models.TextChoices):
    """Where it stands. Only what is done has changed or told anything."""

    WAITING = "waiting", _("待っています")
    CHECKED = "checked", _("確かめました")
    DONE = "done", _("終わりました")
    REFUSED = "refused", _("誤りがあり、何も変えていません")


class Transfer(models.Model):
    """One load or one extract (取り込み・書き出し).

    `digest` is of all files together: the same files are loaded once. `wards` are the codes of the wards of an extract, which
    a resident may ask about: was I in it? `ward` is where whoever asked for it works, empty for the whole city. `act` is
    its number on the public record, once it is done.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    act = models.CharField(max_length=20, blank=True)
    direction = models.CharField(max_length=3, choices=Direction)
    stage = models.CharField(max_length=10, choices=TransferStage, default=TransferStage.WAITING)
    digest = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=300)
    encoding = models.CharField(max_length=10, blank=True)
    wards = models.ManyToManyField(Ward, related_name="+")
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, related_name="+")
    people = models.PositiveIntegerField(default=0)
    households = models.PositiveIntegerField(default=0)
    movements = models.PositiveIntegerField(default=0)
    entries = models.PositiveIntegerField(default=0)
    faults = models.PositiveIntegerField(default=0)
    left_out = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(direction__in=Direction.values), name="a_transfer_goes_in_or_out"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=TransferStage.values), name="a_transfer_stands_at_a_known_stage"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_transfer_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(stage=TransferStage.DONE) | (~Q(act="") & Q(finished_at__isnull=False)),
                name="a_transfer_that_is_done_is_on_the_record",
            ),
            models.UniqueConstraint(
                fields=["digest"],
                condition=Q(direction=Direction.IN, stage=TransferStage.DONE),
                name="the_same_files_are_loaded_once",
            ),
        ]
        indexes = [models.Index(fields=["-asked_at"], name="transfers_newest")]

    def __str__(self) -> str:
        return self.act
