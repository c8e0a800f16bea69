"""What is kept of a secret: its digest under the signing key of the house."""

from django.conf import settings

from ..rules import digests


def kept_of(purpose: str, secret: str) -> str:
    """The digest by which a shown secret is found again."""
    return digests.digest(purpose, secret, salt=settings.SECRET_KEY)
