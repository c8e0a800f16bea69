"""Put a committee's own grade beside the city's."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock

from ..events import SecondOpinionGiven
from ..models import ProgrammeReview, SecondOpinion
from ..permissions import May
from ..queries.judging import JUDGED
from ..rules.grades import ACHIEVEMENTS
from ..streams import stream_of_review


class OpinionTooEarly(Refusal):
    code = "plans.opinion_too_early"


class OpinionNotFull(Refusal):
    code = "plans.opinion_not_full"
    status = 400


class OpinionGivenBefore(Refusal):
    code = "plans.opinion_given_before"


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """Which body says it, the grade it gives, and why."""

    body: str
    achievement: int
    opinion: str
    is_demo: bool = False


@action(needs=May.GIVE_SECOND_OPINION, within="review")
def give_second_opinion(
    *, actor: Actor, review: ProgrammeReview, opinion: Opinion, on: date
) -> SecondOpinion:
    """Record what a committee thinks of a programme's year; the city's own grade stays beside it.

    Ledger: plans.review.second_opinion_given
    Raises: OpinionTooEarly; OpinionNotFull; OpinionGivenBefore.
    """
    review = lock(ProgrammeReview.objects.filter(pk=review.pk)).get()
    refuse_early(review)
    refuse_unless_full(opinion)
    refuse_second(review, opinion)
    given = SecondOpinion.objects.create(review=review, given_on=on, **vars(opinion))
    record(told(given), stream=stream_of_review(review))
    return given


def refuse_early(review: ProgrammeReview) -> None:
    if review.step not in JUDGED:
        raise OpinionTooEarly(_("局の確認が終わってから、意見をつけられます。いまはまだ確認の途中です。"))


def refuse_unless_full(opinion: Opinion) -> None:
    wrong = {
        "body": "" if opinion.body.strip() else _("意見を出した委員会などの名前を入力してください。"),
        "achievement": ""
        if opinion.achievement in ACHIEVEMENTS
        else _("達成状況を1から5の中から選んでください。"),
        "opinion": "" if opinion.opinion.strip() else _("意見を入力してください。"),
    }
    if fields := {name: said for name, said in wrong.items() if said}:
        raise OpinionNotFull(_("意見に足りないところがあります。"), fields=fields)


def refuse_second(review: ProgrammeReview, opinion: Opinion) -> None:
    if review.second_opinions.filter(body=opinion.body).exists():
        said = _("%(body)sの意見は、この評価票にもうついています。") % {"body": opinion.body}
        raise OpinionGivenBefore(said, fields={"body": said})


def told(given: SecondOpinion) -> SecondOpinionGiven:
    return SecondOpinionGiven(
        review=given.review.reference,
        programme=given.review.programme.reference,
        year=given.review.round.year,
        body=given.body,
        achievement=given.achievement,
        city_achievement=given.review.achievement if given.review.step == "published" else None,
    )
