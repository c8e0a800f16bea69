"""An edition of the plan as it was read: measures, efforts, statements and listings of programmes.

Every text is held twice: `*_read` as it stood in the source, and as shown, with accepted corrections.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .programme import Programme


class Edition(models.Model):
    """One chapter (基本政策) of one implementation plan (実行計画), for its years. Units: 年度."""

    reference = models.CharField(max_length=12, unique=True)
    policy_number = models.PositiveSmallIntegerField()
    numeral = models.CharField(max_length=8)
    title = models.CharField(max_length=200)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    source_name = models.CharField(max_length=200)
    source_text = models.TextField()
    source_digest = models.CharField(max_length=64)
    imported_at = models.DateTimeField()
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later_editions")
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source_digest"], name="a_source_is_imported_once"),
            models.UniqueConstraint(
                fields=["policy_number", "first_year", "last_year"], name="one_edition_per_chapter_and_period"
            ),
            models.CheckConstraint(
                condition=Q(last_year__gte=F("first_year")), name="a_plan_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.numeral} {self.title} ({self.first_year}～{self.last_year})"

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)


class Measure(models.Model):
    """基本施策, for example Ⅶ-1-(1)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="measures")
    direction = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    title_read = models.CharField(max_length=200)
    place = models.CharField(max_length=80)
    line = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "direction", "number"], name="a_measure_code_stands_once_in_its_edition"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def code(self) -> str:
        return f"{self.edition.numeral}-{self.direction}-({self.number})"


class Effort(models.Model):
    """主な取組, for example ②; the unit of an evaluation sheet (票1), under its eight-digit code."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="efforts")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    title_read = models.CharField(max_length=200)
    sheet_code = models.CharField(max_length=8)
    place = models.CharField(max_length=80)
    line = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "number"], name="an_effort_number_stands_once_in_its_measure"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Statement(models.Model):
    """One bullet of 現状と課題 (issue) or of 計画期間の取組 (approach)."""

    class Kind(models.TextChoices):
        ISSUE = "issue", _("現状と課題")
        APPROACH = "approach", _("計画期間の取組")

    effort = models.ForeignKey(Effort, on_delete=models.PROTECT, related_name="statements")
    kind = models.CharField(max_length=8, choices=Kind)
    order = models.PositiveSmallIntegerField()
    text = models.TextField()
    text_read = models.TextField()
    place = models.CharField(max_length=80)
    line = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["effort", "kind", "order"], name="one_statement_per_place_in_an_effort"
            )
        ]


class Listing(models.Model):
    """A row of a programme table. A relisted row (再掲) points to the same programme as its original."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="listings")
    effort = models.ForeignKey(Effort, on_delete=models.PROTECT, related_name="listings")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="listings")
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    name_read = models.CharField(max_length=200)
    description = models.TextField()
    description_read = models.TextField()
    each_ward = models.BooleanField(default=False)
    relisted = models.BooleanField(default=False)
    later_from = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=80)
    line = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["effort", "order"], name="one_listing_per_row_of_an_effort"),
            models.UniqueConstraint(
                fields=["edition", "programme"],
                condition=Q(relisted=False),
                name="a_programme_is_listed_once_besides_relistings",
            ),
        ]


class ListingItem(models.Model):
    """One ● of a listing: what was done so far, what is planned, what follows the period."""

    class Column(models.TextChoices):
        PAST = "past", _("これまでの取組と現状")
        PLANNED = "planned", _("計画期間の具体的な取組")
        LATER = "later", _("計画期間の後")

    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="items")
    column = models.CharField(max_length=8, choices=Column)
    order = models.PositiveSmallIntegerField()
    text = models.TextField()
    text_read = models.TextField()
    from_year = models.PositiveSmallIntegerField(null=True)
    completed_year = models.PositiveSmallIntegerField(null=True)
    place = models.CharField(max_length=80)
    line = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "column", "order"], name="one_item_per_place_in_a_listing"
            )
        ]


class Correction(models.Model):
    """A fault of extraction: kept as read, with a correction that a person accepts or declines."""

    class State(models.TextChoices):
        PROPOSED = "proposed", _("確認待ち")
        ACCEPTED = "accepted", _("直した")
        DECLINED = "declined", _("このまま")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="corrections")
    line = models.PositiveIntegerField()
    column = models.PositiveIntegerField()
    place = models.CharField(max_length=80)
    read = models.CharField(max_length=200)
    proposed = models.CharField(max_length=200)
    why = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "line", "column"], name="one_correction_per_fault"),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_on__isnull=True)
                | Q(state__in=["accepted", "declined"], decided_on__isnull=False),
                name="a_decided_correction_has_its_day",
            ),
        ]


class LeftOut(models.Model):
    """What of the source stands nowhere in the tree, and why (a picture's caption, say)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="left_out")
    line = models.PositiveIntegerField()
    text = models.TextField()
    why = models.CharField(max_length=300)
