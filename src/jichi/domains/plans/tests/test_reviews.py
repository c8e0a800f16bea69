"""A sheet on its way: draft, section, bureau, published."""

import json
from dataclasses import replace
from datetime import date

import pytest
from tests.town import Town

from jichi.domains.plans.actions.add_evidence import EvidenceNotFull, NewEvidence, add_evidence
from jichi.domains.plans.actions.approve_as_bureau import approve_as_bureau
from jichi.domains.plans.actions.approve_as_section import approve_as_section
from jichi.domains.plans.actions.draft_review import (
    SheetOne,
    SheetTwo,
    UnknownGrade,
    draft_effort_review,
    draft_review,
)
from jichi.domains.plans.actions.publish_review import publish_review
from jichi.domains.plans.actions.publish_round import NothingToPublish, publish_round
from jichi.domains.plans.actions.remove_evidence import remove_evidence
from jichi.domains.plans.actions.return_review import ReasonNeeded, return_review
from jichi.domains.plans.actions.review_steps import NotAtThisStep, OwnSheet
from jichi.domains.plans.actions.submit_review import CopiedFromLastYear, SheetNotReady, submit_review
from jichi.domains.plans.models import Edition, Evidence, ProgrammeReview
from jichi.kernel.access.actor import NOBODY, Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed, NotThere
from jichi.kernel.deadlines.models import Deadline
from jichi.kernel.ledger.canonical import digest
from jichi.kernel.ledger.models import Event
from jichi.kernel.notices.models import Notice
from jichi.kernel.threads.models import Link, Record

from .sheets import COUNCIL, FULL, MINUTES, Office, owned

pytestmark = pytest.mark.django_db

DAY = date(2012, 5, 21)


@pytest.fixture
def sheet(edition: Edition, office: Office, town: Town) -> ProgrammeReview:
    owned(edition, office.planner, town)
    return office.sheet(office.open(edition))


@pytest.fixture
def written(office: Office, sheet: ProgrammeReview) -> ProgrammeReview:
    return office.write(sheet)


def last(type_name: str) -> Event:
    return Event.objects.filter(type=type_name).latest("pk")


def test_a_draft_keeps_what_was_written_and_leaves_a_trace(office: Office, sheet: ProgrammeReview) -> None:
    draft_review(actor=office.staff, review=sheet, sheet=FULL)
    sheet.refresh_from_db()
    assert (sheet.achievement, sheet.check_result, sheet.result) == (3, "C", FULL.result)
    drafted = last("plans.review.drafted")
    assert drafted.public["review"] == sheet.reference
    assert json.loads(drafted.personal.get(name="sheet").clear) == vars(FULL)
    assert list(drafted.commitments) == ["sheet"]


def test_a_grade_that_does_not_exist_is_refused_at_its_field(office: Office, sheet: ProgrammeReview) -> None:
    with pytest.raises(UnknownGrade) as refusal:
        draft_review(
            actor=office.staff,
            review=sheet,
            sheet=SheetTwo(achievement=6, check_result="I", plan_end_grade=0),
        )
    assert set(refusal.value.fields) == {"achievement", "check_result", "plan_end_grade"}


def test_evidence_is_told_fully_or_not_taken(office: Office, sheet: ProgrammeReview) -> None:
    with pytest.raises(EvidenceNotFull) as refusal:
        add_evidence(
            actor=office.staff,
            review=sheet,
            evidence=NewEvidence(kind=Evidence.Kind.RECORD, title="会議録", where=" ", shows=""),
        )
    assert set(refusal.value.fields) == {"where", "shows"}
    add_evidence(actor=office.staff, review=sheet, evidence=MINUTES)
    assert last("plans.review.evidence_added").public["kind"] == "document"


def test_evidence_may_be_taken_away_while_the_sheet_is_a_draft(
    office: Office, written: ProgrammeReview
) -> None:
    evidence = written.evidence.get()
    remove_evidence(actor=office.staff, review=written, evidence=evidence)
    assert not written.evidence.exists()
    added, removed = last("plans.review.evidence_added"), last("plans.review.evidence_removed")
    assert removed.public["evidence"] == added.public["evidence"]


def test_the_public_record_says_nothing_of_what_stands_on_a_draft(
    office: Office, written: ProgrammeReview
) -> None:
    submitted = submit_review(actor=office.staff, review=written, on=DAY)
    return_review(actor=office.chief, review=submitted, because="担当の田中さんに確かめてください", on=DAY)
    public = str(list(Event.objects.values_list("public", flat=True)))
    digests = digest(vars(FULL)), digest({**vars(MINUTES), "kind": "document"})
    for said in (*digests, MINUTES.title, MINUTES.where, MINUTES.shows, FULL.result, "田中"):
        assert said not in public


def test_evidence_of_another_sheet_cannot_be_taken_away_through_this_one(
    office: Office, written: ProgrammeReview
) -> None:
    other = written.round.programmereviews.exclude(pk=written.pk).first()
    added = add_evidence(actor=office_of_all(office), review=other, evidence=MINUTES)
    with pytest.raises(NotThere):
        remove_evidence(actor=office.staff, review=written, evidence=added)


def office_of_all(office: Office) -> Actor:
    """Section staff of the whole city."""
    held = frozenset(replace(each, section=None) for each in office.staff.held)
    return replace(office.staff, held=held)


def test_a_full_sheet_goes_to_the_chief(office: Office, written: ProgrammeReview) -> None:
    submitted = submit_review(actor=office.staff, review=written, on=DAY)
    assert (submitted.step, submitted.submitted_on) == ("section", DAY)
    told = last("plans.review.moved").public
    assert (told["before"], told["after"]) == ("draft", "section")


def test_a_three_without_evidence_is_not_taken(office: Office, sheet: ProgrammeReview) -> None:
    draft_review(actor=office.staff, review=sheet, sheet=FULL)
    with pytest.raises(SheetNotReady) as refusal:
        submit_review(actor=office.staff, review=sheet, on=DAY)
    assert "「3」のときも必要" in refusal.value.fields["evidence"]
    sheet.refresh_from_db()
    assert sheet.step == "draft"


def test_an_empty_sheet_says_all_that_it_lacks_at_once(office: Office, sheet: ProgrammeReview) -> None:
    draft_review(actor=office.staff, review=sheet, sheet=SheetTwo())
    with pytest.raises(SheetNotReady) as refusal:
        submit_review(actor=office.staff, review=sheet, on=DAY)
    assert set(refusal.value.fields) == {
        "goal", "result", "achievement", "why_this_grade", "check_result", "evidence",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"check_result": "G"}, "changed_goal", "変更後の目標"),
        ({"changed_goal": "減らす"}, "changed_goal", "A～Dは目標どおり"),
        ({"check_result": "D"}, "next_year", "理由"),
        ({"plan_end_grade": 3}, "plan_end_grade", "最終年度だけ"),
    ],
)
def test_grades_and_texts_must_fit_together(
    office: Office, sheet: ProgrammeReview, change: dict[str, object], field: str, sentence: str
) -> None:
    office.write(sheet, replace(FULL, **change))
    with pytest.raises(SheetNotReady) as refusal:
        submit_review(actor=office.staff, review=sheet, on=DAY)
    assert sentence in refusal.value.fields[field]


def test_the_last_year_needs_the_grade_of_the_whole_plan(
    edition: Edition, office: Office, town: Town
) -> None:
    owned(edition, office.planner, town)
    sheet = office.write(office.sheet(office.open(edition, 2013)))
    with pytest.raises(SheetNotReady) as refusal:
        submit_review(actor=office.staff, review=sheet, on=DAY)
    assert "Ⅰ～Ⅴ" in refusal.value.fields["plan_end_grade"]
    draft_review(actor=office.staff, review=sheet, sheet=replace(FULL, plan_end_grade=3))
    assert submit_review(actor=office.staff, review=sheet, on=DAY).step == "section"


def test_last_years_text_is_not_taken_again(
    edition: Edition, office: Office, written: ProgrammeReview
) -> None:
    office.take_to("published", written, DAY)
    second = office.write(office.sheet(office.open(edition, 2012)), FULL)
    with pytest.raises(CopiedFromLastYear, match="2011年度の評価票と一字一句同じ") as refusal:
        submit_review(actor=office.staff, review=second, on=date(2013, 5, 20))
    assert set(refusal.value.fields) == {"result", "why_this_grade"}
    own = replace(FULL, result="2012年度は26回開いた", why_this_grade="2回は台風で中止したため")
    draft_review(actor=office.staff, review=second, sheet=own)
    assert submit_review(actor=office.staff, review=second, on=date(2013, 5, 20)).step == "section"


def test_a_submitted_sheet_is_not_written_on_any_more(office: Office, written: ProgrammeReview) -> None:
    submitted = office.take_to("section", written, DAY)
    with pytest.raises(NotAtThisStep, match="課長確認"):
        draft_review(actor=office.staff, review=submitted, sheet=FULL)
    with pytest.raises(NotAtThisStep):
        add_evidence(actor=office.staff, review=submitted, evidence=MINUTES)
    with pytest.raises(NotAtThisStep):
        submit_review(actor=office.staff, review=submitted, on=DAY)


def test_the_sheet_goes_through_section_and_bureau_to_the_public(
    office: Office, written: ProgrammeReview
) -> None:
    published = office.take_to("published", written, DAY)
    assert (published.step, published.published_on) == ("published", DAY)
    assert published.days == {"draft": DAY, "section": DAY, "bureau": DAY, "approved": DAY}
    assert Record.objects.get(reference=published.reference).public
    told = last("plans.review.published").public
    assert (told["achievement"], told["check_result"], told["evidence"]) == (3, "C", 1)
    link = Link.objects.get(to_record__reference=published.reference)
    assert link.from_record.reference == published.programme.reference


def test_nobody_approves_their_own_sheet(office: Office, written: ProgrammeReview) -> None:
    submitted = submit_review(actor=office.chief, review=written, on=DAY)
    with pytest.raises(OwnSheet, match="ほかの人に"):
        approve_as_section(actor=office.chief, review=submitted, on=DAY)
    other = replace(office.chief, account_id=office.bureau.account_id)
    approved = approve_as_section(actor=other, review=submitted, on=DAY)
    both = replace(office.bureau, account_id=office.chief.account_id)
    with pytest.raises(OwnSheet):
        approve_as_bureau(actor=both, review=approved, on=DAY)


def test_steps_cannot_be_left_out(office: Office, written: ProgrammeReview) -> None:
    with pytest.raises(NotAtThisStep, match="課長に提出"):
        approve_as_section(actor=office.chief, review=written, on=DAY)
    submitted = office.take_to("section", written, DAY)
    with pytest.raises(NotAtThisStep):
        approve_as_bureau(actor=office.bureau, review=submitted, on=DAY)
    with pytest.raises(NotAtThisStep):
        publish_review(actor=office.planner, review=submitted, on=DAY)


def test_a_sheet_is_given_back_with_a_reason_that_its_section_reads(
    office: Office, written: ProgrammeReview
) -> None:
    submitted = office.take_to("section", written, DAY)
    with pytest.raises(ReasonNeeded):
        return_review(actor=office.chief, review=submitted, because=" ", on=DAY)
    returned = return_review(
        actor=office.chief, review=submitted, because="回数の内訳を書いてください", on=DAY
    )
    assert (returned.step, returned.submitted_by, returned.submitted_on) == ("draft", "", None)
    assert returned.returned_because == "回数の内訳を書いてください"
    told = last("plans.review.returned").public
    assert (told["before"], "because" in told) == ("section", False)
    notice = Notice.objects.filter(account=office.staff.account_id).get()
    assert COUNCIL in notice.subject
    assert "回数の内訳" in notice.body


@pytest.mark.parametrize(
    ("step", "returner"), [("section", "chief"), ("bureau", "bureau"), ("approved", "planner")]
)
def test_only_whom_the_sheet_waits_for_gives_it_back(
    office: Office, written: ProgrammeReview, step: str, returner: str
) -> None:
    waiting = office.take_to(step, written, DAY)
    others = {"chief", "bureau", "planner", "staff", "committee"} - {returner}
    for name in others:
        with pytest.raises(NotAllowed):
            return_review(actor=getattr(office, name), review=waiting, because="直す", on=DAY)
    back = return_review(actor=getattr(office, returner), review=waiting, because="直す", on=DAY)
    assert back.step == "draft"


def test_a_returned_sheet_that_is_submitted_again_forgets_the_reason(
    office: Office, written: ProgrammeReview
) -> None:
    submitted = office.take_to("section", written, DAY)
    returned = return_review(actor=office.chief, review=submitted, because="直す", on=DAY)
    assert submit_review(actor=office.staff, review=returned, on=DAY).returned_because == ""


def test_each_step_has_its_own_clock(office: Office, written: ProgrammeReview) -> None:
    submitted = office.take_to("section", written, DAY)
    clocks = dict(Deadline.objects.filter(subject=written.reference).values_list("kind", "state"))
    assert clocks == {"plans.draft": "met", "plans.section_check": "running"}
    return_review(actor=office.chief, review=submitted, because="直す", on=DAY)
    clocks = list(
        Deadline.objects.filter(subject=written.reference).order_by("pk").values_list("kind", "state")
    )
    assert clocks == [
        ("plans.draft", "met"),
        ("plans.section_check", "cancelled"),
        ("plans.draft", "running"),
    ]


def test_a_late_sheet_meets_its_clock_late(office: Office, written: ProgrammeReview) -> None:
    submit_review(actor=office.staff, review=written, on=date(2012, 6, 1))
    assert Deadline.objects.get(kind="plans.draft", subject=written.reference).was_late


def test_a_published_sheet_has_no_clock_left(office: Office, written: ProgrammeReview) -> None:
    office.take_to("published", written, DAY)
    assert not Deadline.objects.filter(subject=written.reference, state="running").exists()


def test_a_whole_round_is_published_at_once(office: Office, written: ProgrammeReview) -> None:
    with pytest.raises(NothingToPublish):
        publish_round(actor=office.planner, opened=written.round, on=DAY)
    office.take_to("approved", written, DAY)
    assert publish_round(actor=office.planner, opened=written.round, on=DAY) == 1
    written.refresh_from_db()
    assert written.step == "published"


def test_a_sheet_one_needs_its_texts_and_goes_the_same_way(office: Office, sheet: ProgrammeReview) -> None:
    one = sheet.round.effortreviews.get(effort__listings__programme=sheet.programme)
    with pytest.raises(SheetNotReady) as refusal:
        submit_review(actor=office.staff, review=one, on=DAY)
    assert set(refusal.value.fields) == {"goal", "result"}
    draft_effort_review(
        actor=office.staff,
        review=one,
        sheet=SheetOne(problem="課題", outline="概要", goal="目標", result="成果"),
    )
    published = office.take_to("published", one, DAY)
    assert published.step == "published"
    assert last("plans.review.published").public["subject"] == "72401000"


VERBS = {
    "draft": (lambda a, r: draft_review(actor=a, review=r, sheet=FULL), {"staff", "chief"}),
    "evidence": (lambda a, r: add_evidence(actor=a, review=r, evidence=MINUTES), {"staff", "chief"}),
    "submit": (lambda a, r: submit_review(actor=a, review=r, on=DAY), {"staff", "chief"}),
    "section": (lambda a, r: approve_as_section(actor=a, review=r, on=DAY), {"chief"}),
    "bureau": (lambda a, r: approve_as_bureau(actor=a, review=r, on=DAY), {"bureau"}),
    "publish": (lambda a, r: publish_review(actor=a, review=r, on=DAY), {"planner"}),
}


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_is_for_its_own_people_in_their_own_section(
    office: Office, written: ProgrammeReview, town: Town, verb: str
) -> None:
    act, allowed = VERBS[verb]
    strangers = [
        NOBODY,
        town.actor(town.staff(Role.SECTION_STAFF, section=town.other_section)),
        town.actor(town.staff(Role.SECTION_CHIEF, section=town.other_section)),
        town.actor(town.bureau_staff(Role.BUREAU_CHIEF, town.other_section.bureau)),
        town.actor(town.staff(Role.AUDITOR)),
        town.actor(town.staff(Role.WARD_STAFF)),
    ]
    names = {"staff", "chief", "bureau", "planner", "committee"}
    refused = [getattr(office, name) for name in names - allowed] + strangers
    for actor in refused:
        with pytest.raises(NotAllowed):
            act(actor, written)
