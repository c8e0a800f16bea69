"""Who looked at whose record, and who searched the register. Rows are only added: the database refuses all else."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jichi.kernel.places.models import Ward

from .people import Person


class PersonLook(models.Model):
    """Somebody opened the record of a person. `why` is the reason given; the person concerned reads it.

    `was_protected` is for the officer in charge and for no other reader.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="looks")
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=60)
    why = models.CharField(max_length=300)
    at = models.DateTimeField()
    was_protected = models.BooleanField(default=False)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="a_look_has_its_reason")]
        indexes = [
            models.Index(fields=["person", "-at"], name="looks_at_a_record_newest"),
            models.Index(fields=["looked_by", "-at"], name="looks_of_a_clerk_newest"),
            models.Index(fields=["-at"], name="looks_newest"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class RegisterSearch(models.Model):
    """Somebody searched the register. What was typed is kept as a salted digest: enough to prove, not to read.

    `kinds` are the kinds of terms (name, birth, place, number), `found` how many were shown.
    """

    searched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300)
    kinds = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    found = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="a_search_has_its_reason")]
        indexes = [
            models.Index(fields=["searched_by", "-at"], name="searches_of_a_clerk_newest"),
            models.Index(fields=["-at"], name="searches_newest"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
