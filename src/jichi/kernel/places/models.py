"""Where things are and who in the city hall owns them. Any domain may point to these tables."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Confidence(models.TextChoices):
    """How well a name or a day of the city's organisation is known; the words of the law book."""

    READ = "read", _("出典で確認")
    INFERRED = "inferred", _("推定")
    UNCONFIRMED = "unconfirmed", _("未確認")


class Sourced(models.Model):
    """What the city's files say together with where they have it from."""

    source = models.CharField(max_length=300, blank=True)
    confidence = models.CharField(max_length=12, choices=Confidence, default=Confidence.UNCONFIRMED)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(confidence__in=Confidence.values),
                name="confidence_in_%(class)s_is_a_known_word",
            )
        ]

    @property
    def is_unconfirmed(self) -> bool:
        return self.confidence == Confidence.UNCONFIRMED


class Ward(models.Model):
    """An administrative ward (行政区) of the designated city, by its 5-digit JIS code."""

    code = models.CharField(max_length=5, primary_key=True)
    name = models.CharField(max_length=20, unique=True)
    kana = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.name


class Town(models.Model):
    """A town (町丁目); degrees are WGS 84, and empty where the source gives none."""

    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="towns")
    name = models.CharField(max_length=60)
    hamlet = models.CharField(max_length=60, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ward", "name", "hamlet"], name="a_town_is_listed_once_in_its_ward"
            )
        ]

    def __str__(self) -> str:
        return f"{self.ward_id} {self.name}{self.hamlet}"


class Bureau(Sourced):
    """A bureau (局) or a ward office as an organisation (区役所)."""

    code = models.CharField(max_length=20, primary_key=True)
    name = models.CharField(max_length=60, unique=True)
    name_en = models.CharField(max_length=100)
    ward = models.OneToOneField(Ward, on_delete=models.PROTECT, null=True, related_name="organisation")

    def __str__(self) -> str:
        return self.name


class Section(Sourced):
    """A section (課) of a bureau: the smallest unit that owns work."""

    bureau = models.ForeignKey(Bureau, on_delete=models.PROTECT, related_name="sections")
    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=80)
    name_en = models.CharField(max_length=120)

    class Meta(Sourced.Meta):
        constraints = [
            *Sourced.Meta.constraints,
            models.UniqueConstraint(fields=["bureau", "name"], name="a_section_name_is_unique_in_its_bureau"),
        ]

    def __str__(self) -> str:
        return f"{self.bureau.name} {self.name}"


class OfficeKind(models.TextChoices):
    WARD_OFFICE = "ward_office", _("区役所")
    BRANCH_OFFICE = "branch_office", _("支所")
    SUB_BRANCH_OFFICE = "sub_branch_office", _("出張所")
    LIAISON_OFFICE = "liaison_office", _("連絡所")
    SERVICE_CORNER = "service_corner", _("行政サービスコーナー")


class Office(Sourced):
    """A place where the city serves people, of one of five kinds; `closed_on` is its last day."""

    code = models.CharField(max_length=40, primary_key=True)
    kind = models.CharField(max_length=20, choices=OfficeKind)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=100)
    ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="offices")
    town = models.ForeignKey(Town, on_delete=models.PROTECT, null=True)
    opened_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta(Sourced.Meta):
        constraints = [
            *Sourced.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=OfficeKind.values), name="an_office_is_of_one_of_five_kinds"
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True)
                | models.Q(opened_on__isnull=True)
                | models.Q(closed_on__gte=models.F("opened_on")),
                name="an_office_closes_after_it_opened",
            ),
        ]

    def __str__(self) -> str:
        return self.name
