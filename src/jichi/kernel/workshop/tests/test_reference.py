"""The generated references say what the code does."""

from pathlib import Path

import pytest

from jichi.kernel.ledger.event import Personal
from jichi.kernel.workshop.reference import commands, database, events, links, markdown, roles, verbs
from jichi.kernel.workshop.reference.diagrams import UnknownTable, drawn
from jichi.kernel.workshop.reference.legal_values import said
from jichi.kernel.workshop.reference.rooms import is_ours


def line_with(page: str, start: str) -> str:
    return next(line for line in page.splitlines() if line.startswith(start))


def test_a_role_has_a_dot_where_it_may_and_nothing_where_it_may_not() -> None:
    cells = [cell.strip() for cell in line_with(roles.page(), "| `see_staff`").split("|")][3:-1]
    assert cells == ["●", *[""] * 6, "●", "", ""], "the administrator and the auditor"


def test_an_event_says_which_fields_are_personal() -> None:
    section = events.page().split("## `access.role.given`")[1].split("## ")[0]
    assert "| `account` | text | personal |" in section
    assert "| `since` | date |  |" in section


@pytest.mark.parametrize(
    ("annotation", "personal"), [(Personal, True), (Personal | None, True), (str, False)]
)
def test_an_optional_personal_field_is_personal_too(annotation: object, personal: bool) -> None:
    assert events.is_personal(annotation) is personal


def test_a_verb_says_what_it_needs_and_leaves() -> None:
    line = line_with(verbs.page(), "| `import_edition`")
    assert "`plans.import_plan`" in line or "`import_plan`" in line
    assert "plans.edition.imported" in line
    assert "AlreadyImported" in line


def test_a_constraint_reads_as_a_sentence() -> None:
    assert "- A plan ends after it begins." in database.page()


def test_a_link_that_a_thread_does_not_follow_through_is_marked() -> None:
    assert line_with(links.page(), "| `based-on`").endswith("shown, not followed through |")
    assert "not followed" not in line_with(links.page(), "| `resulted-in`")


def test_a_command_is_listed_with_the_options_of_its_parts_and_without_djangos() -> None:
    page = commands.page()
    assert "`jichi plan import`" in page
    assert "| `--dry-run` |" in page
    assert "--pythonpath" not in page


def test_a_diagram_stands_between_its_marks_and_is_drawn_again_only_there() -> None:
    text = "before\n<!-- diagram:plans.review -->\nold\n<!-- /diagram -->\nafter\n"
    new = drawn(text)
    assert new.startswith("before\n<!-- diagram:plans.review -->\n```mermaid\nstateDiagram-v2\n")
    assert new.endswith("```\n<!-- /diagram -->\nafter\n")
    assert drawn(new) == new


def test_a_diagram_of_no_table_is_refused() -> None:
    with pytest.raises(UnknownTable):
        drawn("<!-- diagram:plans.nothing -->\n<!-- /diagram -->\n")


@pytest.mark.parametrize(
    ("value", "text"), [(True, "yes"), (3, "3"), (("a", "b"), "a・b"), (frozenset({"b", "a"}), "a・b")]
)
def test_a_value_is_said_plainly_and_always_in_the_same_order(value: object, text: str) -> None:
    assert said(value) == text


def test_a_bar_does_not_break_a_table() -> None:
    assert markdown.table(["a"], [["x | y\nz"]]).splitlines()[-1] == "| x \\| y z |"


@pytest.mark.parametrize(
    ("module", "ours"),
    [
        ("jichi.domains.plans.events", True),
        ("jichi.kernel.actions.tests.test_action", False),
        ("jichi.kernel.access.tests", False),
        ("django.contrib.auth", False),
    ],
)
def test_what_tests_declare_is_no_part_of_the_house(module: str, ours: bool) -> None:
    assert is_ours(module) is ours


def test_a_missing_and_an_old_file_are_out_of_date(tmp_path: Path) -> None:
    from jichi.kernel.workshop.reference.files import generated, out_of_date

    for path, text in generated(tmp_path).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert out_of_date(tmp_path) == []
    roles_page = tmp_path / "docs/reference/roles.md"
    roles_page.write_text("old", encoding="utf-8")
    (tmp_path / "docs/reference/verbs.md").unlink()
    assert out_of_date(tmp_path) == [roles_page, tmp_path / "docs/reference/verbs.md"]
