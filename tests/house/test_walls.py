"""Walls that an import contract cannot see: who writes rows, how long things are, what may be a foreign key.

Each wall is broken on purpose in test_broken_walls.py.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from . import walls

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src/jichi"
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))

# The kernel's own engines write rows inside a running action; each with its reason.
ENGINES = {
    "kernel/ledger/append.py": "writes the record itself",
    "kernel/ledger/forget.py": "takes clear text away inside the action that puts it on record",
    "kernel/ledger/sequence.py": "gives events their place in the tree, batch by batch, when the record is sealed",
    "kernel/tasks": "keeps the books of background work",
    "kernel/deadlines": "called inside a domain's action, and refuses to run outside one",
    "kernel/notices": "called inside a domain's action; its outbox is emptied by the worker",
    "kernel/threads": "called inside a domain's action, and refuses to run outside one",
    "kernel/search": "keeps the index in step inside the action that changed the text",
    "domains/residents/rules/filing": "fills the tables of an analytical engine, none of the register's",
    "kernel/people": "allauth's own pages change passwords, addresses and second factors",
}
# Longer on purpose, each with its reason; the number is its own cap.
LONGER = {
    "kernel/ledger/verifier.py": (
        680,
        "an outsider takes this one file, reads it and runs it without the house",
    ),
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


def tree_of(path: Path) -> ast.AST:
    return ast.parse(path.read_text(encoding="utf-8"))


def may_write(path: Path) -> bool:
    return "/actions/" in room(path) or room(path).startswith(tuple(ENGINES))


def own_tables(floor: str = "jichi.") -> list[type[models.Model]]:
    return [table for table in apps.get_models() if table.__module__.startswith(floor)]


def test_only_actions_write_rows() -> None:
    found = [
        f"{room(path)}:{line}"
        for path in sources()
        if not may_write(path)
        for line in walls.writes_of(tree_of(path))
    ]
    assert found == [], "Rows are written by actions only; these are not actions."


def test_no_function_is_longer_than_a_screen() -> None:
    found = [
        f"{room(path)}:{name} {length}"
        for path in sources(tests=True)
        for name, length in walls.too_long(
            tree_of(path), cap=walls.CAPS["view" if "/views" in room(path) else "function"]
        )
    ]
    assert found == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    lengths = {room(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources(tests=True)}
    caps = {path: cap for path, (cap, _reason) in LONGER.items()}
    assert {p: length for p, length in lengths.items() if length > caps.get(p, walls.CAPS["module"])} == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert walls.names_that_say_nothing(sources(tests=True)) == []


def test_a_foreign_key_leaves_its_domain_only_to_people_and_places() -> None:
    assert walls.foreign_keys_out(own_tables("jichi.domains.")) == []


def test_a_json_column_stands_on_the_list() -> None:
    assert walls.json_columns(own_tables()) <= JSON_COLUMNS


def test_no_column_is_a_float() -> None:
    assert walls.float_columns(own_tables()) == []


def test_no_table_has_a_hidden_order() -> None:
    assert walls.hidden_orders(own_tables()) == []


def test_every_constraint_is_named_as_a_sentence() -> None:
    assert walls.names_that_are_no_sentences(own_tables()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: room(path))
def test_a_template_keeps_the_content_policy_and_the_length(path: Path) -> None:
    assert walls.faults_of_template(path.read_text(encoding="utf-8")) == []


def test_there_are_templates_to_look_at() -> None:
    assert TEMPLATES, "no template was found: the walls look in the wrong place"
