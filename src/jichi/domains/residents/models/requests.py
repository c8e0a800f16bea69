"""Certificates asked for from home, to be picked up at an office."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office

from ..rules import numbers
from ..states import REQUEST
from .people import Person


class CertificateRequest(models.Model):
    """A certificate that somebody asked for from home.

    Nothing is issued before the person stands at the counter: a paper printed days before may be out of date by then.
    `ticket` is the form's own number: the same form sent twice is one request. `options` are codes with blanks between.
    """

    ticket = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    step = models.CharField(max_length=20, choices=REQUEST.choices, default=REQUEST.first)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="certificate_requests")
    kind = models.CharField(max_length=30)
    options = models.CharField(max_length=200, blank=True)
    purpose = models.CharField(max_length=200)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    fee = models.PositiveIntegerField(null=True)
    asked_on = models.DateField()
    asked_at = models.DateTimeField()
    ready_on = models.DateField(null=True)
    keep_until = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=300, blank=True)
    certificate = models.CharField(max_length=20, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=[code for code, _name in REQUEST.choices]),
                name="a_request_stands_at_a_known_step",
            ),
            models.CheckConstraint(
                condition=~Q(step="collected") | ~Q(certificate=""),
                name="what_was_collected_is_an_issued_certificate",
            ),
            models.CheckConstraint(
                condition=~Q(step="declined") | ~Q(ended_because=""), name="a_declined_request_has_a_reason"
            ),
            models.UniqueConstraint(
                fields=["certificate"], condition=~Q(certificate=""), name="a_certificate_is_collected_once"
            ),
        ]
        indexes = [
            models.Index(fields=["office", "step", "asked_at"], name="requests_waiting_at_an_office"),
            models.Index(fields=["account", "-asked_at"], name="requests_of_a_person_newest"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return numbers.number(numbers.REQUEST, self.pk)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.office.ward_id)

    @property
    def is_open(self) -> bool:
        return self.step in ("requested", "ready")
