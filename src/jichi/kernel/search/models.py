"""The index: one row per document, with its words in letters beside its text, and a journal of its changes.

What is searched is a mirror of these rows in the memory of each process (`mirror.py`).
"""

from django.db import models
from django.db.models import Q


class Document(models.Model):
    """Something that can be found, who may find it, and by what the finds can be narrowed.

    `wards`, `bureaus` and `years` are codes and years with blanks between them: a programme may concern three wards.
    """

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
    wards = models.CharField(max_length=200, blank=True)
    bureaus = models.CharField(max_length=400, blank=True)
    years = models.CharField(max_length=200, blank=True)
    title_letters = models.TextField()
    title_spellings = models.TextField(default="")
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


class Change(models.Model):
    """A document was indexed or forgotten; the mirrors read on from the last change they know.

    `stamp` is drawn at random, so that a number that was given back and used again is not taken for the same.
    `born` is the number of PostgreSQL's transaction, 0 on SQLite, whose writers wait for each other.
    """

    key = models.CharField(max_length=200)
    stamp = models.BigIntegerField()
    born = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["born"], name="changes_by_their_transaction")]
        constraints = [
            models.CheckConstraint(condition=~Q(key=""), name="a_change_of_the_index_names_its_document")
        ]

    def __str__(self) -> str:
        return self.key
