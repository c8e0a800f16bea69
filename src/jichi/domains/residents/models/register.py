"""The register itself: movements in one total order, and what they wrote of each person, in two times.

*When it was so*: `since` to the day before `until`. *When the city believed it*: `recorded_at` to `superseded_at`. No entry
is ever changed but by closing the second span; so any past day can be asked, and also what was believed on that day.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office, Town, Ward

from ..rules import numbers
from ..rules.facts import ITEMS, Facts
from ..rules.history import Order
from ..rules.kinds import KINDS, Kind, kind_of
from ..rules.words import HEAD, Register, Sex, Standing
from .people import Household, Person


class Movement(models.Model):
    """A movement (異動): what happened, when, and how it came to the city.

    Its place among all others is (`happened_on`, `received_at`, `id`). `ward` is the office whose business it is;
    `ticket` the form's own number: the same form sent twice is one movement. `voids` is the movement that this one takes
    back; a movement that replaces another voids it and says itself what was so.
    """

    kind = models.CharField(max_length=30, choices=[(kind.code, kind.name) for kind in KINDS])
    happened_on = models.DateField()
    notified_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    late_reason = models.CharField(max_length=300, blank=True)
    received_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    notified_by = models.CharField(max_length=200, blank=True)
    proofs = models.CharField(max_length=300, blank=True)
    note = models.CharField(max_length=500, blank=True)
    ticket = models.UUIDField(default=uuid.uuid4, unique=True)
    voids = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="voided_by")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.code for kind in KINDS]), name="a_movement_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(voids__isnull=True) | ~Q(voids=F("id")), name="a_movement_never_voids_itself"
            ),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True)
                | Q(notified_on__isnull=True)
                | Q(notified_on__lte=F("due_on"))
                | ~Q(late_reason=""),
                name="a_late_notification_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["ward", "-recorded_at"], name="movements_of_a_ward_newest")]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The number of the act (受付番号), which is also its stream on the public record."""
        return numbers.number(numbers.ACT, self.pk)

    @property
    def order(self) -> Order:
        return Order(self.happened_on, self.received_at, self.pk)

    @property
    def what(self) -> Kind:
        return kind_of(self.kind)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)


class Record(models.Model):
    """The items of a record of one person (住民票の記載事項), as columns; see `rules.facts`."""

    register = models.CharField(max_length=10, default=Register.RESIDENT)
    standing = models.CharField(max_length=10, default=Standing.REGISTERED)
    name = models.CharField(max_length=200)
    kana = models.CharField(max_length=200, blank=True)
    former_name = models.CharField(max_length=100, blank=True)
    common_name = models.CharField(max_length=200, blank=True)
    birth = models.DateField(null=True)
    birth_as_told = models.CharField(max_length=40, blank=True)
    sex = models.CharField(max_length=1, blank=True)
    household = models.ForeignKey(
        Household, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    relationship = models.CharField(max_length=40, blank=True)
    town = models.ForeignKey(Town, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    lot = models.CharField(max_length=60, blank=True)
    building = models.CharField(max_length=120, blank=True)
    address_since = models.DateField(null=True)
    resident_since = models.DateField(null=True)
    came_from = models.CharField(max_length=200, blank=True)
    going_to = models.CharField(max_length=200, blank=True)
    leaving_on = models.DateField(null=True)
    gone_to = models.CharField(max_length=200, blank=True)
    domicile = models.CharField(max_length=200, blank=True)
    domicile_first = models.CharField(max_length=100, blank=True)
    resident_code = models.CharField(max_length=11, blank=True)
    individual_number = models.CharField(max_length=12, blank=True)
    nationality = models.CharField(max_length=3)
    stay_kind = models.CharField(max_length=40, blank=True)
    stay_status = models.CharField(max_length=60, blank=True)
    stay_period = models.CharField(max_length=40, blank=True)
    stay_until = models.DateField(null=True)
    card_number = models.CharField(max_length=20, blank=True)
    counted_from = models.DateField(null=True)
    counted_evidence = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True

    @property
    def facts(self) -> Facts:
        said = {name: getattr(self, COLUMN.get(name, name)) for name in ITEMS}
        return Facts(**{**said, **{name: kind(said[name]) for name, kind in CLOSED.items()}})


# Items that are a key of another row, and items with closed lists.
COLUMN = {"household": "household_id", "town": "town_id"}
CLOSED = {"register": Register, "standing": Standing, "sex": Sex}


class Entry(Record):
    """What a movement wrote of a person, and what held from it on. `written` names the items that it set itself."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entries")
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="entries")
    written = models.TextField(blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="an_entry_ends_after_it_began",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(until__isnull=True, superseded_at__isnull=True),
                name="a_person_has_one_record_that_holds_now",
            ),
            models.UniqueConstraint(
                fields=["movement", "person"],
                condition=Q(superseded_at__isnull=True),
                name="a_movement_writes_one_entry_of_a_person",
            ),
            models.UniqueConstraint(
                fields=["household"],
                condition=Q(
                    relationship=HEAD,
                    until__isnull=True,
                    superseded_at__isnull=True,
                    standing=Standing.REGISTERED,
                    register=Register.RESIDENT,
                ),
                name="a_household_has_one_head",
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.REMOVED) | Q(town__isnull=False),
                name="a_resident_lives_in_a_town",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="a_record_has_a_name"),
            models.CheckConstraint(
                condition=Q(register__in=list(Register)), name="an_entry_is_of_a_known_register"
            ),
            models.CheckConstraint(
                condition=Q(standing__in=list(Standing)), name="an_entry_has_a_known_standing"
            ),
        ]
        indexes = [
            models.Index(fields=["household"], name="entries_of_a_household"),
            models.Index(
                fields=["town", "lot"],
                condition=Q(until__isnull=True, superseded_at__isnull=True),
                name="entries_at_an_address_now",
            ),
            models.Index(
                fields=["birth"],
                condition=Q(until__isnull=True, superseded_at__isnull=True),
                name="entries_by_birth_now",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.movement_id}/{self.person_id}"
