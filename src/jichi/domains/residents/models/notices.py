"""Notices about the standing of a person (禁治産, 後見, 破産) that the ward of their registered domicile received."""

import uuid

from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward

from ..rules.civil_notices import ENDED, NOTICE_KINDS
from .people import Person


class CivilNotice(models.Model):
    """One notice: who sent it, of which day, and by whom it was entered. It is never changed but by ending it.

    `ward` kept the family register when it came. It follows the person into whatever register of the city they enter.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="civil_notices")
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=list(NOTICE_KINDS.items()))
    sender = models.CharField(max_length=100)
    sender_number = models.CharField(max_length=60, blank=True)
    happened_on = models.DateField()
    received_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.CharField(max_length=200)
    end_reason = models.CharField(max_length=20, choices=list(ENDED.items()), blank=True)
    end_sender = models.CharField(max_length=100, blank=True)
    end_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=200, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[str(kind) for kind in NOTICE_KINDS]),
                name="a_civil_notice_is_of_a_known_kind",
            ),
            models.CheckConstraint(condition=~Q(sender=""), name="a_civil_notice_says_who_sent_it"),
            models.CheckConstraint(
                condition=Q(received_on__gte=F("happened_on")), name="a_civil_notice_comes_after_its_day"
            ),
            models.CheckConstraint(
                condition=Q(end_reason="", end_on__isnull=True, ended_at__isnull=True)
                | (
                    Q(end_reason__in=[str(end) for end in ENDED], end_on__isnull=False)
                    & Q(ended_at__isnull=False)
                ),
                name="an_ended_civil_notice_has_day_and_reason",
            ),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(ended_at__isnull=True),
                name="one_civil_notice_of_a_kind_stands",
            ),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)

    @property
    def stands(self) -> bool:
        return self.ended_at is None
