"""What the walls look for, apart from where they look: each can be shown something broken."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from django.db import models

CAPS = {"function": 50, "view": 25, "module": 400, "template": 150}
NAMES_THAT_SAY_NOTHING = {"services.py", "utils.py", "helpers.py", "managers.py", "signals.py"}
SHARED_ROOMS = {"people", "places"}

# Whatever these are called on, they write; `update`, `delete` and `create` have other meanings too.
WRITES = {
    "save", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "asave", "acreate", "aupdate", "adelete", "abulk_create", "abulk_update",
    "aget_or_create", "aupdate_or_create",
}  # fmt: skip
NOT_ROWS = ("zipfile", "image", "Image", "workbook", "Dictionary(")
WRITING_SQL = re.compile(r"\s*(insert|update|delete|replace|truncate|drop|alter|create)\b", re.IGNORECASE)


def writes_of(tree: ast.AST) -> Iterator[int]:
    """The lines on which rows are written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and is_write(node, node.func):
            yield node.lineno


def written(node: ast.AST) -> str:
    """The code again; nothing for a string with a backslash inside its braces, which only Python 3.12 can write."""
    try:
        return ast.unparse(node)
    except ValueError:
        return ""


def is_write(call: ast.Call, called: ast.Attribute) -> bool:
    owner = written(called.value)
    match called.attr:
        case "create":
            return not owner.startswith(NOT_ROWS)
        case "delete":
            # A row or a queryset is deleted without arguments; a cache or a storage by name.
            return not call.args
        case "update":
            # A dict or a digest takes what is added as a positional argument, a queryset never.
            return not call.args
        case "execute" | "executemany":
            return bool(call.args) and bool(WRITING_SQL.match(literal(call.args[0])))
    return called.attr in WRITES and not owner.startswith(NOT_ROWS)


def literal(node: ast.AST) -> str:
    """The text that an expression begins with, as far as it is written there."""
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.JoinedStr(values=[first, *_]):
            return literal(first)
        case ast.BinOp(left=left):
            return literal(left)
    return ""


def too_long(tree: ast.AST, *, cap: int) -> list[tuple[str, int]]:
    """The functions of more than `cap` lines."""
    lengths = (
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return [(name, length) for name, length in lengths if length > cap]


TEMPLATE_FAULTS = {
    r"\sstyle\s*=": "an inline style: the content security policy refuses it",
    r"\son[a-z]+\s*=\s*[\"']": "an inline event handler: the content security policy refuses it",
    r"<script(?![^>]*(\ssrc=|type=\"application/json\"))[^>]*>": "an inline script: the content security policy refuses it",
    r"<style[\s>]": "an inline style sheet: the content security policy refuses it",
    r"(?i)(href|src|action)\s*=\s*[\"']javascript:": "a script in an address",
}


def faults_of_template(text: str) -> list[str]:
    """What a template may not hold, and what it must open with."""
    faults = [why for pattern, why in TEMPLATE_FAULTS.items() if re.search(pattern, text)]
    if not any("{% comment %}" in line for line in text.splitlines()[:3]):
        faults.append("does not open with its variables")
    if len(text.splitlines()) > CAPS["template"]:
        faults.append(f"longer than {CAPS['template']} lines")
    return faults


def names_that_say_nothing(paths: Iterable[PurePath]) -> list[str]:
    return [path.as_posix() for path in paths if path.name in NAMES_THAT_SAY_NOTHING]


def foreign_keys_out(tables: Iterable[type[models.Model]]) -> list[str]:
    """The keys that leave their domain for another room than people and places."""
    found = []
    for table in tables:
        allowed = {table._meta.app_label, *SHARED_ROOMS}
        for field in table._meta.get_fields():
            if isinstance(field, models.ForeignKey | models.ManyToManyField):
                target = field.related_model._meta.app_label
                if target not in allowed:
                    found.append(f"{table._meta.label}.{field.name} -> {target}")
    return found


def json_columns(tables: Iterable[type[models.Model]]) -> set[str]:
    return {
        f"{table._meta.label}.{field.name}"
        for table in tables
        for field in table._meta.get_fields()
        if isinstance(field, models.JSONField)
    }


def float_columns(tables: Iterable[type[models.Model]]) -> list[str]:
    return [
        f"{table._meta.label}.{field.name}"
        for table in tables
        for field in table._meta.get_fields()
        if isinstance(field, models.FloatField)
    ]


def hidden_orders(tables: Iterable[type[models.Model]]) -> list[str]:
    return [table._meta.label for table in tables if table._meta.ordering]


def names_that_are_no_sentences(tables: Iterable[type[models.Model]]) -> list[str]:
    return [
        constraint.name
        for table in tables
        for constraint in table._meta.constraints
        if constraint.name.count("_") < 3
    ]
