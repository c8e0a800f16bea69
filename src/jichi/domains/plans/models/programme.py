"""A programme (事業): the same one through every edition that lists it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Section, Ward


class CharterPrinciple(models.TextChoices):
    """The principles of self-government of the city's charter (自治基本条例)."""

    INFORMATION = "information", _("情報共有の原則")
    PARTICIPATION = "participation", _("参加の原則")
    COLLABORATION = "collaboration", _("協働の原則")


class Field(models.Model):
    """A field of policy (分野) by which residents look for programmes."""

    code = models.CharField(max_length=30, primary_key=True)
    name = models.CharField(max_length=40, unique=True)
    name_en = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.name


class Programme(models.Model):
    """What the city does, who owns it and for whom. Its wording stands in the listings."""

    reference = models.CharField(max_length=12, unique=True)
    name = models.CharField(max_length=200)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, related_name="+")
    wards = models.ManyToManyField(Ward, related_name="+")
    fields = models.ManyToManyField(Field, related_name="programmes")
    is_priority = models.BooleanField(default=False)
    charter_principle = models.CharField(max_length=20, choices=CharterPrinciple, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(charter_principle__in=["", *CharterPrinciple.values]),
                name="a_programme_follows_a_known_principle",
            )
        ]
        indexes = [models.Index(fields=["name"], name="programmes_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def scope(self) -> Scope:
        if self.section is None:
            return Scope()
        return Scope(
            ward=self.section.bureau.ward_id, bureau=self.section.bureau_id, section=self.section.code
        )
