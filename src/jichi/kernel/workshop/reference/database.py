"""docs/reference/database.md: the tables, and what the database itself refuses to hold."""

from django.apps import AppConfig
from django.db import models

from . import markdown
from .rooms import own_apps


def page() -> str:
    rooms = [app for app in own_apps() if list(app.get_models())]
    return markdown.page(
        "Tables",
        "Every constraint is a sentence that is always true of the data. Only actions write rows.",
        *(f"## {app.name.removeprefix('jichi.')}\n\n{tables(app)}" for app in rooms),
    )


def tables(app: AppConfig) -> str:
    return "\n\n".join(about(model) for model in app.get_models(include_auto_created=False))


def about(model: type[models.Model]) -> str:
    parts = [
        f"### `{model._meta.db_table}`",
        markdown.first_paragraph(model.__doc__),
        columns(model),
        rules(model),
    ]
    return "\n\n".join(part for part in parts if part)


def columns(model: type[models.Model]) -> str:
    fields = [each for each in model._meta.get_fields() if isinstance(each, models.Field)]
    return markdown.table(["column", "holds", ""], map(row, fields))


def row(field: models.Field) -> tuple[str, str, str]:
    notes = [
        "may be empty" if field.null else "",
        "unique" if field.unique and not field.primary_key else "",
        "key" if field.primary_key else "",
    ]
    return markdown.code(field.name), holds(field), ", ".join(filter(None, notes))


def holds(field: models.Field) -> str:
    if field.is_relation and field.related_model:
        many = "several of " if field.many_to_many else ""
        return f"{many}{markdown.code(field.related_model._meta.label)}"
    kind = type(field).__name__.removesuffix("Field")
    return f"{kind} ({field.max_length})" if field.max_length else kind


def rules(model: type[models.Model]) -> str:
    return "\n".join(f"- {markdown.sentence(each.name)}" for each in model._meta.constraints)
