"""告示・公告・公表: what the city makes known to everybody, numbered by year, kept in the archive for ever."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Section

from ..states import PUBLIC_NOTICE


class Sort(models.TextChoices):
    """The three kinds a city makes known; each is numbered for itself."""

    ORDER = "order", _("告示")
    ANNOUNCEMENT = "announcement", _("公告")
    PUBLICATION = "publication", _("公表")


class Sequence(models.Model):
    """The last number given for a sort in a calendar year; its row is what givers of a number wait for.

    `sort` is one of `Sort`, or `letters` for the batches of letters.
    """

    sort = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sort", "year"], name="a_sort_is_numbered_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.sort} {self.year}: {self.last}"


class PublicNotice(models.Model):
    """One public notice. It has a number from the day it is posted; then its words stand for ever.

    `drafted_by` and `approved_by` are who that was to the house (`person:12`), so that four eyes are two
    people. `subject` is the reference of the record that it makes known, where there is one; `occasion` is
    what a domain drafts it for (`plans/round/3`), once.
    """

    reference = models.CharField(max_length=12, unique=True)
    sort = models.CharField(max_length=20, choices=Sort)
    step = models.CharField(max_length=12, choices=PUBLIC_NOTICE.choices, default=PUBLIC_NOTICE.first)
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    title = models.CharField(max_length=200)
    text = models.TextField()
    basis = models.CharField(max_length=300, blank=True)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=20, blank=True)
    occasion = models.CharField(max_length=80, blank=True)
    drafted_on = models.DateField()
    drafted_by = models.CharField(max_length=120)
    approved_by = models.CharField(max_length=120, blank=True)
    posted_on = models.DateField(null=True)
    until = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    returned_because = models.TextField(blank=True)
    is_demo = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occasion"],
                condition=~Q(occasion=""),
                name="a_public_notice_is_drafted_once_for_an_occasion",
            ),
            models.UniqueConstraint(
                fields=["sort", "year", "number"], name="a_public_notice_number_is_given_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(sort__in=Sort.values), name="a_public_notice_is_of_a_known_sort"
            ),
            models.CheckConstraint(
                condition=(
                    Q(step__in=["posted", "ended"], year__isnull=False, number__isnull=False)
                    & Q(posted_on__isnull=False)
                )
                | (
                    Q(step__in=["draft", "approved"], year__isnull=True, number__isnull=True)
                    & Q(posted_on__isnull=True)
                ),
                name="a_public_notice_has_its_number_once_it_is_posted",
            ),
            models.CheckConstraint(
                condition=Q(approved_by="") | ~Q(approved_by=F("drafted_by")),
                name="nobody_approves_a_public_notice_of_their_own",
            ),
            models.CheckConstraint(
                condition=Q(step="draft") | ~Q(approved_by=""),
                name="a_public_notice_is_posted_after_approval",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(posted_on__isnull=True) | Q(until__gte=F("posted_on")),
                name="a_public_notice_ends_after_it_was_posted",
            ),
            models.CheckConstraint(
                condition=(Q(step="ended") & Q(ended_on__isnull=False))
                | (~Q(step="ended") & Q(ended_on__isnull=True)),
                name="an_ended_public_notice_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["-posted_on", "-id"], name="public_notices_newest"),
            models.Index(fields=["step", "until"], name="public_notices_by_step"),
        ]

    @property
    def scope(self) -> Scope:
        bureau = self.section.bureau
        return Scope(ward=bureau.ward_id, bureau=bureau.code, section=self.section.code)

    @property
    def url(self) -> str:
        return f"/public-notices/{self.reference}/"

    def runs_on(self, day: date) -> bool:
        """Whether it hangs on the board on this day."""
        return self.step == "posted" and (self.until is None or day <= self.until)

    def __str__(self) -> str:
        return self.title
