"""How a signed-in account comes to belong to a person of the register: by a short code, seen at a counter."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward

from .people import Person


class LinkCode(models.Model):
    """A code that a signed-in resident shows at the counter. Only its digest is kept; it tells nothing of anybody."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("made_at")), name="a_link_code_ends_after_it_was_made"
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(closed_at__isnull=True),
                name="an_account_has_one_open_link_code",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class WrongCode(models.Model):
    """A code that a clerk typed and that was none: counted, so that codes cannot be guessed."""

    tried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["tried_by", "-at"], name="wrong_codes_of_a_clerk_newest")]

    def __str__(self) -> str:
        return str(self.pk)


class AccountLink(models.Model):
    """That an account belonged to a person, from when to when, and which papers the counter saw.

    The one that holds now is also `Person.account`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    proofs = models.CharField(max_length=200)
    linked_on = models.DateField()
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(ended_on__isnull=True),
                name="a_person_has_one_account_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(ended_on__isnull=True),
                name="an_account_belongs_to_one_person_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_because=""), name="a_link_ends_with_a_reason"
            ),
            models.CheckConstraint(condition=~Q(proofs=""), name="a_link_rests_on_proofs"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)
