"""What changes family registers (届書 and its parties), what bars it (不受理申出), and what follows: ties and addresses."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office, Town, Ward

from ..rules import numbers
from ..rules.family.kinds import BARRABLE, KINDS, Kind, family_kind
from ..rules.family.words import CHOICES, ROLES, Choice, Role
from ..rules.words import JAPAN
from ..states import FAMILY_NOTIFICATION
from .family import FamilyMember
from .people import Person
from .register import Movement


class FamilyNotification(models.Model):
    """A notification (届書) as it was handed in; `ward` is where. `accepted_by` is the mayor elsewhere who accepted it and
    sent it here. The columns below `new_ward` are the fields of the forms."""

    kind = models.CharField(max_length=30, choices=[(kind.code, kind.name) for kind in KINDS])
    step = models.CharField(
        max_length=10, choices=FAMILY_NOTIFICATION.choices, default=FAMILY_NOTIFICATION.first
    )
    ticket = models.UUIDField(default=uuid.uuid4, unique=True)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField()
    received_on = models.DateField()
    due_on = models.DateField(null=True)
    late_reason = models.CharField(max_length=300, blank=True)
    notified_by = models.CharField(max_length=200)
    proofs = models.CharField(max_length=300, blank=True)
    accepted_by = models.CharField(max_length=100, blank=True)
    decided_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    effective_on = models.DateField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    happened_on = models.DateField(null=True)
    choice = models.CharField(
        max_length=20, blank=True, choices=[(choice.value, name) for choice, name in CHOICES.items()]
    )
    place = models.CharField(max_length=200, blank=True)
    time = models.CharField(max_length=40, blank=True)
    relation = models.CharField(max_length=10, blank=True)
    new_name = models.CharField(max_length=100, blank=True)
    custody = models.CharField(max_length=10, blank=True)
    consent_by = models.CharField(max_length=200, blank=True)
    court = models.CharField(max_length=100, blank=True)
    court_on = models.DateField(null=True)
    other_nationality = models.CharField(max_length=60, blank=True)
    new_town = models.ForeignKey(Town, on_delete=models.PROTECT, null=True, related_name="+")
    new_lot = models.CharField(max_length=60, blank=True)
    new_elsewhere = models.CharField(max_length=200, blank=True)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.code for kind in KINDS]),
                name="a_family_notification_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(step__in=["received", "inquiry"], decided_on__isnull=True)
                | Q(step__in=["accepted", "refused", "annulled"], decided_on__isnull=False),
                name="a_decided_family_notification_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(step__in=["refused", "annulled"]) | ~Q(reason=""),
                name="a_refused_family_notification_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | Q(received_on__lte=F("due_on")) | ~Q(late_reason=""),
                name="a_late_family_notification_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["ward", "step", "-received_at"], name="family_notifications_waiting")]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return numbers.number(numbers.FAMILY_NOTIFICATION, self.pk)

    @property
    def what(self) -> Kind:
        return family_kind(self.kind)

    @property
    def chosen(self) -> Choice:
        return Choice(self.choice)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)


class FamilyParty(models.Model):
    """Somebody on the form, as written there; `member` is their place in a register of this city, where they have one."""

    notification = models.ForeignKey(FamilyNotification, on_delete=models.PROTECT, related_name="parties")
    role = models.CharField(max_length=20, choices=[(role.value, name) for role, name in ROLES.items()])
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    member = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    kana = models.CharField(max_length=200, blank=True)
    birth = models.DateField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    nationality = models.CharField(max_length=3, default=JAPAN)
    domicile = models.CharField(max_length=200, blank=True)
    first = models.CharField(max_length=200, blank=True)
    appeared = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="a_party_has_a_known_role"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_party_of_a_notification_has_a_name"),
            models.UniqueConstraint(
                fields=["notification", "role"],
                condition=~Q(role=Role.WITNESS.value),
                name="a_role_in_a_notification_is_taken_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notification_id}/{self.role}"


class FamilyTie(models.Model):
    """A tie between two people that the registers know: spouses, or parent (`other`) and child (`person`)."""

    class Kind(models.TextChoices):
        SPOUSE = "spouse"
        NATURAL_PARENT = "natural_parent"
        ADOPTIVE_PARENT = "adoptive_parent"

    kind = models.CharField(max_length=20, choices=Kind)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ties")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="ties_to")
    since = models.DateField()
    until = models.DateField(null=True)
    begun_by = models.ForeignKey(FamilyNotification, on_delete=models.PROTECT, null=True, related_name="+")
    ended_by = models.ForeignKey(FamilyNotification, on_delete=models.PROTECT, null=True, related_name="+")
    voided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(person=F("other")), name="nobody_has_a_family_tie_to_themselves"
            ),
            models.UniqueConstraint(
                fields=["kind", "person", "other"],
                condition=Q(until__isnull=True, voided_at__isnull=True),
                name="a_family_tie_that_holds_is_kept_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.person_id} {self.other_id}"


class NonAcceptance(models.Model):
    """A person's standing request not to accept a notification in their name (不受理申出, 戸籍法第27条の2第3項)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="non_acceptances")
    kind = models.CharField(max_length=30, choices=[(kind.code, kind.name) for kind in BARRABLE])
    ticket = models.UUIDField(default=uuid.uuid4, unique=True)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    filed_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    proofs = models.CharField(max_length=300)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.code for kind in BARRABLE]),
                name="only_five_kinds_can_be_barred_in_advance",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("filed_on")),
                name="a_request_is_withdrawn_after_it_was_filed",
            ),
            models.UniqueConstraint(
                fields=["person", "kind"],
                condition=Q(withdrawn_on__isnull=True),
                name="a_person_has_one_standing_request_of_a_kind",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return numbers.number(numbers.NON_ACCEPTANCE, self.pk)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)


class AddressNote(models.Model):
    """An address of a member in another municipality, as that one told this city (住民基本台帳法第19条).

    Addresses in this city are not copied here: the 附票 reads them from the resident register itself.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="address_notes")
    address = models.CharField(max_length=200)
    since = models.DateField()
    told_on = models.DateField()
    told_by = models.CharField(max_length=100)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(address=""), name="an_address_that_was_told_is_written"),
            models.UniqueConstraint(
                fields=["person", "since"],
                condition=Q(superseded_at__isnull=True),
                name="a_person_has_one_told_address_of_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id}/{self.since}"
