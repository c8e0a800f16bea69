"""Mail servers that behave badly: the outside world of these tests."""

from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

HERE = "jichi.kernel.notices.tests.servers"


class Killed(BaseException):
    """The worker is gone in the middle of sending."""


class Away(BaseEmailBackend):
    def open(self) -> bool:
        raise ConnectionRefusedError("nobody listens")


class Refusing(BaseEmailBackend):
    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise SMTPRecipientsRefused({"person@example.jp": (450, b"come back later")})


class HangingUp(BaseEmailBackend):
    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise SMTPServerDisconnected("in the middle")


class Killing(BaseEmailBackend):
    def send_messages(self, email_messages: list[EmailMessage]) -> int:
        raise Killed
