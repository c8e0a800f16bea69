"""At which office somebody of the registry sits, until they say that they sit elsewhere."""

from django.conf import settings
from django.db import models

from jichi.kernel.access.roles import Scope
from jichi.kernel.places.models import Office


class DeskSeat(models.Model):
    account = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    taken_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.account_id}/{self.office_id}"

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.office.ward_id)
