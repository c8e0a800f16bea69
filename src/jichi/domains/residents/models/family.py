"""Family registers (戸籍): registers and members are rows that never change; what is so of them stands in entries.

As in the resident register everything has two times: *when it was so* (`since`, `until`) and *when the city believed it*
(`recorded_at`, `superseded_at`). Nothing is deleted; what is no longer believed is closed.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Town, Ward

from ..rules import numbers
from ..rules.family.blocks import BLOCK_ITEMS, Block
from ..rules.family.case import Domicile
from ..rules.family.words import HEADINGS, LABELS
from ..rules.history import Order
from ..rules.words import Sex
from ..states import FAMILY_REGISTER
from .people import Person


class FamilyRegister(models.Model):
    """A family register. `ward` keeps it: of a designated city each ward is a municipality for this law (戸籍法第4条).

    `follows` is the register of which this one was made anew (by transfer or by remaking); `ticket` the number of the form
    that made it: sent twice, it is one register.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ticket = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    made_why = models.CharField(max_length=30)
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="followed_by")
    step = models.CharField(max_length=10, choices=FAMILY_REGISTER.choices, default=FAMILY_REGISTER.first)
    closed_on = models.DateField(null=True)
    closed_why = models.CharField(max_length=30, blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(step="in_force", closed_on__isnull=True)
                | (~Q(step="in_force") & Q(closed_on__isnull=False)),
                name="a_closed_family_register_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return numbers.number(numbers.FAMILY, self.pk)

    @property
    def is_in_force(self) -> bool:
        return self.step == FAMILY_REGISTER.first

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)


class FamilyMember(models.Model):
    """Somebody's place in a register. Whoever the registers know is a person, also who lives in another city."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    register = models.ForeignKey(FamilyRegister, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    place = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["register", "place"], name="a_place_in_a_family_register_is_taken_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register_id}/{self.place}"


class FamilyEntry(models.Model):
    """An entry (戸籍事項 where there is no member, else 身分事項), as it is printed: a heading and its items.

    `position` orders the register as it was written; who corrects an entry takes over its position. `carried_from` is
    the entry of the former register; `corrects` the entry that this one replaces.
    """

    register = models.ForeignKey(FamilyRegister, on_delete=models.PROTECT, related_name="entries")
    member = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, null=True, related_name="entries")
    kind = models.CharField(max_length=30, choices=list(HEADINGS.items()))
    position = models.PositiveSmallIntegerField()
    notification = models.ForeignKey(
        "residents.FamilyNotification", on_delete=models.PROTECT, null=True, related_name="entries"
    )
    happened_on = models.DateField()
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
                name="a_family_entry_never_corrects_itself",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=list(HEADINGS)), name="a_family_entry_has_a_known_heading"
            ),
            models.UniqueConstraint(
                fields=["register", "position"],
                condition=Q(superseded_at__isnull=True),
                name="a_position_in_a_family_register_has_one_entry",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register_id}/{self.pk}"

    @property
    def order(self) -> Order:
        return Order(self.happened_on, self.recorded_at, self.pk)


class FamilyItem(models.Model):
    """One line of an entry: a label of the computerised register with a day or a text."""

    entry = models.ForeignKey(FamilyEntry, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=30, choices=list(LABELS.items()))
    day = models.DateField(null=True)
    text = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["entry", "position"], name="a_line_of_a_family_entry_has_its_own_place"
            ),
            models.CheckConstraint(
                condition=Q(code__in=list(LABELS)), name="a_family_item_has_a_known_label"
            ),
            models.CheckConstraint(
                condition=Q(day__isnull=False) ^ ~Q(text=""), name="a_family_item_is_either_a_day_or_a_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}/{self.position}"


class MemberRecord(models.Model):
    """What the register says of a member at one time: the block above the entries. `written` names what the entry set.

    `name_key` is the name folded for searching; the name itself is kept as written. `person` is the member's, so that the
    database itself lets nobody be in two registers.
    """

    member = models.ForeignKey(FamilyMember, on_delete=models.PROTECT, related_name="records")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(FamilyEntry, on_delete=models.PROTECT, related_name="records")
    written = models.TextField(blank=True)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200)
    birth = models.DateField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    father = models.CharField(max_length=200, blank=True)
    mother = models.CharField(max_length=200, blank=True)
    relation = models.CharField(max_length=10, blank=True)
    adoptive_father = models.CharField(max_length=200, blank=True)
    adoptive_mother = models.CharField(max_length=200, blank=True)
    adoptive_relation = models.CharField(max_length=10, blank=True)
    spouse = models.CharField(max_length=1, blank=True)
    beside = models.BooleanField(default=False)
    entered_on = models.DateField(null=True)
    entered_why = models.CharField(max_length=30, blank=True)
    left_on = models.DateField(null=True)
    left_why = models.CharField(max_length=30, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="a_member_of_a_family_register_has_a_name"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="a_record_of_a_member_ends_after_it_began",
            ),
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(until__isnull=True, superseded_at__isnull=True),
                name="a_member_has_one_record_that_holds_now",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(
                    until__isnull=True,
                    superseded_at__isnull=True,
                    entered_on__isnull=False,
                    left_on__isnull=True,
                ),
                name="nobody_is_in_two_family_registers",
            ),
            models.UniqueConstraint(
                fields=["entry", "member"],
                condition=Q(superseded_at__isnull=True),
                name="a_family_entry_writes_one_record_of_a_member",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True, left_why="") | (Q(left_on__isnull=False) & ~Q(left_why="")),
                name="who_left_a_family_register_has_day_and_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["name_key"],
                condition=Q(until__isnull=True, superseded_at__isnull=True),
                name="members_by_name_now",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id}/{self.entry_id}"

    @property
    def block(self) -> Block:
        said = {name: getattr(self, name) for name in BLOCK_ITEMS}
        return Block(**{**said, "sex": Sex(said["sex"])})


class FamilyDomicile(models.Model):
    """Where a register is (本籍): a transfer within the ward changes it, and the former one stays known.

    One that was written wrong is no longer believed since `superseded_at`; registers are still found by it.
    """

    register = models.ForeignKey(FamilyRegister, on_delete=models.PROTECT, related_name="domiciles")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    lot = models.CharField(max_length=60)
    text = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True)
    entry = models.ForeignKey(FamilyEntry, on_delete=models.PROTECT, null=True, related_name="+")
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_registered_domicile_is_written_out"),
            models.UniqueConstraint(
                fields=["register"],
                condition=Q(until__isnull=True, superseded_at__isnull=True),
                name="a_family_register_has_one_domicile_now",
            ),
        ]
        indexes = [
            models.Index(fields=["town", "lot"], name="family_registers_at_a_lot"),
            models.Index(fields=["text"], name="family_registers_by_domicile"),
        ]

    def __str__(self) -> str:
        return f"{self.register_id}/{self.pk}"

    def as_domicile(self, ward: str) -> Domicile:
        return Domicile(text=self.text, ward=ward, town=self.town_id, lot=self.lot)
