"""By which names people are found."""

from django.db import models

from .people import Person


class NameKey(models.Model):
    """A beginning by which a person is found: a name as written, in kana, former or common, folded for searching.

    Keys are ordered by code point on every database, so that what begins alike stands together; with the day of birth
    beside it, a common name with a birth is answered from the index alone.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="name_keys")
    key = models.CharField(max_length=200)
    whole = models.BooleanField(default=True)
    born = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "whole", "born", "person"], name="a_name_key_is_kept_once_for_a_person"
            )
        ]

    def __str__(self) -> str:
        return str(self.person)
