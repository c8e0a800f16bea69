"""What the city tells people: the notice itself, its mail, and who follows which record."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Section


class Notice(models.Model):
    """One thing told to one account, in the language the person had chosen when it was told.

    `key` says what is told (`deadline/…/2012-07-09`): the same thing is told to the same person once.
    `section` stands where the person is told as staff of that section.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, related_name="+")
    key = models.CharField(max_length=200)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    url = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=10)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="a_person_is_told_a_thing_once")
        ]
        indexes = [
            models.Index(fields=["account", "-at"], name="notices_of_a_person_newest"),
            models.Index(
                fields=["account"], condition=Q(read_at__isnull=True), name="unread_notices_of_a_person"
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class MailState(models.TextChoices):
    WAITING = "waiting", _("送信待ち")
    SENDING = "sending", _("送信中")
    SENT = "sent", _("送信済み")
    FAILED = "failed", _("送信できません")
    UNKNOWN = "unknown", _("届いたか不明")


class Mail(models.Model):
    """The outbox: a notice that also goes out as mail. See README.md for what each state promises."""

    notice = models.OneToOneField(Notice, on_delete=models.CASCADE, related_name="mail")
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=MailState.values), name="a_mail_is_in_a_known_state"
            ),
            models.CheckConstraint(
                condition=Q(state=MailState.SENT, sent_at__isnull=False)
                | (~Q(state=MailState.SENT) & Q(sent_at__isnull=True)),
                name="a_sent_mail_has_its_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} {self.state}"


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
