"""The yearly evaluation (事務事業評価): sheet 1 per effort, sheet 2 per programme."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Section

from ..rules.grades import CHECK_RESULTS, PLAN_END_GRADES
from ..rules.round_days import RoundDays
from ..states import REVIEW
from .edition import Edition, Effort
from .imprint import Imprint
from .programme import Programme

STEPS = [step.code for step in REVIEW.steps]


class Round(models.Model):
    """The evaluation of one year of an edition, with the day by which each step is due.

    `office` is the section that gathers and publishes the sheets.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="rounds")
    year = models.PositiveSmallIntegerField()
    opened_on = models.DateField()
    draft_due = models.DateField()
    section_due = models.DateField()
    bureau_due = models.DateField()
    publish_due = models.DateField()
    office = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "year"], name="one_evaluation_round_per_year"),
            models.CheckConstraint(
                condition=Q(section_due__gte=F("draft_due"))
                & Q(bureau_due__gte=F("section_due"))
                & Q(publish_due__gte=F("bureau_due")),
                name="each_step_is_due_after_the_one_before",
            ),
        ]

    @property
    def ends_the_plan(self) -> bool:
        return self.year == self.edition.last_year

    @property
    def days(self) -> RoundDays:
        return RoundDays(
            draft_due=self.draft_due,
            section_due=self.section_due,
            bureau_due=self.bureau_due,
            publish_due=self.publish_due,
        )

    def __str__(self) -> str:
        return f"{self.year}年度"


class Review(models.Model):
    """What both sheets share: where they stand, when they left each step, who submitted them, and what they keep.

    `submitted_by` is who that was to the house (`person:12`), so that nobody approves an own sheet.
    """

    reference = models.CharField(max_length=12, unique=True)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="%(class)ss")
    step = models.CharField(max_length=12, default="draft")
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    submitted_by = models.CharField(max_length=120, blank=True)
    submitted_on = models.DateField(null=True)
    section_on = models.DateField(null=True)
    bureau_on = models.DateField(null=True)
    published_on = models.DateField(null=True)
    returned_because = models.TextField(blank=True)
    imprint = models.OneToOneField(Imprint, on_delete=models.PROTECT, null=True, related_name="+")
    is_demo = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def days(self) -> dict[str, date | None]:
        """When the sheet left each step, as far as it got."""
        return {
            "draft": self.submitted_on,
            "section": self.section_on,
            "bureau": self.bureau_on,
            "approved": self.published_on,
        }


class EffortReview(Review):
    """票(1): what the effort set out to do against its problem, and what came of it."""

    effort = models.ForeignKey(Effort, on_delete=models.PROTECT, related_name="reviews")
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, related_name="+")
    problem = models.TextField(blank=True)
    outline = models.TextField(blank=True)
    goal = models.TextField(blank=True)
    result = models.TextField(blank=True)
    direction = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "effort"], name="one_sheet_one_per_effort_and_year"),
            models.CheckConstraint(condition=Q(step__in=STEPS), name="a_sheet_one_stands_at_a_known_step"),
            models.CheckConstraint(
                condition=Q(step="published", published_on__isnull=False)
                | (~Q(step="published") & Q(published_on__isnull=True)),
                name="a_published_sheet_one_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(step="published", imprint__isnull=False)
                | (~Q(step="published") & Q(imprint__isnull=True)),
                name="a_published_sheet_one_keeps_its_imprint",
            ),
        ]

    @property
    def subject_name(self) -> str:
        """What the record calls it: the effort's code."""
        return self.effort.sheet_code

    @property
    def title(self) -> str:
        return self.effort.title

    @property
    def scope(self) -> Scope:
        if self.section is None:
            return Scope()
        return Scope(
            ward=self.section.bureau.ward_id, bureau=self.section.bureau_id, section=self.section.code
        )


class ProgrammeReview(Review):
    """票(2): grade, inspection result, goals planned against goals reached, of one programme."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="reviews")
    achievement = models.PositiveSmallIntegerField(null=True)
    check_result = models.CharField(max_length=1, blank=True)
    plan_end_grade = models.PositiveSmallIntegerField(null=True)
    goal = models.TextField(blank=True)
    changed_goal = models.TextField(blank=True)
    result = models.TextField(blank=True)
    why_this_grade = models.TextField(blank=True)
    next_year = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "programme"], name="one_sheet_two_per_programme_and_year"
            ),
            models.CheckConstraint(condition=Q(step__in=STEPS), name="a_sheet_two_stands_at_a_known_step"),
            models.CheckConstraint(
                condition=Q(achievement__isnull=True) | Q(achievement__range=(1, 5)),
                name="an_achievement_is_graded_one_to_five",
            ),
            models.CheckConstraint(
                condition=Q(check_result__in=["", *CHECK_RESULTS]), name="an_inspection_result_is_a_to_h"
            ),
            models.CheckConstraint(
                condition=Q(plan_end_grade__isnull=True) | Q(plan_end_grade__range=(1, len(PLAN_END_GRADES))),
                name="a_plan_end_grade_is_one_to_five",
            ),
            models.CheckConstraint(
                condition=Q(step="draft")
                | (Q(achievement__isnull=False) & ~Q(check_result="") & ~Q(why_this_grade="")),
                name="a_submitted_sheet_two_is_graded_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(step="published", published_on__isnull=False)
                | (~Q(step="published") & Q(published_on__isnull=True)),
                name="a_published_sheet_two_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(step="published", imprint__isnull=False)
                | (~Q(step="published") & Q(imprint__isnull=True)),
                name="a_published_sheet_two_keeps_its_imprint",
            ),
        ]

    @property
    def subject_name(self) -> str:
        """What the record calls it: the programme's reference."""
        return self.programme.reference

    @property
    def title(self) -> str:
        return self.programme.name

    @property
    def section(self) -> Section | None:
        return self.programme.section

    @property
    def scope(self) -> Scope:
        return self.programme.scope


class Evidence(models.Model):
    """What shows that a grade is true: every grade needs some, "3" included."""

    class Kind(models.TextChoices):
        INDICATOR = "indicator", _("指標")
        DOCUMENT = "document", _("資料")
        ACTION = "action", _("取組の記録")
        RECORD = "record", _("記録番号")

    review = models.ForeignKey(ProgrammeReview, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(max_length=200)
    where = models.CharField(max_length=500)
    shows = models.TextField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(where="") & ~Q(shows=""), name="evidence_is_told_fully"
            )
        ]


class SecondOpinion(models.Model):
    """A committee's own grade of a published or bureau-approved sheet, beside the city's."""

    review = models.ForeignKey(ProgrammeReview, on_delete=models.PROTECT, related_name="second_opinions")
    body = models.CharField(max_length=120)
    achievement = models.PositiveSmallIntegerField()
    opinion = models.TextField()
    given_on = models.DateField()
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["review", "body"], name="one_second_opinion_per_body"),
            models.CheckConstraint(
                condition=Q(achievement__range=(1, 5)), name="a_second_opinion_is_graded_one_to_five"
            ),
        ]
