"""By which names people are found, and of which parts these are made."""

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


class NamePart(models.Model):
    """A surname, a given name or a word of a Latin name that somebody bears or bore, folded for searching; nobody's in
    particular.

    What stands in the middle of a name is looked for among these, and the people then by `NameKey`: nobody reads six
    million keys for 田. A part that nobody bears any more finds nobody, and stays.
    """

    text = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text"], name="a_part_of_names_is_kept_once")]

    def __str__(self) -> str:
        return self.text
