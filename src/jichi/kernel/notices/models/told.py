"""What the city tells people: the notice itself and its mail."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Section


class Way(models.TextChoices):
    """How a notice leaves the house; every notice also stands on the person's own page."""

    MAIL = "mail", _("メール")
    LETTER = "letter", _("郵便（手紙）")
    DAILY = "daily", _("1日1通のメールにまとめる")
    PAGE = "page", _("このサイトの「お知らせ」だけ")


class Notice(models.Model):
    """One thing told to one account, in the language the person had chosen when it was told.

    `key` says what is told (`deadline/…/2012-07-09`): the same thing is told to the same person once.
    `section` stands where the person is told as staff of that section. `because` is what the person chose
    that led to it (`record:12-0001-9`, `topic:plans`, `ward:14131`), empty where the matter is their own.
    `digest` is the notice of the day in which this one was mailed.
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
    way = models.CharField(max_length=10, choices=Way, default=Way.MAIL)
    because = models.CharField(max_length=80, blank=True)
    urgent = models.BooleanField(default=False)
    digest = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="gathered")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="a_person_is_told_a_thing_once"),
            models.CheckConstraint(condition=Q(way__in=Way.values), name="a_notice_goes_a_known_way"),
        ]
        indexes = [
            models.Index(
                fields=["account"],
                condition=Q(way=Way.DAILY, digest__isnull=True),
                name="notices_waiting_for_a_digest",
            ),
            models.Index(fields=["account", "-at"], name="notices_of_a_person_newest"),
            models.Index(
                fields=["account"], condition=Q(read_at__isnull=True), name="unread_notices_of_a_person"
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class MailState(models.TextChoices):
    WAITING = "waiting", _("送信待ち")
    CLAIMED = "claimed", _("送信の準備中")
    SENDING = "sending", _("送信中")
    SENT = "sent", _("送信済み")
    FAILED = "failed", _("送信できません")
    UNKNOWN = "unknown", _("届いたか不明")


class Mail(models.Model):
    """The outbox: a notice that also goes out as mail. See README.md for what each state promises.

    `returned` counts how often a server sent it back for a while.
    """

    notice = models.OneToOneField(Notice, on_delete=models.CASCADE, related_name="mail")
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    returned = models.PositiveSmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["state", "-id"], name="mail_by_state_newest")]
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
