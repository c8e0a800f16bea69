"""What happens at a terminal, from the card to the paper, step by step."""

import uuid

from django.db import models
from django.db.models import Q

from jichi.kernel.access.roles import Scope

from ..states import SESSION
from .people import Person
from .terminals import Terminal


class TerminalSession(models.Model):
    """Somebody at a terminal. `public_id` names it in addresses; `key` is the digest of what its terminal alone was told.

    `paper` is the digest of the PDF that was handed to the terminal, which has to say it again when it has printed.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    key = models.CharField(max_length=64, unique=True)
    terminal = models.ForeignKey(Terminal, on_delete=models.PROTECT, related_name="sessions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    step = models.CharField(max_length=10, choices=SESSION.choices, default=SESSION.first)
    on = models.DateField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    kind = models.CharField(max_length=30, blank=True)
    options = models.CharField(max_length=200, blank=True)
    fee = models.PositiveIntegerField(null=True)
    paid = models.PositiveIntegerField(default=0)
    order = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    certificate = models.CharField(max_length=20, blank=True)
    paper = models.CharField(max_length=64, blank=True)
    acknowledged_at = models.DateTimeField(null=True)
    because = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=[code for code, _name in SESSION.choices]),
                name="a_session_stands_at_a_known_step",
            ),
            models.CheckConstraint(
                condition=~Q(step__in=["printing", "printed"]) | (~Q(certificate="") & ~Q(paper="")),
                name="what_is_printed_is_an_issued_certificate",
            ),
            models.UniqueConstraint(
                fields=["certificate"],
                condition=~Q(certificate=""),
                name="a_session_has_a_certificate_of_its_own",
            ),
        ]
        indexes = [
            models.Index(fields=["step", "ends_at"], name="sessions_by_step_and_end"),
            models.Index(fields=["terminal", "-opened_at"], name="sessions_of_a_terminal_newest"),
        ]

    def __str__(self) -> str:
        return str(self.public_id)

    @property
    def scope(self) -> Scope:
        return self.terminal.scope


class StepKey(models.Model):
    """A step that a terminal took, by the key it gave: the same key again is the same step, never a second one.

    `asked` is the digest of what was asked.
    """

    terminal = models.ForeignKey(Terminal, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    session = models.ForeignKey(
        TerminalSession, on_delete=models.CASCADE, null=True, related_name="step_keys"
    )
    verb = models.CharField(max_length=20)
    asked = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["terminal", "key"], name="a_key_of_a_terminal_stands_for_one_step"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
