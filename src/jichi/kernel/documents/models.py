"""The register of issued documents (文書台帳), with all that is needed to make each of them again."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Bureau, Section

from .codes import DocumentCode
from .states import DOCUMENT


class NumberSeries(models.Model):
    """The numbers of one bureau in one 年度, or of one of its own series beside them (`series`: receipts, for example).

    Whoever takes the next one holds the row until all is committed.
    """

    bureau = models.ForeignKey(Bureau, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    series = models.CharField(max_length=20, blank=True, default="")
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "year", "series"], name="one_row_for_each_series_of_numbers"
            )
        ]

    def __str__(self) -> str:
        return " ".join(filter(None, (self.bureau_id, str(self.year), self.series)))


class TemplateVersion(models.Model):
    """A template as it was when documents were made with it: its own text and the style of the city."""

    digest = models.CharField(max_length=64, primary_key=True)
    name = models.CharField(max_length=100)
    template = models.TextField()
    style = models.TextField()
    first_used_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} {self.digest[:12]}"


class Certificate(models.Model):
    """A certificate with which the city signs or signed. Its private key is a file, never a row."""

    fingerprint = models.CharField(max_length=64, primary_key=True)
    pem = models.TextField()
    adopted_at = models.DateTimeField()
    is_in_use = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_in_use"], condition=Q(is_in_use=True), name="one_certificate_is_in_use"
            )
        ]

    def __str__(self) -> str:
        return self.fingerprint


class Reason(models.TextChoices):
    """Why a document stands no more, in words that name nobody: everybody who holds the paper may read them."""

    MISTAKE = "mistake", _("記載に誤りがあったため")
    CHANGED = "changed", _("内容が新しくなったため")
    MISDIRECTED = "misdirected", _("渡す相手や手続きを誤ったため")
    ANNULLED = "annulled", _("もとになった決定が取り消されたため")
    LOST = "lost", _("紛失や盗難の届け出があったため")
    UNCOLLECTED = "uncollected", _("受け取りがなかったため")


HOLDS_NOTHING = {"title": "", "given": "", "note": ""}


class Document(models.Model):
    """An issued document. `given` is what template and style were given, as the text that was hashed and drawn.

    `plain_sha256` is of the PDF before its signature, `sha256` of the PDF as it was handed out. Of a document that is
    not public only the number, the office, the day and the state are ever told. When its years are over such a
    document is erased: what names a person and the file are gone, number, hashes, day and state stay.
    """

    number = models.CharField(max_length=60)
    bureau = models.ForeignKey(Bureau, on_delete=models.PROTECT, related_name="+")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    series = models.CharField(max_length=20, blank=True, default="")
    serial = models.PositiveIntegerField()
    code = models.CharField(max_length=18, unique=True)
    title = models.CharField(max_length=300, blank=True)
    record = models.CharField(max_length=20, blank=True)
    is_public = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    template = models.CharField(max_length=100)
    version = models.ForeignKey(TemplateVersion, on_delete=models.PROTECT, related_name="documents")
    given = models.TextField(blank=True)
    plain_sha256 = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64, unique=True)
    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, null=True, related_name="documents"
    )
    issued_on = models.DateField()
    issued_at = models.DateTimeField()
    step = models.CharField(max_length=12, choices=DOCUMENT.choices, default=DOCUMENT.first)
    ended_on = models.DateField(null=True)
    reason = models.CharField(max_length=12, choices=Reason, blank=True)
    note = models.TextField(blank=True)
    superseded_by = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="supersedes"
    )
    erased_on = models.DateField(null=True)
    erased_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "year", "series", "serial"], name="a_number_is_given_once_in_its_own_series"
            ),
            models.CheckConstraint(condition=Q(serial__gte=1), name="a_serial_counts_from_one"),
            models.CheckConstraint(
                condition=Q(step="stands", ended_on__isnull=True, reason="", superseded_by__isnull=True)
                | (~Q(step="stands") & Q(ended_on__isnull=False) & ~Q(reason="")),
                name="a_document_that_stands_no_more_has_day_and_reason",
            ),
            models.CheckConstraint(
                condition=~Q(step="superseded") | Q(superseded_by__isnull=False),
                name="a_superseded_document_has_its_successor",
            ),
            models.CheckConstraint(
                condition=~Q(superseded_by=F("id")), name="a_document_never_supersedes_itself"
            ),
            models.CheckConstraint(
                condition=Q(erased_on__isnull=True, erased_because="")
                | (Q(erased_on__isnull=False, is_public=False, **HOLDS_NOTHING) & ~Q(erased_because="")),
                name="an_erased_document_has_day_and_reason_and_holds_nothing",
            ),
        ]
        indexes = [
            models.Index(fields=["-issued_on", "-id"], name="documents_newest"),
            models.Index(fields=["record"], name="documents_of_a_record"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def printed_code(self) -> str:
        return DocumentCode(self.code).text

    @property
    def is_signed(self) -> bool:
        return self.certificate_id is not None

    @property
    def is_erased(self) -> bool:
        return self.erased_on is not None

    @property
    def stands(self) -> bool:
        return self.step == "stands"

    @property
    def scope(self) -> Scope:
        """Whose business it is: the section that issued it, or its bureau."""
        section = self.section.code if self.section else None
        return Scope(ward=self.bureau.ward_id, bureau=self.bureau_id, section=section)


class DocumentLook(models.Model):
    """Somebody of the city opened a document that is not public, and said why."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="looks")
    looked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor_title = models.CharField(max_length=200)
    why = models.CharField(max_length=300)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="a_look_at_a_document_has_a_reason")]
        indexes = [models.Index(fields=["document", "-at"], name="looks_at_a_document_newest")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.at}"


class IssuedFile(models.Model):
    """The PDF as it was handed out, beside its number and in the same transaction (decision 0018)."""

    document = models.OneToOneField(Document, on_delete=models.PROTECT, primary_key=True, related_name="file")
    pdf = models.BinaryField()

    def __str__(self) -> str:
        return str(self.document_id)
