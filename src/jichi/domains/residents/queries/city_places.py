"""The wards, offices and towns of the city, as files name them."""

from jichi.kernel.places.models import Office, Town, Ward

from ..rules.filing.staging import Places


def city_places() -> Places:
    return Places(
        wards=tuple(Ward.objects.order_by("code").values_list("code", flat=True)),
        offices=tuple(Office.objects.order_by("code").values_list("code", flat=True)),
        towns=tuple(Town.objects.order_by("pk").values_list("pk", "ward_id", "name", "hamlet")),
    )
