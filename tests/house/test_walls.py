"""Walls that an import contract cannot see: who writes rows, how long things are, what may be a foreign key."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/jichi"
CAPS = {"function": 50, "view": 25, "module": 400, "template": 150}
FORBIDDEN_NAMES = {"services.py", "utils.py", "helpers.py", "managers.py", "signals.py"}

WRITES = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
    "aupdate", "acreate", "adelete", "asave",
}  # fmt: skip
# The kernel's own engines write rows inside a running action; each with its reason.
ENGINES = {
    "kernel/ledger/append.py": "writes the record itself",
    "kernel/tasks": "keeps the books of background work",
    "kernel/deadlines": "called inside a domain's action, and refuses to run outside one",
    "kernel/notices": "called inside a domain's action; its outbox is emptied by the worker",
    "kernel/threads": "called inside a domain's action, and refuses to run outside one",
    "kernel/search": "keeps the index in step inside the action that changed the text",
    "kernel/people": "allauth's own pages change passwords, addresses and second factors",
}
# Allowed for a table that holds a public record's own shape, and nothing else.
JSON_COLUMNS = {
    "ledger.Event.public",
    "ledger.Event.commitments",
}


def sources(*, tests: bool = False) -> Iterator[Path]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).parts
        if "migrations" not in parts and (tests or "tests" not in parts):
            yield path


def room(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def writes_of(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            owner = ast.unparse(node.func.value)
            if is_row(owner, node.func.attr):
                yield node.lineno


def is_row(owner: str, verb: str) -> bool:
    """A dict or a digest also has `update`; only managers, querysets and rows count here."""
    if verb in {"update", "delete", "create"}:
        return "objects" in owner or "_default_manager" in owner or ".filter(" in owner or ".all()" in owner
    return not owner.startswith(("zipfile", "image", "workbook"))


def may_write(path: Path) -> bool:
    place = room(path)
    return "/actions/" in place or any(place.startswith(engine) for engine in ENGINES)


def test_only_actions_write_rows() -> None:
    found = [
        f"{room(path)}:{line}"
        for path in sources()
        if not may_write(path)
        for line in writes_of(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == [], "Rows are written by actions only; these are not actions."


def test_the_wall_around_rows_catches_a_write() -> None:
    broken = ast.parse("def view(request):\n    Plan.objects.create(name='x')\n    plan.save()\n")
    assert list(writes_of(broken)) == [2, 3]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_function_is_longer_than_a_screen() -> None:
    found = []
    for path in sources(tests=True):
        cap = CAPS["view"] if "views" in room(path) else CAPS["function"]
        found += [f"{room(path)}:{name} {length}" for name, length in functions(path) if length > cap]
    assert found == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {room(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources(tests=True)}
    assert {path: length for path, length in lengths.items() if length > CAPS["module"]} == {}


def test_no_template_is_longer_than_a_hundred_and_fifty_lines() -> None:
    lengths = {
        path.relative_to(SOURCE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in SOURCE.rglob("templates/**/*.html")
    }
    assert lengths, "no template was found: the test looks in the wrong place"
    assert {path: length for path, length in lengths.items() if length > CAPS["template"]} == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [room(path) for path in sources(tests=True) if path.name in FORBIDDEN_NAMES] == []


def own_models(floor: str = "jichi.") -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith(floor)]


def test_a_foreign_key_leaves_its_domain_only_to_people_and_places() -> None:
    found = []
    for model in own_models("jichi.domains."):
        for field in model._meta.get_fields():
            if not isinstance(field, models.ForeignKey | models.OneToOneField | models.ManyToManyField):
                continue
            target = field.related_model._meta.app_label
            if target not in {model._meta.app_label, "people", "places"}:
                found.append(f"{model._meta.label}.{field.name} -> {target}")
    assert found == []


def test_a_json_column_stands_on_the_list() -> None:
    found = {
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.JSONField)
    }
    assert found <= JSON_COLUMNS


def test_no_table_has_a_hidden_order() -> None:
    assert [model._meta.label for model in own_models() if model._meta.ordering] == []


def test_every_constraint_is_named_as_a_sentence() -> None:
    short = [
        constraint.name
        for model in own_models()
        for constraint in model._meta.constraints
        if constraint.name.count("_") < 3
    ]
    assert short == []


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("templates/**/*.html")), ids=lambda path: path.name)
def test_a_template_keeps_the_content_policy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert " style=" not in text, "no inline style: the content security policy refuses it"
    assert " onclick=" not in text
    assert "<script>" not in text
