"""An evaluation is published, sealed, taken home, checked without the city; then tampered with in five ways, and refused."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.town import Town

from jichi.domains.plans.models import Edition, ProgrammeReview
from jichi.kernel.ledger.actions.seal_record import seal_if_needed
from jichi.kernel.ledger.canonical import canonical, digest

from .sheets import Office, owned

pytestmark = pytest.mark.django_db
Lines = list[dict[str, Any]]
PUBLISHED = "plans.review.published"


@pytest.fixture
def published(edition: Edition, town: Town, settings, tmp_path: Path) -> ProgrammeReview:
    settings.VAR = tmp_path
    office = Office.of(town)
    owned(edition, office.planner, town)
    sheet = office.write(office.sheet(office.open(edition)))
    office.take_to("published", sheet, date(2012, 5, 21))
    assert seal_if_needed()
    return sheet


@pytest.fixture
def taken_home(published: ProgrammeReview, client: Client, tmp_path: Path) -> Path:
    """What a resident saves: the export and the key that the city publishes."""
    export, key = tmp_path / "record.jsonl", tmp_path / "key"
    export.write_bytes(b"".join(client.get("/record/record.jsonl").streaming_content))
    key.write_text(client.get("/api/v1/record/keys").json()[0]["text"], encoding="utf-8")
    return export


def verify(export: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("jichi"), "verify", export, "--key", export.with_name("key")]
    return subprocess.run([*command, "--language", "ja"], capture_output=True, text=True, timeout=60)


def evaluation(lines: Lines) -> dict[str, Any]:
    return next(line for line in lines if line.get("event", {}).get("type") == PUBLISHED)


def better_grade(lines: Lines) -> None:
    evaluation(lines)["event"]["public"]["achievement"] = 1


def better_grade_with_its_digest(lines: Lines) -> None:
    line = evaluation(lines)
    line["event"]["public"]["achievement"] = 1
    line["digest"] = digest(line["event"])


def evaluation_gone(lines: Lines) -> None:
    lines.remove(evaluation(lines))


def published_years_ago(lines: Lines) -> None:
    line = evaluation(lines)
    line["event"]["at"] = "2012-05-21T00:00:00+00:00"
    line["digest"] = digest(line["event"])


def other_draft_promised(lines: Lines) -> None:
    line = next(line for line in lines if line.get("event", {}).get("type") == "plans.review.drafted")
    line["event"]["commitments"]["sheet"] = "0" * 64


def test_a_resident_finds_a_published_evaluation_sealed_and_checks_it_at_home(
    published: ProgrammeReview, taken_home: Path, client: Client
) -> None:
    page = client.get(f"/r/{published.reference}/", follow=True)
    proof = client.get(page.context["record_url"]).content.decode()
    assert page.context["record_url"] in page.content.decode()
    assert "確かめられました。この記録は市の公開の記録に入っていて、" in proof

    checked = verify(taken_home)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "すべて市の署名と合います。" in checked.stdout


@pytest.mark.parametrize(
    ("tamper", "sentence"),
    [
        (better_grade, "記録の内容が後から変えられています。"),
        (better_grade_with_its_digest, "封印の根と合いません"),
        (evaluation_gone, "記録が抜き取られています。"),
        (published_years_ago, "日時がさかのぼっています。"),
        (other_draft_promised, "記録の内容が後から変えられています。"),
    ],
)
def test_a_tampered_evaluation_is_refused(
    taken_home: Path, tamper: Callable[[Lines], None], sentence: str
) -> None:
    lines = [json.loads(line) for line in taken_home.read_bytes().splitlines()]
    tamper(lines)
    taken_home.write_bytes(b"".join(canonical(line) + b"\n" for line in lines))

    refused = verify(taken_home)
    assert refused.returncode == 2
    assert sentence in refused.stdout
    assert "この書き出しは信用できません。" in refused.stdout
