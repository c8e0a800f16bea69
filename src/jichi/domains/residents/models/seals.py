"""Seal registration (印鑑登録): from the application to its end, with the impression, the card and every act."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward

from ..rules import numbers
from ..rules.seal_words import ENDINGS, WAYS, Way
from ..states import SEAL
from ..states import SEAL_ENDED as ENDED
from ..states import SEAL_OPEN as OPEN
from ..states import SEAL_STANDING as STANDING
from .people import Person
from .register import Movement


class SealRegistration(models.Model):
    """One seal of one person. `ward` is the office whose business it is: that of the person's address.

    `engraved` is what the seal says; `way` how the city made sure that it is the person who asks: by an inquiry sent to
    their address, by a paper with a photograph, or by a guarantor whose own seal is registered. `ticket` is the form's own
    number: the same form sent twice is one application.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seals")
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=12, choices=SEAL.choices, default=SEAL.first)
    ticket = models.UUIDField(default=uuid.uuid4, unique=True)
    applied_on = models.DateField()
    engraved = models.CharField(max_length=100)
    proxy = models.CharField(max_length=200, blank=True)
    proxy_reason = models.CharField(max_length=300, blank=True)
    guardian = models.CharField(max_length=200, blank=True)
    guardianship_certified_on = models.DateField(null=True)
    way = models.CharField(max_length=10, choices=WAYS.items(), blank=True)
    proofs = models.CharField(max_length=300, blank=True)
    guarantor = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    inquired_on = models.DateField(null=True)
    answer_due_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    registered_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_because = models.CharField(max_length=12, choices=ENDINGS.items(), blank=True)
    ended_by = models.ForeignKey(Movement, on_delete=models.PROTECT, null=True, related_name="+")
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=[step.code for step in SEAL.steps]), name="a_seal_is_at_a_known_step"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(step__in=STANDING), name="a_person_has_one_standing_seal"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(step__in=OPEN), name="a_person_has_one_open_seal_application"
            ),
            models.CheckConstraint(
                condition=~Q(step__in=STANDING) | Q(registered_on__isnull=False, ended_on__isnull=True),
                name="a_standing_seal_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(step__in=ENDED) | (Q(ended_on__isnull=False) & ~Q(ended_because="")),
                name="an_ended_seal_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(registered_on__isnull=True) | ~Q(way=""),
                name="a_registered_seal_says_how_the_person_was_known",
            ),
            models.CheckConstraint(
                condition=Q(inquired_on__isnull=True, answer_due_on__isnull=True)
                | Q(inquired_on__isnull=False, answer_due_on__gte=F("inquired_on")),
                name="an_inquiry_has_a_last_day",
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="a_seal_never_replaces_itself",
            ),
            models.CheckConstraint(condition=~Q(engraved=""), name="a_seal_says_a_name"),
        ]
        indexes = [
            models.Index(fields=["ward", "step", "answer_due_on"], name="seals_of_a_ward_by_step"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The number of the registration in the city's systems; it stands on no paper."""
        return numbers.number(numbers.SEAL, self.pk)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)

    @property
    def is_open(self) -> bool:
        return self.step in OPEN

    @property
    def is_standing(self) -> bool:
        return self.step in STANDING

    @property
    def waits_for_answer(self) -> bool:
        return self.step == "inquired"

    @property
    def by_proxy(self) -> bool:
        return bool(self.proxy)

    @property
    def is_by_inquiry(self) -> bool:
        return self.way == Way.INQUIRY

    def was_standing_on(self, on: date) -> bool:
        """Whether it was in the register on a day; the day of its end is the first on which it was not."""
        return (
            self.registered_on is not None
            and self.registered_on <= on
            and (self.ended_on is None or on < self.ended_on)
        )


class SealImpression(models.Model):
    """The clean impression (印影): what is printed on certificates. `digest` is of its dots, not of the file.

    `before` is the scan for comparison; it is thrown away when the seal is registered or the application ends. `side` is in
    hundredths of a millimetre, `turned` in tenths of a degree, `missing` in per cent of the rim.
    """

    registration = models.OneToOneField(
        SealRegistration, on_delete=models.PROTECT, primary_key=True, related_name="impression"
    )
    png = models.BinaryField()
    before = models.BinaryField(default=b"")
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    side = models.PositiveIntegerField()
    missing = models.PositiveIntegerField()
    turned = models.IntegerField()
    scanned_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(side__gt=0, width__gt=0, height__gt=0), name="an_impression_has_a_size"
            ),
        ]
        indexes = [models.Index(fields=["digest"], name="impressions_by_their_dots")]

    def __str__(self) -> str:
        return self.digest[:12]


class SealCard(models.Model):
    """A card (印鑑登録証): its number is printed on it, and whoever shows it is sent by the registered person."""

    registration = models.ForeignKey(SealRegistration, on_delete=models.PROTECT, related_name="cards")
    number = models.CharField(max_length=16, unique=True)
    handed_out_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["registration"], condition=Q(ended_on__isnull=True), name="a_seal_has_one_card"
            ),
            models.CheckConstraint(condition=~Q(number=""), name="a_seal_card_has_a_number"),
        ]

    def __str__(self) -> str:
        return self.number


class SealAct(models.Model):
    """What was done with a registration, when and by whom. `number` is its stream on the public record."""

    registration = models.ForeignKey(SealRegistration, on_delete=models.PROTECT, related_name="acts")
    number = models.CharField(max_length=20)
    verb = models.CharField(max_length=40)
    happened_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["number", "registration"], name="a_seal_act_is_told_once"),
        ]

    def __str__(self) -> str:
        return self.number
