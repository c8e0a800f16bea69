"""What happens to plans, as the public record tells it."""

from datetime import date

from jichi.kernel.ledger.event import event


@event("plans.edition.imported")
class EditionImported:
    edition: str
    title: str
    first_year: int
    last_year: int
    source_digest: str
    measures: int
    efforts: int
    programmes: int
    relisted: int
    left_out: int
    corrections: int


@event("plans.correction.decided")
class CorrectionDecided:
    edition: str
    line: int
    column: int
    read: str
    proposed: str
    accepted: bool


@event("plans.fields.set")
class FieldsSet:
    fields: tuple[str, ...]


@event("plans.programme.described")
class ProgrammeDescribed:
    programme: str
    section: str | None
    wards: tuple[str, ...]
    fields: tuple[str, ...]
    is_priority: bool
    charter_principle: str


@event("plans.programme.linked")
class ProgrammeLinked:
    programme: str
    link: str
    to: str


@event("plans.indicator.defined")
class IndicatorDefined:
    programme: str
    name: str
    unit: str
    baseline: str | None
    baseline_year: int | None
    more_is_better: bool
    source: str


@event("plans.actions.planned")
class ActionsPlanned:
    programme: str
    year: int
    actions: int
    planned_digest: str


@event("plans.year.entered")
class YearEntered:
    """A year's figures of one programme, with the digest of all that was entered."""

    programme: str
    year: int
    budget_yen: int | None
    settlement_yen: int | None
    indicators: int
    actions_done: int
    actions: int
    entered_digest: str


@event("plans.round.opened")
class RoundOpened:
    edition: str
    year: int
    draft_due: date
    section_due: date
    bureau_due: date
    publish_due: date
    sheets_one: int
    sheets_two: int


@event("plans.review.drafted")
class ReviewDrafted:
    review: str
    subject: str
    year: int
    draft_digest: str


@event("plans.review.evidence_added")
class EvidenceAdded:
    review: str
    kind: str
    title: str
    where: str
    shows: str


@event("plans.review.evidence_removed")
class EvidenceRemoved:
    review: str
    kind: str
    title: str
    where: str


@event("plans.review.moved")
class ReviewMoved:
    review: str
    subject: str
    year: int
    before: str
    after: str


@event("plans.review.returned")
class ReviewReturned:
    review: str
    subject: str
    year: int
    before: str
    because: str


@event("plans.review.published")
class ReviewPublished:
    review: str
    subject: str
    year: int
    achievement: int | None
    check_result: str
    plan_end_grade: int | None
    evidence: int
    sheet_digest: str


@event("plans.review.second_opinion_given")
class SecondOpinionGiven:
    review: str
    programme: str
    year: int
    body: str
    achievement: int
    city_achievement: int
