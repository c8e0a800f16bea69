"""Receipts for the fees that were taken over the counter: which papers, how much, and whether they still stand."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office, Ward

from .certificates import Certificate


class Receipt(models.Model):
    """The receipt of one hand-out. It stands until money that it speaks of is given back.

    `document` is the confirmation code of the issued document, `document_number` its number. Units: yen.
    """

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    document = models.CharField(max_length=18, unique=True)
    document_number = models.CharField(max_length=60)
    total = models.PositiveIntegerField()
    issued_on = models.DateField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    ended_on = models.DateField(null=True)
    refunded = models.PositiveIntegerField(default=0)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(total__gt=0), name="a_receipt_is_for_money"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, refunded=0) | Q(ended_on__isnull=False, refunded__gt=0),
                name="a_receipt_ends_when_money_is_returned",
            ),
        ]

    def __str__(self) -> str:
        return self.document_number

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)

    @property
    def stands(self) -> bool:
        return self.ended_on is None


class ReceiptLine(models.Model):
    """One paper on a receipt; `stands` as long as its receipt does. Units: yen."""

    receipt = models.ForeignKey(Receipt, on_delete=models.PROTECT, related_name="lines")
    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="receipt_lines")
    fee = models.PositiveIntegerField()
    stands = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["certificate"], condition=Q(stands=True), name="a_payment_has_one_receipt"
            ),
            models.UniqueConstraint(
                fields=["receipt", "certificate"], name="a_paper_stands_on_a_receipt_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.receipt_id}/{self.certificate_id}"
