"""Write the parts of an edition as rows; part of `import_edition`, not a verb of its own."""

from collections.abc import Iterable, Iterator, Mapping

from ..models import Correction, Edition, Effort, LeftOut, Listing, ListingItem, Measure, Programme, Statement
from ..rules import chapter
from ..rules.codes import sheet_code
from ..rules.reading import Reading


def write_parts(edition: Edition, reading: Reading, programmes: Mapping[str, Programme]) -> None:
    """Measures, efforts, statements, listings, faults and what was left out: set by set, not row by row."""
    measures = write_measures(edition, reading.chapter)
    efforts = write_efforts(measures, reading.chapter)
    Statement.objects.bulk_create(statements(efforts, reading.chapter))
    listings = write_listings(edition, efforts, programmes, reading.chapter)
    ListingItem.objects.bulk_create(items(listings, reading.chapter))
    Correction.objects.bulk_create(
        Correction(edition=edition, **vars(correction)) for correction in reading.corrections
    )
    LeftOut.objects.bulk_create(
        LeftOut(edition=edition, line=each.line, text=each.text, why=each.why) for each in reading.left_out
    )


def write_measures(edition: Edition, read: chapter.Chapter) -> dict[str, Measure]:
    rows = [
        Measure(
            edition=edition,
            direction=measure.code.direction,
            number=measure.code.number,
            title=measure.title,
            title_read=measure.title,
            place=measure.place,
            line=measure.line,
        )
        for measure in read.measures
    ]
    return {row.place: row for row in Measure.objects.bulk_create(rows)}


def write_efforts(measures: Mapping[str, Measure], read: chapter.Chapter) -> dict[str, Effort]:
    rows = [
        Effort(
            measure=measures[measure.place],
            number=effort.number,
            title=effort.title,
            title_read=effort.title,
            sheet_code=sheet_code(measure.code, effort.number),
            place=effort.place,
            line=effort.line,
        )
        for measure, effort in read.efforts()
    ]
    return {row.place: row for row in Effort.objects.bulk_create(rows)}


def statements(efforts: Mapping[str, Effort], read: chapter.Chapter) -> Iterator[Statement]:
    for _, effort in read.efforts():
        for kind, texts in (
            (Statement.Kind.ISSUE, effort.issues),
            (Statement.Kind.APPROACH, effort.approaches),
        ):
            for order, said in enumerate(texts, start=1):
                yield Statement(
                    effort=efforts[effort.place],
                    kind=kind,
                    order=order,
                    text=said.text,
                    text_read=said.text,
                    place=said.place,
                    line=said.line,
                )


def write_listings(
    edition: Edition,
    efforts: Mapping[str, Effort],
    programmes: Mapping[str, Programme],
    read: chapter.Chapter,
) -> dict[str, Listing]:
    rows = [
        listing_row(edition, efforts[effort.place], programmes[listing.programme], order, listing)
        for _, effort in read.efforts()
        for order, listing in enumerate(effort.listings, start=1)
    ]
    return {row.place: row for row in Listing.objects.bulk_create(rows)}


def listing_row(
    edition: Edition, effort: Effort, programme: Programme, order: int, listing: chapter.Listing
) -> Listing:
    return Listing(
        programme=programme,
        effort=effort,
        edition=edition,
        order=order,
        name=listing.name,
        name_read=listing.name,
        description=listing.description,
        description_read=listing.description,
        each_ward=listing.each_ward,
        relisted=listing.relisted,
        later_from=listing.later.first_year,
        place=listing.place,
        line=listing.line,
    )


def items(listings: Mapping[str, Listing], read: chapter.Chapter) -> Iterator[ListingItem]:
    for listing in read.listings():
        row = listings[listing.place]
        yield from column(row, ListingItem.Column.PAST, listing.past)
        yield from column(row, ListingItem.Column.PLANNED, listing.planned)
        yield from column(row, ListingItem.Column.LATER, listing.later.items)


def column(
    listing: Listing, name: ListingItem.Column, texts: Iterable[chapter.Item]
) -> Iterator[ListingItem]:
    for order, item in enumerate(texts, start=1):
        first = item.years[0] if item.years else None
        yield ListingItem(
            listing=listing,
            column=name,
            order=order,
            text=item.text,
            text_read=item.text,
            from_year=first.first_year if first else None,
            completed_year=first.last_year if first and first.completed else None,
            place=item.place,
            line=item.line,
        )
