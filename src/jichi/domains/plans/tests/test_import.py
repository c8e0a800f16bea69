"""Taking a chapter in: whole, once, on the record; later editions keep their programmes."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from tests.town import Town

from jichi.domains.plans.actions.import_edition import (
    AlreadyImported,
    OtherTextOfSameYears,
    Source,
    import_edition,
)
from jichi.domains.plans.models import (
    Correction,
    Edition,
    Effort,
    LeftOut,
    Listing,
    ListingItem,
    Measure,
    Programme,
    Statement,
)
from jichi.domains.plans.rules.reading import Reading
from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event

from .conftest import IMPORT_DAY, NEXT, SEED, take_in

pytestmark = pytest.mark.django_db


def test_the_chapter_becomes_six_measures_eleven_efforts_and_twenty_five_programmes(edition: Edition) -> None:
    assert edition.measures.count() == 6
    assert Effort.objects.filter(measure__edition=edition).count() == 11
    assert Programme.objects.count() == 25
    assert edition.listings.count() == 26
    assert (edition.first_year, edition.last_year) == (2011, 2013)


def test_a_relisted_programme_is_the_same_programme(edition: Edition) -> None:
    relisted = edition.listings.get(relisted=True)
    original = edition.listings.get(relisted=False, programme=relisted.programme)
    assert relisted.name == original.name == "住民投票制度運営事業"
    assert relisted.effort_id != original.effort_id


def test_every_shown_text_is_the_text_as_read(edition: Edition, reading: Reading) -> None:
    shown = {row.place: row.text for row in Statement.objects.all()}
    shown |= {row.place: row.text for row in ListingItem.objects.all()}
    for _, effort in reading.chapter.efforts():
        assert [shown[each.place] for each in effort.issues] == [each.text for each in effort.issues]
    for listing in reading.chapter.listings():
        assert [shown[each.place] for each in listing.planned] == [each.text for each in listing.planned]


def test_what_was_left_out_is_kept_with_its_reason(edition: Edition, reading: Reading) -> None:
    kept = set(LeftOut.objects.filter(edition=edition).values_list("line", "text"))
    assert kept == {(each.line, each.text) for each in reading.left_out}
    assert "区民会議交流会の様子" in {text for _, text in kept}


def test_faults_wait_for_a_person(edition: Edition) -> None:
    faults = Correction.objects.filter(edition=edition)
    assert {fault.state for fault in faults} == {"proposed"}
    assert {("しukみ", "しくみ"), ("各區", "各区")} <= {(fault.read, fault.proposed) for fault in faults}


def test_the_import_is_on_the_record_with_its_counts(edition: Edition) -> None:
    event = Event.objects.get(type="plans.edition.imported")
    assert event.stream.name == f"plans/{edition.reference}"
    assert event.actor == Role.PLANNING_OFFICER
    assert event.public["programmes"] == 25
    assert event.public["source_digest"] == edition.source_digest


def test_the_same_file_is_taken_in_once(edition: Edition, planner: Actor) -> None:
    with pytest.raises(AlreadyImported) as refusal:
        take_in(planner, SEED)
    assert edition.reference in str(refusal.value.message)
    assert Edition.objects.count() == 1
    assert Event.objects.filter(type="plans.edition.imported").count() == 1


def test_another_file_for_the_same_years_is_refused(
    edition: Edition, planner: Actor, reading: Reading
) -> None:
    with pytest.raises(OtherTextOfSameYears, match=edition.reference):
        import_edition(
            actor=planner, reading=reading, source=Source(name="other.txt", text="other"), on=IMPORT_DAY
        )
    assert Edition.objects.count() == 1


@pytest.mark.parametrize("role", [Role.SECTION_STAFF, Role.WARD_STAFF, Role.AUDITOR])
def test_only_the_planning_office_takes_a_plan_in(town: Town, role: Role) -> None:
    with pytest.raises(NotAllowed):
        take_in(town.actor(town.staff(role)), SEED)
    with pytest.raises(NotAllowed):
        take_in(NOBODY, SEED)
    assert not Edition.objects.exists()


def test_a_later_edition_keeps_the_programmes_that_go_on(edition: Edition, planner: Actor) -> None:
    before = set(Programme.objects.values_list("pk", flat=True))
    later = take_in(planner, NEXT)
    assert later.previous == edition
    listed = set(later.listings.values_list("programme_id", flat=True))
    assert listed & before, "no programme goes on"
    assert listed - before, "no programme is new"
    assert before - listed, "no programme ended"


def run(*words: str) -> str:
    out = StringIO()
    call_command("plan", *words, stdout=out)
    return out.getvalue()


def test_the_command_prints_one_json_object(db: None) -> None:
    printed = json.loads(run("import", str(SEED), "--city", "kawasaki", "--json"))
    assert printed["counts"] == {"measures": 6, "efforts": 11, "programmes": 25, "relisted": 1}
    assert printed.keys() == {"counts", "tree", "left_out", "corrections"}
    assert printed["left_out"][0].keys() == {"line", "text", "why"}
    assert printed["corrections"][0].keys() == {"line", "read", "proposed"}
    assert Edition.objects.count() == 1


def test_the_command_may_be_run_twice(db: None) -> None:
    run("import", str(SEED))
    assert "すでに取り込まれています" in run("import", str(SEED))
    assert Edition.objects.count() == 1


def test_a_dry_run_changes_nothing(db: None) -> None:
    said = run("import", str(SEED), "--dry-run")
    assert "行方の分からないもの 0" in said
    assert "何も変えていません" in said
    assert not Edition.objects.exists()
    assert not Measure.objects.exists()


def test_the_same_text_with_windows_line_ends_is_the_same_plan(db: None, tmp_path: Path) -> None:
    run("import", str(SEED))
    (windows := tmp_path / "windows.txt").write_bytes(SEED.read_bytes().replace(b"\n", b"\r\n"))
    assert "すでに取り込まれています" in run("import", str(windows))


def test_another_text_for_the_same_years_is_no_success_of_the_command(db: None, tmp_path: Path) -> None:
    run("import", str(SEED))
    (other := tmp_path / "other.txt").write_text(
        SEED.read_text(encoding="utf-8") + "\n※注\n", encoding="utf-8"
    )
    with pytest.raises(CommandError, match="別のファイル") as refusal:
        run("import", str(other))
    assert refusal.value.returncode == 2
    assert Edition.objects.count() == 1


def test_a_damaged_file_is_refused_with_its_line_and_changes_nothing(db: None, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.txt"
    lines = SEED.read_text(encoding="utf-8").split("\n")
    row = next(number for number, line in enumerate(lines) if line.startswith("自治推進フォーラム開催事業"))
    lines[row] = lines[row].split("\t")[0] + "\tonly two cells"
    damaged.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CommandError, match=f"{row + 1}") as refusal:
        run("import", str(damaged))
    assert refusal.value.returncode == 2
    assert not Edition.objects.exists()
    assert not Listing.objects.exists()


def test_a_damaged_file_is_an_error_object_in_json(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    out = StringIO()
    with pytest.raises(SystemExit) as exit_status:
        call_command("plan", "import", str(empty), "--json", stdout=out)
    assert exit_status.value.code == 2
    assert json.loads(out.getvalue())["error"].keys() >= {"line", "message"}


def test_a_file_for_another_city_is_refused(db: None) -> None:
    with pytest.raises(CommandError, match="yokohama"):
        run("import", str(SEED), "--city", "yokohama")


@pytest.mark.parametrize(
    ("word", "name"), [("区民会議", "区民会議運営事業"), ("耐震", "町内会・自治会会館耐震化事業")]
)
def test_what_was_taken_in_can_be_found_in_the_same_second(
    town: Town, edition: Edition, word: str, name: str
) -> None:
    page = town.browser().get("/search/", {"q": word}).content.decode()
    assert Programme.objects.get(name=name).reference in page
