"""The register of public references and the links between them. Links are added, never changed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from .declared import kind_numbered
from .kinds import HELD_ELSEWHERE, KindOfRecord, LinkKind


class Counter(models.Model):
    """The last serial given out for a kind. Its row is what issuers of that kind lock."""

    kind = models.PositiveSmallIntegerField(unique=True)
    last = models.PositiveIntegerField(default=0)


class Sort(models.TextChoices):
    """What a record held elsewhere is."""

    ORDINANCE = "ordinance", gettext_lazy("条例・規則")
    VOICE = "voice", gettext_lazy("市民の声")
    CONCLUSION = "conclusion", gettext_lazy("審議の結論")
    FACILITY = "facility", gettext_lazy("施設")
    DOCUMENT = "document", gettext_lazy("文書・資料")


class Record(models.Model):
    """Something with a public reference: whose page is in this house, or which is held elsewhere.

    `happened_on` is the day by which a thread is ordered: the day of the voice, the decision, the result.
    """

    reference = models.CharField(max_length=13, unique=True)
    kind = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    happened_on = models.DateField()
    public = models.BooleanField(default=True)
    address = models.URLField(max_length=500, blank=True)
    source = models.CharField(max_length=300, blank=True)
    sort = models.CharField(max_length=20, choices=Sort, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=HELD_ELSEWHERE.number) | Q(address="", source="", sort=""),
                name="only_a_record_held_elsewhere_has_an_address",
            ),
            models.CheckConstraint(
                condition=~Q(kind=HELD_ELSEWHERE.number) | (~Q(source="") & Q(sort__in=Sort.values)),
                name="a_record_held_elsewhere_says_its_sort_and_source",
            ),
            models.UniqueConstraint(
                fields=["sort", "title", "source"],
                condition=Q(kind=HELD_ELSEWHERE.number),
                name="a_record_held_elsewhere_is_registered_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def is_outside(self) -> bool:
        """Whether the record itself is held elsewhere."""
        return self.kind == HELD_ELSEWHERE.number

    @property
    def declared_kind(self) -> KindOfRecord | None:
        return kind_numbered(self.kind)

    @property
    def kind_name(self) -> str:
        """The word for what this is, in the language of the page."""
        if self.is_outside:
            return str(Sort(self.sort).label)
        return gettext(self.declared_kind.name) if self.declared_kind else ""

    @property
    def url(self) -> str:
        """The record's own page in this house; the short link where it has none."""
        kind = self.declared_kind
        return (
            kind.url(self.reference)
            if kind and kind.url
            else reverse("threads:record", args=[self.reference])
        )


class Link(models.Model):
    """A typed tie from one record to another, with the event that made it."""

    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in LinkKind])
    from_record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="links_from")
    to_record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="links_to")
    made_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "from_record", "to_record"], name="a_link_is_made_once"),
            models.CheckConstraint(
                condition=~Q(from_record=F("to_record")), name="a_record_is_not_linked_to_itself"
            ),
            models.CheckConstraint(condition=Q(kind__in=list(LinkKind)), name="a_link_is_of_a_known_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.from_record_id} {self.kind} {self.to_record_id}"
