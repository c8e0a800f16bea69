"""How a person wants to be told, and of what. A person's own affair: none of it is on the public record."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jichi.kernel.places.models import Ward

from ..rules.quiet import QUIET_FROM, QUIET_UNTIL
from .told import Way


class Choice(models.Model):
    """The way and the quiet hours a person chose; who chose nothing is told by mail, and not at night."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_choice"
    )
    way = models.CharField(max_length=10, choices=Way, default=Way.MAIL)
    quiet_from = models.TimeField(default=QUIET_FROM)
    quiet_until = models.TimeField(default=QUIET_UNTIL)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(way__in=Way.values), name="a_chosen_way_is_known")]

    def __str__(self) -> str:
        return str(self.get_way_display())


class PostalAddress(models.Model):
    """Where letters go. Personal data: shown to its owner and to who posts letters, gone when the owner says so."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="postal_address"
    )
    name = models.CharField(max_length=100)
    postcode = models.CharField(max_length=7)
    lines = models.CharField(max_length=200)
    building = models.CharField(max_length=100, blank=True)
    returned_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(postcode__regex=r"^[0-9]{7}$"), name="a_postcode_has_seven_digits"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(lines=""), name="an_address_names_whom_and_where"
            ),
        ]

    def __str__(self) -> str:
        return f"〒{self.postcode[:3]}-{self.postcode[3:]}"


class Subscription(models.Model):
    """An account wants to be told of a topic, or of what happens in a ward."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="subscriptions"
    )
    topic = models.CharField(max_length=40, blank=True)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "topic"], condition=Q(ward__isnull=True), name="a_topic_is_subscribed_once"
            ),
            models.UniqueConstraint(
                fields=["account", "ward"], condition=Q(topic=""), name="a_ward_is_subscribed_once"
            ),
            models.CheckConstraint(
                condition=(Q(topic="") & Q(ward__isnull=False)) | (~Q(topic="") & Q(ward__isnull=True)),
                name="a_subscription_is_to_a_topic_or_a_ward",
            ),
        ]
        indexes = [models.Index(fields=["topic", "ward"], name="subscribers_of_a_topic_or_ward")]

    def __str__(self) -> str:
        return self.topic or str(self.ward_id)


class Following(models.Model):
    """An account wants to be told what happens to a record."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="following")
    reference = models.CharField(max_length=20)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "reference"], name="a_record_is_followed_once")
        ]
        indexes = [models.Index(fields=["reference"], name="followers_of_a_record")]

    def __str__(self) -> str:
        return self.reference
