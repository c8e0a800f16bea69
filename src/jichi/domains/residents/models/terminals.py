"""Machines that hand out certificates, the cards people show them, and the switches that stop them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office, Ward

from ..rules.certificates.words import MACHINES
from .people import Person

CHANNELS = sorted(channel.value for channel in MACHINES)


class Terminal(models.Model):
    """A machine that asks on behalf of whoever stands before it: of a shop, or a kiosk of the city.

    It proves itself with a token of which only the digest is kept; `scopes` are codes with blanks between.
    """

    name = models.CharField(max_length=80)
    channel = models.CharField(max_length=10)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=100, blank=True)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=CHANNELS), name="a_terminal_serves_a_known_channel"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)


class ChannelStop(models.Model):
    """A channel that stands still, whole or for one kind of certificate, since somebody stopped it.

    `kind` is empty for the whole channel.
    """

    channel = models.CharField(max_length=10)
    kind = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=300)
    stopped_at = models.DateTimeField()
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    resumed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="a_stop_is_of_a_known_channel"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_channel_is_stopped_with_a_reason"),
            models.UniqueConstraint(
                fields=["channel", "kind"],
                condition=Q(resumed_at__isnull=True),
                name="a_channel_is_stopped_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class ServiceCard(models.Model):
    """A card with a PIN that opens the terminals to one person. The number and the PIN are kept as digests.

    Wrong PINs are counted until the right one; after too many the card is blocked until a counter sees its holder.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cards")
    digest = models.CharField(max_length=64, unique=True)
    pin = models.CharField(max_length=200)
    wrong_pins = models.PositiveSmallIntegerField(default=0)
    given_on = models.DateField()
    ended_on = models.DateField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_on__isnull=True), name="a_person_holds_one_service_card"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
