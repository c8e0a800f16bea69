"""Play the story from the import to the round that is still open; a second call finds it played."""

import tomllib
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from jichi.kernel.administration.actions.set_demo_day import set_demo_day
from jichi.kernel.notices.actions.approve_public_notice import approve_public_notice
from jichi.kernel.notices.actions.post_public_notice import post_public_notice
from jichi.kernel.places.models import Section, Ward
from jichi.kernel.threads.actions.register_outside_record import Outside, register_outside_record
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.threads.models import Sort

from ..actions.announce_round import announce_round
from ..actions.decide_correction import decide_correction
from ..actions.describe_programme import Description, describe_programme
from ..actions.import_edition import Source, import_edition
from ..actions.link_programme import link_programme
from ..actions.set_fields import NamedField, set_fields
from ..models import Edition, Field, Listing, Programme
from ..rules.reading import read_chapter_bytes
from .reviews import play_round
from .story import BUREAU, PLANNER, Part, Story
from .voices import play_voices
from .years import play_years

Cast = list[tuple[Programme, Listing, Part]]


def play() -> str:
    """All of it or nothing, so that a start that was cut off begins the story anew."""
    if Edition.objects.exists():
        return _("デモの計画は、もう入っています")
    story = Story()
    with transaction.atomic():
        edition = take_in(story)
        cast = describe(story, edition)
        tie_outside_records(story, cast)
        play_years(story, cast)
        for opened in story.data["rounds"]:
            play_round(story, edition, opened, cast)
        play_voices()
        announce_rounds(edition)
        set_demo_day(actor=PLANNER, day=story.data["demo_day"])
    return _("デモの計画：%(programmes)s事業、%(years)s年分を入れました") % {
        "programmes": len(cast),
        "years": len(story.data["rounds"]),
    }


def announce_rounds(edition: Edition) -> None:
    """Post the 公表 of every year whose sheets are all out, on the day they were due."""
    for opened in edition.rounds.order_by("year").select_related("edition", "office__bureau"):
        if opened.programmereviews.exclude(step="published").exists():
            continue
        notice = announce_round(actor=PLANNER, opened=opened, on=opened.bureau_due)
        approve_public_notice(actor=BUREAU, notice=notice)
        post_public_notice(actor=PLANNER, notice=notice, on=opened.publish_due)


def take_in(story: Story) -> Edition:
    """Import the chapter and put in the corrections that nobody doubts; one fault is left for the visitor."""
    path = settings.CITY_FOLDER / "plans" / story.data["edition"]
    reading = read_chapter_bytes(path.read_bytes())
    source = Source(name=path.name, text=path.read_text(encoding="utf-8"))
    day: date = story.data["imported_on"]
    edition = import_edition(actor=PLANNER, reading=reading, source=source, on=day)
    known = set(story.data["correct"])
    for fault in edition.corrections.order_by("line", "column"):
        if fault.read in known:
            decide_correction(actor=PLANNER, correction=fault, accept=True, on=day)
    return edition


def describe(story: Story, edition: Edition) -> Cast:
    """Say of every programme whose it is, for which wards, in which field."""
    fields = tomllib.loads((settings.CITY_FOLDER / "plans/fields.toml").read_text(encoding="utf-8"))["fields"]
    set_fields(actor=PLANNER, fields=[NamedField(**each) for each in fields])
    known = Field.objects.in_bulk()
    sections = {section.code: section for section in Section.objects.select_related("bureau")}
    wards = tuple(Ward.objects.order_by("code"))
    cast: Cast = []
    for listing in edition.listings.filter(relisted=False).select_related("programme").order_by("line"):
        part = story.parts[listing.name, listing.each_ward]
        description = Description(
            section=sections[part.data["section"]],
            wards=wards_of(part, wards),
            fields=tuple(known[code] for code in part.data["fields"]),
            is_priority=part.data["is_priority"],
            charter_principle=part.data["charter_principle"],
        )
        programme = describe_programme(actor=PLANNER, programme=listing.programme, description=description)
        cast.append((programme, listing, part))
    return cast


def wards_of(part: Part, wards: tuple[Ward, ...]) -> tuple[Ward, ...]:
    """All wards for what each ward does, else those that the story names; none means the whole city."""
    if part.data["each_ward"]:
        return wards
    return tuple(ward for ward in wards if ward.code in part.data.get("wards", ()))


def tie_outside_records(story: Story, cast: Cast) -> None:
    """Link programmes to what they rest on and is held elsewhere."""
    for each in story.data["outside"]:
        outside = Outside(
            sort=Sort(each["sort"]),
            title=each["title"],
            happened_on=each["happened_on"],
            address=each.get("address", ""),
            source=each["source"],
        )
        record = register_outside_record(actor=PLANNER, owner=cast[0][0], outside=outside)
        for programme, listing, _part in cast:
            if listing.name in each["programmes"]:
                link_programme(
                    actor=PLANNER, programme=programme, kind=LinkKind.BASED_ON, reference=record.reference
                )
