"""Find the programme of each listing: a new one, or one that an earlier edition already has."""

from datetime import date

from django.db.models import F

from jichi.kernel.threads.registry import issue, rename

from ..models import Edition, Listing, Programme
from ..records import PROGRAMME
from ..rules.chapter import Chapter
from ..rules.comparison import compare
from ..sources import chapter_of


def programmes_of(edition: Edition, chapter: Chapter, on: date) -> dict[str, Programme]:
    """The programme of every key of the chapter. What goes on keeps its row, its number and its history."""
    known = known_programmes(edition, chapter)
    return {each.key: known.get(each.key) or new_programme(each.name, on) for each in chapter.programmes}


def known_programmes(edition: Edition, chapter: Chapter) -> dict[str, Programme]:
    if edition.previous is None:
        return {}
    rows = dict(
        Listing.objects.filter(edition=edition.previous, relisted=False).values_list("place", "programme_id")
    )
    programmes = Programme.objects.in_bulk(rows.values())
    keys = {listing.place: listing.programme for listing in chapter.listings()}
    changes = compare(old=chapter_of(edition.previous), new=chapter).programmes
    return {
        keys[change.new.place]: programmes[rows[change.old.place]]
        for change in changes
        if change.old and change.new
    }


def name_programmes(edition: Edition) -> None:
    """Call every programme what its newest listing calls it, in the register too."""
    listings = Listing.objects.filter(edition=edition, relisted=False).exclude(name=F("programme__name"))
    later = {"programme__listings__edition__first_year__gt": edition.first_year}
    for listing in listings.exclude(**later).select_related("programme"):
        programme = listing.programme
        programme.name = listing.name
        programme.save(update_fields=["name"])
        rename(reference=programme.reference, title=programme.name, public=True)


def new_programme(name: str, on: date) -> Programme:
    programme = Programme(name=name)
    programme.reference = issue(kind=PROGRAMME, title=name, on=on).reference
    programme.save()
    return programme
