"""What residents say about a programme, what the section replies, and what came of the reply."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Ward

from ..states import COMMENT
from .programme import Programme
from .review import ProgrammeReview
from .years import BudgetYear, PlannedAction


class Answer(models.TextChoices):
    """What the section makes of a voice, in the words with which cities answer public comments."""

    ADOPTED = "adopted", _("反映します")
    ALREADY = "already", _("すでに取り組んでいます")
    CONSIDERED = "considered", _("今後の参考にします")
    NOT_ADOPTED = "not_adopted", _("反映できません")


class Reply(models.Model):
    """The section's reasoned reply: to one comment and to all that were joined to it."""

    reference = models.CharField(max_length=12, unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="replies")
    answer = models.CharField(max_length=20, choices=Answer)
    text = models.TextField()
    reasons = models.TextField()
    replied_on = models.DateField()
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer__in=Answer.values), name="a_reply_gives_a_known_answer"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(reasons=""), name="a_reply_says_what_and_gives_reasons"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def scope(self) -> Scope:
        return self.programme.scope


class Comment(models.Model):
    """A resident's comment on a programme (事業への意見).

    `original` is what was said, which only the section reads; `text` is what is published of it. Who said
    it stands apart, in `threads.Author`. `ticket` is the form's own number: the same form sent twice is
    one comment.
    """

    reference = models.CharField(max_length=12, unique=True)
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="comments")
    ticket = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    step = models.CharField(max_length=20, choices=COMMENT.choices, default=COMMENT.first)
    title = models.CharField(max_length=100)
    original = models.TextField()
    text = models.TextField(blank=True)
    channel = models.CharField(max_length=10)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, null=True, related_name="+")
    received_on = models.DateField()
    published_on = models.DateField(null=True)
    kept_back_because = models.CharField(max_length=300, blank=True)
    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, null=True, related_name="comments")
    due_on = models.DateField(null=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(step__in=[code for code, _name in COMMENT.choices]),
                name="a_comment_stands_at_a_known_step",
            ),
            models.CheckConstraint(
                condition=Q(step__in=["received", "kept_back"])
                | (~Q(text="") & Q(published_on__isnull=False)),
                name="a_public_comment_has_its_text_and_day",
            ),
            models.CheckConstraint(
                condition=~Q(step="kept_back") | ~Q(kept_back_because=""),
                name="a_comment_kept_back_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(step="replied") | Q(reply__isnull=False),
                name="a_comment_replied_to_has_its_reply",
            ),
        ]
        indexes = [models.Index(fields=["programme", "step", "-received_on"], name="comments_of_programme")]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def scope(self) -> Scope:
        return self.programme.scope

    @property
    def is_public(self) -> bool:
        return self.step in PUBLIC_STEPS


PUBLIC_STEPS = ("public", "replied", "joined")


class Consequence(models.Model):
    """One thing that came of a reply, on its day: a change, its budget, that it was carried out, its result."""

    class Sort(models.TextChoices):
        CHANGED = "changed", _("計画や内容を変えた")
        BUDGETED = "budgeted", _("予算がついた")
        CARRIED_OUT = "carried_out", _("実施した")
        RESULTED = "resulted", _("結果が出た")

    reference = models.CharField(max_length=12, unique=True)
    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="consequences")
    sort = models.CharField(max_length=20, choices=Sort)
    text = models.CharField(max_length=200)
    happened_on = models.DateField()
    planned_action = models.ForeignKey(PlannedAction, on_delete=models.PROTECT, null=True, related_name="+")
    budget = models.ForeignKey(BudgetYear, on_delete=models.PROTECT, null=True, related_name="+")
    review = models.ForeignKey(ProgrammeReview, on_delete=models.PROTECT, null=True, related_name="+")
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sort__in=["changed", "budgeted", "carried_out", "resulted"]),
                name="a_consequence_is_of_a_known_sort",
            ),
            models.CheckConstraint(condition=~Q(text=""), name="a_consequence_says_what_happened"),
            models.CheckConstraint(
                condition=Q(budget__isnull=True) | Q(sort="budgeted"), name="only_a_budget_names_a_budget"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.text}"

    @property
    def scope(self) -> Scope:
        return self.reply.scope
