"""Roles given, elevations taken, and the log of who looked."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.places.models import Bureau, Section, Ward

from .roles import Role

ROLES = [(role.value, role.value) for role in Role]


AT_MOST_ONE_PLACE = (
    Q(ward__isnull=True, bureau__isnull=True)
    | Q(ward__isnull=True, section__isnull=True)
    | Q(bureau__isnull=True, section__isnull=True)
)


class Holding(models.Model):
    """What a grant and an elevation share: a role of an account, everywhere or in one place."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="%(class)ss")
    role = models.CharField(max_length=40, choices=ROLES)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    bureau = models.ForeignKey(Bureau, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300)

    class Meta:
        abstract = True


class Grant(Holding):
    """A role given to an account: held from the day `since`, and no longer from the day `until`.

    A role on `standby` gives no rights by itself: its holder may take it for some hours (an elevation).
    """

    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    standby = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=list(Role)), name="a_grant_gives_a_known_role"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="a_grant_ends_after_it_began"
            ),
            models.CheckConstraint(condition=AT_MOST_ONE_PLACE, name="a_grant_is_for_one_place_or_the_city"),
        ]


class Elevation(Holding):
    """A role on standby, taken for a short time with a reason; it ends by itself."""

    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=list(Role)), name="an_elevation_takes_a_known_role"),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("started_at")), name="an_elevation_ends_after_it_started"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_elevation_has_a_reason"),
            models.CheckConstraint(
                condition=AT_MOST_ONE_PLACE, name="an_elevation_is_for_one_place_or_the_city"
            ),
        ]


class Look(models.Model):
    """Somebody looked at a record about a person. The person concerned can read this log."""

    concerned = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="looks")
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    what = models.CharField(max_length=100)
    why = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["concerned", "-at"], name="looks_at_a_person_newest")]
