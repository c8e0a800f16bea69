"""Protection of victims (支援措置): the case, whom it covers, where else it is kept, its acts, and attempts to break it."""

import uuid
from collections.abc import Mapping
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward

from ..rules import numbers
from ..rules.channels import Channel
from ..rules.protection_words import CITIES_BECAUSE, COVERED_AS, HARMS, OPINIONS, Opinion
from ..states import BLOCKING, PROTECTION
from .people import Person


def choices_of(words: Mapping[StrEnum, str]) -> list[tuple[str, str]]:
    return [(code.value, name) for code, name in words.items()]


def codes_of(words: Mapping[StrEnum, str]) -> list[str]:
    return [code.value for code in words]


class ProtectionCase(models.Model):
    """A case. `ward` is responsible; `named_*` say from whom the people covered are protected.

    It blocks from the moment at which it is kept until an act ends it. `contact` says how the applicant may be
    reached safely; where it is empty, they are not written or called to.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=20, choices=PROTECTION.choices, default=PROTECTION.first)
    harm = models.CharField(max_length=20, choices=choices_of(HARMS))
    applicant = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    contact = models.CharField(max_length=300, blank=True)
    named_name = models.CharField(max_length=200)
    named_address = models.CharField(max_length=300, blank=True)
    named_person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    opinion = models.CharField(max_length=30, choices=choices_of(OPINIONS), default=Opinion.NOT_YET.value)
    opinion_of = models.CharField(max_length=200, blank=True)
    opinion_on = models.DateField(null=True)
    applied_on = models.DateField()
    applied_at = models.DateTimeField()
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lifting_proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lifting_because = models.CharField(max_length=500, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    lifted_on = models.DateField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=[step.code for step in PROTECTION.steps]),
                name="a_protection_is_at_a_known_step",
            ),
            models.CheckConstraint(
                condition=Q(harm__in=codes_of(HARMS)), name="a_protection_is_from_a_known_harm"
            ),
            models.CheckConstraint(
                condition=Q(opinion__in=codes_of(OPINIONS)), name="a_protection_has_a_known_kind_of_opinion"
            ),
            models.CheckConstraint(condition=~Q(named_name=""), name="a_protection_names_from_whom"),
            models.CheckConstraint(
                condition=Q(named_person__isnull=True) | ~Q(named_person=F("applicant")),
                name="nobody_is_protected_from_themselves",
            ),
            models.CheckConstraint(
                condition=~Q(step__in=["started", "lifting", "ended"])
                | Q(starts_on__isnull=False, ends_on__isnull=False),
                name="a_protection_that_was_started_has_its_term",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="a_protection_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(step__in=["lifted", "refused"])
                | (
                    Q(lifting_proposed_by__isnull=False, lifted_by__isnull=False, lifted_on__isnull=False)
                    & ~Q(lifting_because="")
                    & ~Q(lifted_by=F("lifting_proposed_by"))
                ),
                name="two_people_lift_a_protection",
            ),
        ]
        indexes = [models.Index(fields=["ward", "step", "ends_on"], name="protections_of_a_ward")]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The number on the case's file, for the desk only: no page or record for others shows it."""
        return numbers.number(numbers.PROTECTION, self.pk)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)

    @property
    def blocks(self) -> bool:
        return self.step in BLOCKING


class CoveredPerson(models.Model):
    """Somebody whom a case covers. Who is covered stays so as long as the case blocks, wherever they move, or until two
    people have let them leave it; whoever comes back is covered by a row of its own.
    """

    case = models.ForeignKey(ProtectionCase, on_delete=models.PROTECT, related_name="covered")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="protections")
    as_what = models.CharField(max_length=20, choices=choices_of(COVERED_AS))
    since = models.DateField()
    leaving_proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    leaving_because = models.CharField(max_length=500, blank=True)
    left_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    left_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "case"],
                condition=Q(left_on__isnull=True),
                name="a_person_is_covered_once_by_a_case",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, left_by__isnull=True)
                | (
                    Q(leaving_proposed_by__isnull=False, left_by__isnull=False, left_on__isnull=False)
                    & ~Q(leaving_because="")
                    & ~Q(left_by=F("leaving_proposed_by"))
                ),
                name="two_people_let_somebody_leave_a_protection",
            ),
            models.CheckConstraint(
                condition=Q(as_what__in=codes_of(COVERED_AS)), name="a_person_is_covered_in_a_known_way"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.person_id}"

    @property
    def scope(self) -> Scope:
        return self.case.scope


class ProtectionAct(models.Model):
    """What was done in a case, by whom and when: the case's own history. `act` is its number on the public record."""

    case = models.ForeignKey(ProtectionCase, on_delete=models.PROTECT, related_name="acts")
    act = models.CharField(max_length=20, unique=True)
    verb = models.CharField(max_length=40)
    on = models.DateField()
    at = models.DateTimeField()
    ends_on = models.DateField(null=True)
    note = models.CharField(max_length=500, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.act


class CityTold(models.Model):
    """Another municipality that has to keep the protection too (送付先), and when it was written to."""

    case = models.ForeignKey(ProtectionCase, on_delete=models.PROTECT, related_name="cities")
    city = models.CharField(max_length=100)
    because = models.CharField(max_length=20, choices=choices_of(CITIES_BECAUSE))
    sent_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "city", "because"], name="a_city_is_listed_once_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(because__in=codes_of(CITIES_BECAUSE)), name="a_city_is_told_for_a_known_reason"
            ),
            models.CheckConstraint(condition=~Q(city=""), name="a_city_that_is_told_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.city


class ProtectedAttempt(models.Model):
    """Somebody asked for a record that is blocked. Kept whatever became of the request; the officer says what it was."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Channel])
    what = models.CharField(max_length=100)
    tried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    found = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=[each.value for each in Channel]),
                name="an_attempt_came_by_a_known_channel",
            ),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True) | (Q(settled_by__isnull=False) & ~Q(found="")),
                name="a_settled_attempt_says_what_it_was",
            ),
        ]
        indexes = [models.Index(fields=["ward", "settled_at", "-at"], name="attempts_in_a_ward")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)
