"""Draft the 公表 of a year's evaluation."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.notices.actions.draft_public_notice import draft_public_notice
from jichi.kernel.notices.actions.public_notices import Words
from jichi.kernel.notices.models import PublicNotice, Sort
from jichi.kernel.values.fiscal_year import FiscalYear

from ..models import Round
from ..permissions import May

# A public notice is in Japanese, whatever language its author reads.
TITLE = "{year}事務事業評価の結果の公表について"
TEXT = """{year}に行った取組について、{plan}の事務事業評価の結果がまとまりましたので、公表します。

公表した評価票　施策評価票 {ones}件、事務事業評価票 {twos}件

評価票は、このサイトの「計画と成果を見る」で、取組と事業ごとに見られます。"""


class NothingAnnounced(Refusal):
    code = "plans.nothing_to_announce"
    message = _("公表した評価票がまだありません。評価票を公表してから、公表の案を作ってください。")


class NoOffice(Refusal):
    code = "plans.no_office"
    message = _("この年度の評価には取りまとめの課がないため、公表の案を作れません。")


def occasion_of(opened: Round) -> str:
    """What the draft is for, so that it is made once."""
    return f"plans/round/{opened.pk}"


@action(needs=May.PUBLISH_REVIEW)
def announce_round(*, actor: Actor, opened: Round, on: date) -> PublicNotice:
    """Draft the public notice that the year's evaluation is out; others approve and post it.

    Ledger: notices.public.drafted
    Raises: NothingAnnounced; NoOffice; DraftedBefore.
    """
    ones = opened.effortreviews.filter(step="published").count()
    twos = opened.programmereviews.filter(step="published").count()
    if not ones + twos:
        raise NothingAnnounced
    if opened.office is None:
        raise NoOffice
    year = FiscalYear(opened.year).era_label
    words = Words(
        sort=Sort.PUBLICATION,
        title=TITLE.format(year=year),
        text=TEXT.format(year=year, plan=opened.edition, ones=ones, twos=twos),
        section=opened.office,
        subject=opened.edition.reference,
        is_demo=settings.DEMO,
    )
    return draft_public_notice(actor=actor, words=words, on=on, occasion=occasion_of(opened))
