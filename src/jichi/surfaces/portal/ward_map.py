"""The ward map as a way in to each ward's page."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.places.models import Ward
from jichi.kernel.web.charts.chart import About
from jichi.kernel.web.wardmap import WardMap
from jichi.kernel.web.words import name_text


def ward_map() -> WardMap:
    return WardMap(
        about=About(title=_("区を選んでください"), unit=""),
        outlines=settings.CITY_FOLDER / "places" / "wards.geojson",
        url=lambda code: reverse("portal:ward", args=[code]),
        names={ward.code: name_text(ward) for ward in Ward.objects.all()},
    )
