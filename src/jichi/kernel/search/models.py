"""The index: one row per document, with its words in letters beside its text.

Each database keeps its own full-text index of the letters in step by itself (`migrations/0002`).
"""

from django.db import models
from django.db.models import Q


class Document(models.Model):
    """Something that can be found, and who may find it."""

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    body = models.TextField()
    url = models.CharField(max_length=500)
    reference = models.CharField(max_length=13, blank=True)
    public = models.BooleanField()
    permission = models.CharField(max_length=200, blank=True)
    ward = models.CharField(max_length=5, null=True)
    bureau = models.CharField(max_length=20, null=True)
    section = models.CharField(max_length=40, null=True)
    title_letters = models.TextField()
    body_letters = models.TextField()
    body_places = models.TextField()
    indexed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(public=True, permission="") | (Q(public=False) & ~Q(permission="")),
                name="a_document_is_public_or_names_who_may_find_it",
            )
        ]
        indexes = [models.Index(fields=["public", "kind"], name="documents_of_a_kind")]

    def __str__(self) -> str:
        return self.key
