"""Open data of plans: what is published, as plain rows."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.subsystem import Dataset

from .models import (
    PUBLIC_STEPS,
    BudgetYear,
    Comment,
    Edition,
    IndicatorYear,
    Listing,
    PlannedAction,
    ProgrammeReview,
)

Row = tuple[Any, ...]


def imported() -> datetime | None:
    return Edition.objects.order_by("-imported_at").values_list("imported_at", flat=True).first()


def programme_rows() -> Iterator[Row]:
    listings = Listing.objects.filter(relisted=False).select_related(
        "programme__section__bureau", "effort__measure__edition", "edition"
    )
    for each in listings.order_by("edition__first_year", "line").iterator():
        measure, section = each.effort.measure, each.programme.section
        yield (
            each.programme.reference,
            each.edition.reference,
            measure.code,
            measure.title,
            each.effort.number,
            each.effort.title,
            each.name,
            each.description,
            each.each_ward,
            section.bureau.name if section else "",
            section.name if section else "",
            each.programme.is_priority,
        )


def budget_rows() -> Iterator[Row]:
    rows = BudgetYear.objects.select_related("programme").order_by("programme__reference", "year")
    for each in rows.iterator():
        yield (
            each.programme.reference, each.year, each.budget, each.supplementary, each.settlement, each.source, each.is_demo,
        )  # fmt: skip


def indicator_rows() -> Iterator[Row]:
    rows = IndicatorYear.objects.select_related("indicator__programme").order_by(
        "indicator__programme__reference", "indicator__pk", "year"
    )
    for each in rows.iterator():
        of = each.indicator
        yield (
            of.programme.reference, of.name, of.unit, each.year, each.target, each.actual, each.actual_source, of.is_demo,
        )  # fmt: skip


def action_rows() -> Iterator[Row]:
    rows = PlannedAction.objects.select_related("programme").order_by("programme__reference", "year", "order")
    for each in rows.iterator():
        yield each.programme.reference, each.year, each.text, each.state, each.evidence, each.is_demo


def review_rows() -> Iterator[Row]:
    rows = ProgrammeReview.objects.filter(step="published").select_related("programme", "round")
    for each in rows.order_by("round__year", "programme__reference").iterator():
        yield (
            each.reference, each.programme.reference, each.round.year, each.achievement, each.check_result,
            each.plan_end_grade, each.goal, each.changed_goal, each.result, each.why_this_grade, each.published_on,
            each.is_demo,
        )  # fmt: skip


def comment_rows() -> Iterator[Row]:
    rows = Comment.objects.filter(step__in=PUBLIC_STEPS).select_related("programme", "reply")
    for each in rows.order_by("received_on", "pk").iterator():
        reply = each.reply
        yield (
            each.reference, each.programme.reference, each.received_on, each.channel, each.ward_id, each.step, each.title,
            each.text, reply.reference if reply else None, reply.answer if reply else None,
            reply.replied_on if reply else None, reply.text if reply else None, reply.reasons if reply else None,
            each.is_demo,
        )  # fmt: skip


PROGRAMME = _("事業の番号")
YEAR = _("年度（西暦）")
DEMO = _("デモのために作った値か")


def with_demo_mark(*, columns: dict[str, Any], **named: Any) -> Dataset:
    """A dataset whose rows may be made up for the demo, and say so."""
    return Dataset(columns={**columns, "is_demo": DEMO}, updated=imported, is_demo=settings.DEMO, **named)


DATASETS = (
    Dataset(
        name="programmes",
        title=_("計画の事業"),
        describes=_("実行計画にある事業と、その位置・担当です。"),
        columns={
            "programme": PROGRAMME,
            "edition": _("計画の番号"),
            "measure_code": _("基本施策の番号"),
            "measure": _("基本施策"),
            "effort_number": _("主な取組の番号"),
            "effort": _("主な取組"),
            "name": _("事業名"),
            "description": _("概要"),
            "each_ward": _("各区で行うか"),
            "bureau": _("局・区役所"),
            "section": _("課"),
            "is_priority": _("重点事業か"),
        },
        rows=programme_rows,
        updated=imported,
    ),
    with_demo_mark(
        name="programme-budgets",
        title=_("事業の予算と決算"),
        describes=_("事業ごと・年度ごとの予算、補正、決算です。単位は円です。"),
        columns={
            "programme": PROGRAMME,
            "year": YEAR,
            "budget_yen": _("当初予算（円）"),
            "supplementary_yen": _("補正（円）"),
            "settlement_yen": _("決算（円）。空は未確定"),
            "source": _("出典"),
        },
        rows=budget_rows,
    ),
    with_demo_mark(
        name="programme-indicators",
        title=_("事業の指標"),
        describes=_("指標の目標と実績です。"),
        columns={
            "programme": PROGRAMME,
            "indicator": _("指標の名前"),
            "unit": _("単位"),
            "year": YEAR,
            "target": _("目標"),
            "actual": _("実績。空は未確定"),
            "source": _("実績の出典"),
        },
        rows=indicator_rows,
    ),
    with_demo_mark(
        name="programme-actions",
        title=_("事業の毎年の取組"),
        describes=_("年度ごとの取組と進みぐあい、その根拠です。"),
        columns={
            "programme": PROGRAMME,
            "year": YEAR,
            "action": _("取組"),
            "state": _("進みぐあい：planned, under_way, done, late, dropped"),
            "evidence": _("根拠"),
        },
        rows=action_rows,
    ),
    with_demo_mark(
        name="programme-evaluations",
        title=_("事務事業評価"),
        describes=_("公表した評価票です。"),
        columns={
            "review": _("評価票の番号"),
            "programme": PROGRAMME,
            "year": YEAR,
            "achievement": _("達成状況（1～5）"),
            "check_result": _("点検結果（A～H）"),
            "plan_end_grade": _("計画期間の評価（1～5）"),
            "goal": _("目標"),
            "changed_goal": _("変更後の目標"),
            "result": _("実績"),
            "why": _("評価の理由"),
            "published_on": _("公表した日"),
        },
        rows=review_rows,
    ),
    Dataset(
        name="programme-comments",
        title=_("事業への声と回答"),
        describes=_("公開した声と、市の回答です。だれの声かは入っていません。"),
        columns={
            "comment": _("声の番号"),
            "programme": PROGRAMME,
            "received_on": _("届いた日"),
            "channel": _("届き方：web, mail, phone, letter, fax, counter"),
            "ward": _("区のコード。空は聞いていない"),
            "step": _("段階：public, joined, replied"),
            "title": _("題名"),
            "text": _("公開した文"),
            "reply": _("回答の番号"),
            "answer": _("回答の種類：adopted, already, considered, not_adopted"),
            "replied_on": _("回答した日"),
            "reply_text": _("回答"),
            "reasons": _("回答の理由"),
            "is_demo": DEMO,
        },
        rows=comment_rows,
        updated=imported,
        is_demo=settings.DEMO,
    ),
)
