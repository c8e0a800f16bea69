"""What happens to plans, as the public record tells it."""

from datetime import date

from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.values.fault import gettext_noop as _


@event("plans.edition.imported", label=_("計画を取り込んだ"))
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


@event("plans.correction.decided", label=_("読み取りの誤りを決めた"))
class CorrectionDecided:
    edition: str
    line: int
    column: int
    read: str
    proposed: str
    accepted: bool


@event("plans.fields.set", label=_("分野を決めた"))
class FieldsSet:
    fields: tuple[str, ...]


@event("plans.programme.described", label=_("事業の担当と分野を決めた"))
class ProgrammeDescribed:
    programme: str
    section: str | None
    wards: tuple[str, ...]
    fields: tuple[str, ...]
    is_priority: bool
    charter_principle: str


@event("plans.programme.linked", label=_("事業を記録とつないだ"))
class ProgrammeLinked:
    programme: str
    link: str
    to: str


@event("plans.indicator.defined", label=_("指標を決めた"))
class IndicatorDefined:
    programme: str
    name: str
    unit: str
    baseline: str | None
    baseline_year: int | None
    more_is_better: bool
    source: str


@event("plans.actions.planned", label=_("毎年の取組を決めた"))
class ActionsPlanned:
    programme: str
    year: int
    actions: int
    planned_digest: str


@event("plans.year.entered", label=_("年度の実績を入れた"))
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


@event("plans.round.opened", label=_("年度の評価を始めた"))
class RoundOpened:
    edition: str
    year: int
    draft_due: date
    section_due: date
    bureau_due: date
    publish_due: date
    sheets_one: int
    sheets_two: int


@event("plans.review.drafted", label=_("評価票を書いた"))
class ReviewDrafted:
    """What the draft says is committed to, not told: whoever had its bare digest could try out guesses."""

    review: str
    subject: str
    year: int
    sheet: Personal


@event("plans.review.evidence_added", label=_("評価票に根拠をつけた"))
class EvidenceAdded:
    """`evidence` is its number; the words are not told: a sheet is not public before it is published."""

    review: str
    kind: str
    evidence: int
    said: Personal


@event("plans.review.evidence_removed", label=_("評価票の根拠を外した"))
class EvidenceRemoved:
    """Carries the number under which the evidence was added."""

    review: str
    kind: str
    evidence: int


@event("plans.review.moved", label=_("評価票が次の段階に進んだ"))
class ReviewMoved:
    review: str
    subject: str
    year: int
    before: str
    after: str


@event("plans.review.returned", label=_("評価票を差し戻した"))
class ReviewReturned:
    review: str
    subject: str
    year: int
    before: str
    because: Personal


@event("plans.review.published", label=_("評価を公表した"))
class ReviewPublished:
    review: str
    subject: str
    year: int
    achievement: int | None
    check_result: str
    plan_end_grade: int | None
    evidence: int
    sheet_digest: str


@event("plans.review.second_opinion_given", label=_("評価に第三者の意見をつけた"))
class SecondOpinionGiven:
    """The city's own grade stands beside it once the sheet is public."""

    review: str
    programme: str
    year: int
    body: str
    achievement: int
    city_achievement: int | None


@event("plans.comment.received", label=_("声を受け付けた"))
class CommentReceived:
    """What was said and by whom is personal: the record keeps commitments."""

    comment: str
    programme: str
    channel: str
    ward: str | None
    received_on: date
    due_on: date | None
    title: Personal
    text: Personal
    author: Personal


@event("plans.comment.published", label=_("声を公開した"))
class CommentPublished:
    """A published text may still have to be taken back: it too is kept as a commitment."""

    comment: str
    programme: str
    is_as_written: bool
    title: Personal
    text: Personal


@event("plans.comment.kept_back", label=_("声を公開しないことにした"))
class CommentKeptBack:
    comment: str
    programme: str
    was_public: bool
    because: str


@event("plans.comment.joined", label=_("声をほかの声とまとめた"))
class CommentJoined:
    comment: str
    into: str
    because: str


@event("plans.comment.split", label=_("まとめた声を分けた"))
class CommentSplit:
    comment: str
    away_from: str
    because: str


@event("plans.comment.replied", label=_("声に回答した"))
class CommentReplied:
    comment: str
    joined: int
    reply: str
    answer: str
    reply_digest: str


@event("plans.reply.had_consequence", label=_("回答のその後を知らせた"))
class ReplyHadConsequence:
    reply: str
    consequence: str
    sort: str
    text: str
    happened_on: date
