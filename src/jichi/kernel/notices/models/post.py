"""Letters on paper: one for a notice of who is told by post, printed in numbered batches."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..states import BATCH
from .told import Notice


class Batch(models.Model):
    """Letters that are printed and handed to the post together.

    `copies` counts every printing, so that none goes unnoticed.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=12, choices=BATCH.choices, default=BATCH.first)
    made_on = models.DateField()
    made_at = models.DateTimeField()
    copies = models.PositiveSmallIntegerField(default=0)
    posted_on = models.DateField(null=True)
    erased_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="a_batch_number_is_given_once_a_year"),
            models.CheckConstraint(
                condition=(Q(step="made") & Q(copies=0)) | (~Q(step="made") & Q(copies__gte=1)),
                name="a_batch_is_made_until_it_is_printed",
            ),
            models.CheckConstraint(
                condition=(Q(step="posted") & Q(posted_on__isnull=False))
                | (~Q(step="posted") & Q(posted_on__isnull=True)),
                name="a_posted_batch_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(erased_on__isnull=True) | Q(step="posted"),
                name="addresses_are_kept_until_a_batch_is_posted",
            ),
        ]
        indexes = [models.Index(fields=["-year", "-number"], name="batches_newest")]

    @property
    def label(self) -> str:
        """The number as it stands on paper: ``2014-12``."""
        return f"{self.year}-{self.number}"

    def __str__(self) -> str:
        return self.label


class LetterState(models.TextChoices):
    WAITING = "waiting", _("発送待ち")
    BATCHED = "batched", _("発送の準備中")
    POSTED = "posted", _("発送済み")
    RETURNED = "returned", _("戻ってきた")


class Letter(models.Model):
    """A notice on paper. Name and address are what they were when the batch was made: a second printing is the same."""

    notice = models.OneToOneField(Notice, on_delete=models.CASCADE, related_name="letter")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, null=True, related_name="letters")
    position = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.WAITING)
    name = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    lines = models.CharField(max_length=200, blank=True)
    building = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=LetterState.values), name="a_letter_is_in_a_known_state"
            ),
            models.CheckConstraint(
                condition=(Q(state="waiting") & Q(batch__isnull=True) & Q(position__isnull=True))
                | (~Q(state="waiting") & Q(batch__isnull=False) & Q(position__isnull=False)),
                name="a_letter_that_no_longer_waits_is_in_a_batch",
            ),
            models.UniqueConstraint(fields=["batch", "position"], name="one_letter_per_place_in_a_batch"),
        ]
        indexes = [models.Index(fields=["state", "id"], name="letters_by_state")]

    def __str__(self) -> str:
        return f"{self.batch_id} {self.position}"
