"""What a published sheet took over from the plan and the organisation, as it stood on that day."""

from django.db import models


class Imprint(models.Model):
    """The names and the plan's own text on one published sheet (公表時の記載).

    Sections are renamed, programmes change hands, faults of extraction are corrected: the sheet keeps what
    was published. `related` has a section on each line; `name`, `outline` and `each_ward` are a 票(2)'s.
    """

    numeral = models.CharField(max_length=8)
    policy = models.CharField(max_length=200)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    direction = models.PositiveSmallIntegerField()
    measure_code = models.CharField(max_length=20)
    measure = models.CharField(max_length=200)
    code = models.CharField(max_length=8)
    effort = models.CharField(max_length=200)
    section = models.CharField(max_length=160, blank=True)
    related = models.TextField(blank=True)
    is_priority = models.BooleanField(default=False)
    name = models.CharField(max_length=200, blank=True)
    each_ward = models.BooleanField(default=False)
    outline = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name or self.effort


class ImprintColumn(models.Model):
    """A column of the grid on a published 票(2): the first is now, the last is what follows the plan from `year`."""

    imprint = models.ForeignKey(Imprint, on_delete=models.PROTECT, related_name="columns")
    order = models.PositiveSmallIntegerField()
    year = models.PositiveSmallIntegerField(null=True)
    goal = models.TextField(blank=True)
    differing = models.TextField(blank=True)
    result = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["imprint", "order"], name="one_column_per_place_in_an_imprint"),
            models.CheckConstraint(
                condition=models.Q(order=0, year__isnull=True) | models.Q(order__gt=0, year__isnull=False),
                name="every_column_after_now_has_its_year",
            ),
        ]
