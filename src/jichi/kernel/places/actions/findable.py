"""What the search box may find of places: wards, offices and towns, all public."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext_noop

from jichi.kernel.search.document import SearchDocument

from ..models import Office, Town, Ward

WARD, OFFICE, TOWN = gettext_noop("区"), gettext_noop("窓口"), gettext_noop("町")


def findable() -> Iterator[SearchDocument]:
    """Every ward with its readings, every office and every town."""
    for ward in Ward.objects.order_by("code"):
        body = f"{ward.kana} {ward.name_en}"
        yield document("ward", ward.code, kind=WARD, title=ward.name, body=body, ward=ward)
    for office in Office.objects.select_related("ward").order_by("code"):
        body = "\n".join([str(office.get_kind_display()), office.ward.name, office.name_en, office.note])
        yield document("office", office.code, kind=OFFICE, title=office.name, body=body, ward=office.ward)
    for town in Town.objects.select_related("ward").order_by("pk"):
        title = town.name + town.hamlet
        yield document("town", str(town.pk), kind=TOWN, title=title, body=town.ward.name, ward=town.ward)


def document(room: str, key: str, *, kind: str, title: str, body: str, ward: Ward) -> SearchDocument:
    """A place is shown on the page of its ward."""
    url = reverse("places:ward", args=[ward.code])
    return SearchDocument(
        key=f"places/{room}/{key}", kind=kind, title=title, body=body, url=url, wards=(ward.code,)
    )
