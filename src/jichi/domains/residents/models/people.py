"""Who is on the registers, and with whom: rows that never change. What is so of them stands in entries."""

import uuid

from django.conf import settings
from django.db import models

from ..rules import numbers


class Person(models.Model):
    """Somebody whom the registers know. `public_id` stands in addresses of pages: it tells nothing.

    `account` is the one with which the person signs in, once a counter has seen who they are.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    is_demo = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The number of the person in the city's systems (宛名番号)."""
        return numbers.number(numbers.PERSON, self.pk)


class Household(models.Model):
    """A household (世帯). Who belongs to it, who heads it and where it lives is said by its members' entries."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    is_demo = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        return numbers.number(numbers.HOUSEHOLD, self.pk)
