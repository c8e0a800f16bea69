"""What comes back: reports that a mail did not arrive, addresses that are left alone, replies of people."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .told import Mail, Notice


class Kind(models.TextChoices):
    """What a report means for the mail and its address; see rules/bounces.py."""

    HARD = "hard", _("宛先がありません")
    SOFT = "soft", _("今は受け取れません")
    REFUSED = "refused", _("受け取りを断られました")


class Bounce(models.Model):
    """One report about one mail; `status` is the server's code, as `5.1.1`."""

    mail = models.ForeignKey(Mail, on_delete=models.CASCADE, related_name="bounces")
    address = models.EmailField()
    kind = models.CharField(max_length=10, choices=Kind)
    status = models.CharField(max_length=12, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="a_bounce_is_of_a_known_kind")
        ]
        indexes = [models.Index(fields=["address", "-at"], name="bounces_of_an_address")]

    def __str__(self) -> str:
        return f"{self.kind} {self.status}"


class SuspendedAddress(models.Model):
    """No mail is sent to this address of the account until somebody lifts it, or the person takes another address."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="suspended_addresses"
    )
    address = models.EmailField()
    status = models.CharField(max_length=12, blank=True)
    since = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "address"],
                condition=Q(lifted_at__isnull=True),
                name="an_address_is_suspended_once_at_a_time",
            )
        ]
        indexes = [models.Index(fields=["-since"], name="suspended_addresses_newest")]

    def __str__(self) -> str:
        return self.status


class ReceivedMail(models.Model):
    """A mail that a person sent to the city, as it came and as it is read.

    Erasing it takes the words away and leaves that it came; `digest` of the bytes keeps the mail server from
    handing it over twice.
    """

    digest = models.CharField(max_length=64, unique=True)
    notice = models.ForeignKey(Notice, on_delete=models.SET_NULL, null=True, related_name="replies")
    sender = models.CharField(max_length=254, blank=True)
    sender_name = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    text = models.TextField(blank=True)
    raw = models.BinaryField()
    is_automatic = models.BooleanField(default=False)
    at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) | Q(sender="", sender_name="", subject="", text=""),
                name="an_erased_mail_says_nothing_any_more",
            )
        ]
        indexes = [models.Index(fields=["-at"], name="received_mail_newest")]

    def __str__(self) -> str:
        return self.digest[:12]
