"""The register of public references and the links between them. Links are added, never changed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from jichi.kernel.places.models import Ward

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
    """A typed tie from one record to another, with the event that made it.

    `turn` counts how often the same tie was made: a voice that was split off may be joined again.
    """

    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in LinkKind])
    from_record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="links_from")
    to_record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="links_to")
    made_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    note = models.CharField(max_length=300, blank=True)
    turn = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "from_record", "to_record", "turn"], name="a_link_is_made_once"
            ),
            models.CheckConstraint(
                condition=~Q(from_record=F("to_record")), name="a_record_is_not_linked_to_itself"
            ),
            models.CheckConstraint(condition=Q(kind__in=list(LinkKind)), name="a_link_is_of_a_known_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.from_record_id} {self.kind} {self.to_record_id}"


class Parting(models.Model):
    """The act by which a joined voice goes its own way again. The link stays; it holds no longer."""

    link = models.OneToOneField(Link, on_delete=models.PROTECT, related_name="parting")
    made_at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    because = models.CharField(max_length=300)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(because=""), name="a_parting_says_its_reason")]

    def __str__(self) -> str:
        return f"{self.link_id}: {self.because}"


class Channel(models.TextChoices):
    """How a voice reached the city: all count the same."""

    WEB = "web", gettext_lazy("ウェブ")
    MAIL = "mail", gettext_lazy("メール")
    PHONE = "phone", gettext_lazy("電話")
    LETTER = "letter", gettext_lazy("手紙・はがき")
    FAX = "fax", gettext_lazy("ファクス")
    COUNTER = "counter", gettext_lazy("窓口")


class Stage(models.TextChoices):
    """What a voice can reach, in the order of the loop."""

    REPLIED = "replied", gettext_lazy("回答")
    DECIDED = "decided", gettext_lazy("決定")
    CHANGED = "changed", gettext_lazy("変わったこと")
    RESULTED = "resulted", gettext_lazy("結果")


class Voice(models.Model):
    """What somebody said to the city: how and when it came, and what it has reached so far.

    `year` is the 年度 of the day on which it came. The days of what was reached follow from the links:
    `milestones.py` keeps them, so that coverage is counted without walking any thread.
    """

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="voice")
    channel = models.CharField(max_length=10, choices=Channel)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, related_name="+")
    received_on = models.DateField()
    year = models.PositiveSmallIntegerField()
    replied_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    changed_on = models.DateField(null=True)
    resulted_on = models.DateField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(channel__in=Channel.values), name="a_voice_came_by_a_known_channel"
            ),
        ]
        indexes = [
            models.Index(fields=["year", "channel", "ward"], name="voices_as_coverage_counts_them"),
            models.Index(fields=["-resulted_on", "-id"], name="voices_with_a_result_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.channel}"

    def reached_on(self, stage: Stage) -> Any:
        return getattr(self, f"{stage.value}_on")


class Author(models.Model):
    """Whose voice it is: personal data, apart from all that is published. Empty fields were not given."""

    voice = models.ForeignKey(Voice, on_delete=models.PROTECT, related_name="authors")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    name = models.CharField(max_length=100, blank=True)
    contact = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.voice_id}"
