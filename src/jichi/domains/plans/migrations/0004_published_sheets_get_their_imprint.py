"""Sheets that were published before imprints were kept get theirs from the plan as it is today: nothing older is known."""

from django.db import migrations

NUMERALS_ARE_KEPT = ("numeral", "first_year", "last_year")


def fill(apps, schema_editor):
    def get(name):
        return apps.get_model("plans", name)

    for sheet, imprint_of in ((get("EffortReview"), imprint_of_one), (get("ProgrammeReview"), imprint_of_two)):
        for review in sheet.objects.filter(step="published", imprint=None).order_by("pk"):
            review.imprint = imprint_of(get, review)
            review.save(update_fields=["imprint"])


def imprint_of_one(get, review):
    rows = list(own_rows(get, effort=review.effort))
    owners = [row.programme.section for row in rows if row.programme.section]
    return get("Imprint").objects.create(
        **head(review.effort),
        section=named(review.section),
        related="\n".join(dict.fromkeys(named(owner) for owner in owners if owner != review.section)),
        is_priority=any(row.programme.is_priority for row in rows),
    )


def imprint_of_two(get, review):
    row = own_rows(get, programme=review.programme, edition=review.round.edition).get()
    imprint = get("Imprint").objects.create(
        **head(row.effort),
        section=named(row.programme.section),
        is_priority=row.programme.is_priority,
        name=row.programme.name,
        each_ward=row.each_ward,
        outline=row.description,
    )
    fill_columns(get, review, row, imprint)
    return imprint


def own_rows(get, **of):
    return get("Listing").objects.filter(relisted=False, **of).order_by("order")


def head(effort):
    measure, edition = effort.measure, effort.measure.edition
    return {
        **{name: getattr(edition, name) for name in NUMERALS_ARE_KEPT},
        "policy": edition.title,
        "direction": measure.direction,
        "measure_code": f"{edition.numeral}-{measure.direction}-({measure.number})",
        "measure": measure.title,
        "code": effort.sheet_code,
        "effort": effort.title,
    }


def named(section):
    return f"{section.bureau.name} {section.name}" if section else ""


def fill_columns(get, review, row, imprint):
    """The grid as the page drew it on the day of this migration (`rules/goal_grid.py`)."""
    edition, items = row.edition, list(row.items.order_by("order"))
    until = get("ProgrammeReview").objects.filter(
        programme=review.programme, round__edition=edition, round__year__lte=review.round.year, step="published"
    )
    sheets, differing, columns = {sheet.round.year: sheet for sheet in until}, "", [(None, said(items, "past"), "", "")]
    for year in range(edition.first_year, edition.last_year + 1):
        sheet, planned = sheets.get(year), said(items, "planned", year)
        goal, result = (sheet.goal, sheet.result) if sheet else ("", "")
        shown = (planned, goal or differing) if differing else (goal or planned, "")
        columns.append((year, *shown, result))
        if sheet:
            differing = sheet.changed_goal or (differing and (sheet.goal or differing))
    columns.append((row.later_from, said(items, "later"), differing, ""))
    for order, (year, goal, differs, result) in enumerate(columns):
        imprint.columns.create(order=order, year=year, goal=goal, differing=differs, result=result)


def said(items, column, year=None):
    return "\n".join(f"・{item.text}" for item in items if item.column == column and (year is None or stands(item, year)))


def stands(item, year):
    if item.completed_year is not None:
        return year <= item.completed_year
    return item.from_year is None or year >= item.from_year


class Migration(migrations.Migration):
    dependencies = [("plans", "0003_imprints")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
