"""Each wall of test_walls.py, broken on purpose once: a wall that catches nothing is a defect."""

import ast
from pathlib import Path

import pytest
from django.db import models
from django.test.utils import isolate_apps

from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Ward

from . import walls
from .test_walls import SOURCE, may_write


@pytest.mark.parametrize(
    "line",
    [
        "plan.save()",
        "form.save()",
        "Plan.objects.create(name='x')",
        "edition.corrections.create(line=1)",
        "plan.delete()",
        "Plan.objects.filter(pk=1).update(name='x')",
        "Plan.objects.bulk_create(rows)",
        "Plan.objects.get_or_create(pk=1)",
        "cursor.execute('UPDATE plans_plan SET name = 1')",
        "cursor.execute(f'DELETE FROM {table}')",
    ],
)
def test_a_view_that_writes_a_row_is_caught(line: str) -> None:
    assert list(walls.writes_of(ast.parse(f"def view(request):\n    {line}\n"))) == [2]


@pytest.mark.parametrize(
    "line",
    [
        "context.update({'a': 1})",
        "digest.update(b'x')",
        "Plan.objects.filter(pk=1).first()",
        "cursor.execute('SELECT 1')",
        "cache.delete('key')",
    ],
)
def test_what_writes_no_row_is_left_alone(line: str) -> None:
    assert list(walls.writes_of(ast.parse(line))) == []


@pytest.mark.parametrize(
    ("path", "may"),
    [
        ("domains/plans/actions/import_edition.py", True),
        ("kernel/tasks/leases.py", True),
        ("domains/plans/views/editions.py", False),
        ("domains/plans/models/edition.py", False),
        ("kernel/ledger/check.py", False),
        ("surfaces/portal/views.py", False),
    ],
)
def test_the_exceptions_are_no_wider_than_their_reasons(path: str, may: bool) -> None:
    assert may_write(SOURCE / path) is may


@pytest.mark.parametrize(("body", "caught"), [(24, []), (25, [("view", 26)])])
def test_a_view_of_one_line_too_many_is_caught(body: int, caught: list[tuple[str, int]]) -> None:
    tree = ast.parse("def view(request):\n" + "    x = 1\n" * body)
    assert walls.too_long(tree, cap=walls.CAPS["view"]) == caught


def test_a_function_inside_a_class_is_measured_too() -> None:
    tree = ast.parse("class A:\n    async def act(self):\n" + "        x = 1\n" * 50)
    assert walls.too_long(tree, cap=walls.CAPS["function"]) == [("act", 51)]


SCRIPTS = '<script src="/static/kit/kit.js" defer></script><script type="application/json">{}</script>'
GOOD = "{% comment %}Variables: none.{% endcomment %}\n<p>ok</p>\n"


def test_a_good_template_has_no_fault() -> None:
    assert walls.faults_of_template(GOOD + SCRIPTS) == []


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ('<p style="color: red">', "inline style:"),
        ("<style>p { color: red }</style>", "inline style sheet"),
        ("<button onclick='go()'>", "inline event handler"),
        ('<form onsubmit="go()">', "inline event handler"),
        ("<script>go()</script>", "inline script"),
        ("<script type='module'>go()</script>", "inline script"),
        ('<a href="javascript:go()">', "script in an address"),
        ("<p></p>\n" * 150, "longer than 150 lines"),
    ],
)
def test_a_template_against_the_policy_is_caught(broken: str, why: str) -> None:
    (fault,) = walls.faults_of_template(GOOD + broken)
    assert why in fault


def test_a_template_that_hides_its_variables_is_caught() -> None:
    assert walls.faults_of_template("<p>{{ plan }}</p>") == ["does not open with its variables"]


@isolate_apps("jichi.domains.plans")
def test_a_broken_table_is_caught_five_times() -> None:
    class Broken(models.Model):
        event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
        ward = models.ForeignKey(Ward, on_delete=models.PROTECT, related_name="+")
        anything = models.JSONField()
        share = models.FloatField()

        class Meta:
            app_label = "plans"
            ordering = ["pk"]
            constraints = [models.UniqueConstraint(fields=["ward"], name="uniq_ward")]

    assert walls.foreign_keys_out([Broken]) == ["plans.Broken.event -> ledger"]
    assert walls.json_columns([Broken]) == {"plans.Broken.anything"}
    assert walls.float_columns([Broken]) == ["plans.Broken.share"]
    assert walls.hidden_orders([Broken]) == ["plans.Broken"]
    assert walls.names_that_are_no_sentences([Broken]) == ["uniq_ward"]


def test_a_name_that_says_nothing_is_caught_in_any_folder() -> None:
    paths = [Path("domains/plans/actions/utils.py"), Path("kernel/web/table.py")]
    assert walls.names_that_say_nothing(paths) == ["domains/plans/actions/utils.py"]
