"""Rounds, sheets and people for tests of the evaluation; set up through actions."""

from dataclasses import dataclass
from datetime import date

from tests.town import Town

from jichi.domains.plans.actions.add_evidence import NewEvidence, add_evidence
from jichi.domains.plans.actions.approve_as_bureau import approve_as_bureau
from jichi.domains.plans.actions.approve_as_section import approve_as_section
from jichi.domains.plans.actions.describe_programme import Description, describe_programme
from jichi.domains.plans.actions.draft_review import SheetTwo, draft_review
from jichi.domains.plans.actions.open_round import open_round
from jichi.domains.plans.actions.publish_review import publish_review
from jichi.domains.plans.actions.submit_review import submit_review
from jichi.domains.plans.models import Edition, Evidence, Programme, ProgrammeReview, Round
from jichi.domains.plans.rules.round_days import RoundDays
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role

COUNCIL = "区民会議運営事業"
FULL = SheetTwo(
    achievement=3,
    check_result="C",
    goal="区民会議を7区で開く",
    result="2011年度は7区で計28回の会議を開いた",
    why_this_grade="予定した28回をすべて開いたため",
)
MINUTES = NewEvidence(
    kind=Evidence.Kind.DOCUMENT, title="会議録", where="各区役所 企画課", shows="28回の開催日と出席者"
)


def days(year: int) -> RoundDays:
    """The due days of the round that evaluates a 年度."""
    return RoundDays(
        draft_due=date(year + 1, 5, 31),
        section_due=date(year + 1, 6, 15),
        bureau_due=date(year + 1, 6, 29),
        publish_due=date(year + 1, 8, 31),
    )


def opening(year: int) -> date:
    return date(year + 1, 4, 16)


@dataclass(frozen=True, kw_only=True)
class Office:
    """The people through whose hands a sheet goes."""

    planner: Actor
    staff: Actor
    chief: Actor
    bureau: Actor
    committee: Actor

    @classmethod
    def of(cls, town: Town) -> "Office":
        section = town.section
        return cls(
            planner=town.actor(town.staff(Role.PLANNING_OFFICER)),
            staff=town.actor(town.staff(Role.SECTION_STAFF, section=section)),
            chief=town.actor(town.staff(Role.SECTION_CHIEF, section=section)),
            bureau=town.actor(town.bureau_staff(Role.BUREAU_CHIEF, section.bureau)),
            committee=town.actor(town.staff(Role.COMMITTEE_SECRETARIAT)),
        )

    def open(self, edition: Edition, year: int = 2011) -> Round:
        return open_round(actor=self.planner, edition=edition, year=year, days=days(year), on=opening(year))

    def sheet(self, opened: Round, name: str = COUNCIL) -> ProgrammeReview:
        return opened.programmereviews.get(programme__name=name)

    def write(self, review: ProgrammeReview, sheet: SheetTwo = FULL) -> ProgrammeReview:
        """A draft that is full, with evidence."""
        draft_review(actor=self.staff, review=review, sheet=sheet)
        add_evidence(actor=self.staff, review=review, evidence=MINUTES)
        return review

    def take_to(self, step: str, review: ProgrammeReview, on: date) -> ProgrammeReview:
        """Lead a written sheet on as far as this step."""
        way = (
            ("section", submit_review, self.staff),
            ("bureau", approve_as_section, self.chief),
            ("approved", approve_as_bureau, self.bureau),
            ("published", publish_review, self.planner),
        )
        for reached, verb, actor in way:
            review = verb(actor=actor, review=review, on=on)
            if reached == step:
                break
        return review


def owned(edition: Edition, planner: Actor, town: Town) -> Programme:
    """The programme that the tests evaluate, given to the town's section."""
    return describe_programme(
        actor=planner,
        programme=Programme.objects.get(name=COUNCIL),
        description=Description(section=town.section),
    )
