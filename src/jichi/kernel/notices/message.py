"""A notice as a mail message."""

from email.charset import Charset
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.signing import BadSignature, Signer
from django.template.loader import render_to_string
from django.utils.translation import override

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.values.readings import without_readings

from .models import Notice
from .rules.tokens import return_path

# Base64: a server on the way that knows seven bits only changes nothing.
SEVEN_BITS = Charset("utf-8")
STOPPING = Signer(salt="notices.stop")


def message_of(notice: Notice) -> EmailMultiAlternatives:
    """The mail of a notice, in the notice's language. Its Message-ID is the notice's own for ever.

    Headers are UTF-8 in encoded words, the text has a simple page beside it, and mail programs find a
    button that ends such mail without signing in (RFC 8058).
    """
    given = {
        "notice": notice,
        "city": city_name(notice.language),
        "address": address_of(notice),
        "stop": stop_address(notice),
        "body": without_readings(notice.body),
        "subject": without_readings(notice.subject),
        "lang": notice.language.removesuffix("-simple"),
    }
    with override(notice.language):
        text = render_to_string("notices/mail.txt", given)
        page = render_to_string("notices/mail.html", given)
    message = EmailMultiAlternatives(
        subject=one_line(without_readings(notice.subject)),
        body=without_readings(text),
        from_email=envelope_sender(notice),
        to=[notice.account.email],
        headers=headers_of(notice),
    )
    message.encoding = SEVEN_BITS
    message.attach_alternative(page, "text/html")
    return message


def headers_of(notice: Notice) -> dict[str, str]:
    return {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Message-ID": f"<{notice.public_id}@{host()}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": notice.language.removesuffix("-simple"),
        "List-Unsubscribe": f"<{stop_address(notice)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def one_line(text: str) -> str:
    return " ".join(text.split())


def host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"


def envelope_sender(notice: Notice) -> str:
    """Where a report about this mail comes back: an address of its own, if the city has a mailbox for it."""
    if not settings.RETURN_MAILBOX:
        return str(settings.DEFAULT_FROM_EMAIL)
    return return_path(settings.RETURN_MAILBOX, notice.public_id, key=settings.SECRET_KEY)


def stop_address(notice: Notice) -> str:
    return f"{settings.SITE_URL}/notices/stop/{STOPPING.sign(notice.public_id.hex)}/"


def notice_to_stop(token: str) -> Notice:
    """The notice whose mail holds this address. Raises: NotThere for an address that was not made by us."""
    try:
        public_id = UUID(STOPPING.unsign(token))
    except (BadSignature, ValueError) as forged:
        raise NotThere from forged
    notice = Notice.objects.select_related("account").filter(public_id=public_id).first()
    if notice is None:
        raise NotThere
    return notice


def city_name(language: str) -> str:
    return str(settings.CITY["name_en" if language == "en" else "name"])


def address_of(notice: Notice) -> str:
    """The whole address of what the notice is about."""
    return f"{settings.SITE_URL}{notice.url}" if notice.url.startswith("/") else notice.url
