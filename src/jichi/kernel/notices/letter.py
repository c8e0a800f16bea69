"""A notice as a mail message."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from jichi.kernel.values.readings import without_readings

from .models import Notice


def message_of(notice: Notice) -> EmailMessage:
    """The mail of a notice, in the notice's language. Its Message-ID is the notice's own for ever."""
    given = {"notice": notice, "city": city_name(notice.language), "address": address_of(notice)}
    with override(notice.language):
        text = render_to_string("notices/mail.txt", given)
    return EmailMessage(
        subject=without_readings(notice.subject),
        body=without_readings(text),
        to=[notice.account.email],
        headers={
            "Message-ID": f"<{notice.public_id}@{urlsplit(settings.SITE_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
            "Content-Language": notice.language.removesuffix("-simple"),
        },
    )


def city_name(language: str) -> str:
    return str(settings.CITY["name_en" if language == "en" else "name"])


def address_of(notice: Notice) -> str:
    """The whole address of what the notice is about."""
    return f"{settings.SITE_URL}{notice.url}" if notice.url.startswith("/") else notice.url
