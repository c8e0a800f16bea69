"""Certificates that were issued: of whom, to whom, by which way, for how much, and what became of the paper."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office, Ward

from ..rules import numbers
from ..rules.certificates.asked import ASKING
from ..rules.certificates.kinds import CERTIFICATES, CertificateKind, certificate_kind
from ..rules.certificates.words import CHANNELS
from ..states import CERTIFICATE
from .people import Person
from .register import Entry


class Certificate(models.Model):
    """One certificate, issued once. `person` is whom it is of; who else stands on it is said by `CertificateEntry`.

    `ticket` is the request's own number: asked twice, it is one certificate. `document` is the confirmation code of the
    issued document, `document_number` its number. `options` and `proofs` are codes with spaces between. Units: yen.
    """

    ticket = models.UUIDField(unique=True)
    kind = models.CharField(max_length=30, choices=[(kind.code, kind.name) for kind in CERTIFICATES])
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="certificates")
    options = models.CharField(max_length=200, blank=True)
    is_whole = models.BooleanField(default=True)
    act = models.CharField(max_length=20, blank=True)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, related_name="+")
    channel = models.CharField(max_length=10, choices=list(CHANNELS.items()))
    asking = models.CharField(max_length=20, choices=list(ASKING.items()))
    requester_name = models.CharField(max_length=200, blank=True)
    requester_address = models.CharField(max_length=300, blank=True)
    purpose = models.CharField(max_length=300, blank=True)
    profession = models.CharField(max_length=30, blank=True)
    papers = models.CharField(max_length=200, blank=True)
    proofs = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=60, blank=True)
    fee = models.PositiveIntegerField()
    exemption = models.CharField(max_length=30, blank=True)
    document = models.CharField(max_length=18, unique=True)
    document_number = models.CharField(max_length=60)
    step = models.CharField(max_length=12, choices=CERTIFICATE.choices, default=CERTIFICATE.first)
    issued_on = models.DateField()
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    handed_out_at = models.DateTimeField(null=True)
    ended_on = models.DateField(null=True)
    reason = models.CharField(max_length=12, blank=True)
    note = models.CharField(max_length=500, blank=True)
    fee_returned = models.BooleanField(default=False)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaced_by")
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.code for kind in CERTIFICATES]),
                name="a_certificate_is_of_a_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(channel__in=list(CHANNELS)), name="a_certificate_comes_by_a_known_way"
            ),
            models.CheckConstraint(
                condition=~Q(step="handed_out") | Q(handed_out_at__isnull=False),
                name="a_certificate_handed_out_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(step__in=("issued", "handed_out"), ended_on__isnull=True, reason="")
                | (Q(step__in=("void", "destroyed"), ended_on__isnull=False) & ~Q(reason="")),
                name="a_certificate_that_ended_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=Q(exemption="") | Q(fee=0), name="an_exempt_certificate_is_free"
            ),
            models.CheckConstraint(
                condition=~Q(replaces=F("id")), name="a_certificate_never_replaces_itself"
            ),
        ]
        indexes = [
            models.Index(fields=["ward", "-issued_on", "-id"], name="certificates_of_a_ward_newest"),
            models.Index(fields=["person", "-id"], name="certificates_of_a_person"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def number(self) -> str:
        """The number of the act, which is also its stream on the public record."""
        return numbers.number(numbers.CERTIFICATE, self.pk)

    @property
    def what(self) -> CertificateKind:
        return certificate_kind(self.kind)

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward_id)

    @property
    def stands(self) -> bool:
        return self.step in ("issued", "handed_out")


class CertificateEntry(models.Model):
    """Who stands on a certificate, and by which entry of the register: what was true when it was printed."""

    certificate = models.ForeignKey(Certificate, on_delete=models.PROTECT, related_name="entries")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "person"], name="a_person_stands_on_a_certificate_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id}/{self.person_id}"
