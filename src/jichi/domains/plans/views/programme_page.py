"""What the page of one programme shows: wording, years, figures, evaluations, thread and record."""

from collections import defaultdict
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.deadlines.public import public_clocks
from jichi.kernel.threads.queries import record_for
from jichi.kernel.threads.thread import follow
from jichi.kernel.web.words import name_text, section_text

from ..models import Listing, PlannedAction, Programme, ProgrammeReview
from ..permissions import May
from ..queries import programmes as reads
from ..queries.history import acts_of
from ..queries.voices import comments_on
from ..rules.grades import ACHIEVEMENTS, CHECK_RESULTS, PLAN_END_GRADES
from ..streams import stream_of
from .programme_charts import indicator_chart, money_chart

COMMENTS_SHOWN = 5


def page_of(programme: Programme, actor: Actor) -> dict[str, Any]:
    listings = reads.listings_of(programme)
    reviews = reads.published_reviews_of(programme)
    budgets = reads.budgets_of(programme)
    return {
        "programme": programme,
        "listing": listings[0],
        "listings": listings,
        "columns": columns_of(listings[0]),
        "earlier": [
            {"listing": each, "columns": columns_of(each)}
            for each in listings
            if not each.relisted and each.edition_id != listings[0].edition_id
        ],
        "facts": facts_of(programme, listings),
        "years": years_of(reads.planned_actions_of(programme)),
        "money_chart": money_chart(budgets),
        "indicator_charts": [indicator_chart(each) for each in reads.indicators_of(programme)],
        "clocks": public_clocks(*reads.editions_that_owe(programme)),
        "reviews": [review_card(each) for each in reviews],
        "thread": follow(record_for(actor, programme.reference), actor=actor),
        **voices_of(programme, actor),
        "acts": acts_of(programme),
        "record_url": f"/record/streams/{stream_of(programme)}/",
    }


def voices_of(programme: Programme, actor: Actor) -> dict[str, Any]:
    comments, all_comments = comments_on(programme, most=COMMENTS_SHOWN)
    may_enter = may(actor, May.HANDLE_COMMENT, programme.scope)
    return {"comments": comments, "all_comments": all_comments, "may_enter": may_enter}


def columns_of(listing: Listing) -> list[dict[str, Any]]:
    """The three columns of the plan's table, each with its items."""
    titles = {
        "past": _("これまでの取組と現状"),
        "planned": _("計画期間（%(first)s～%(last)s年度）の具体的な取組")
        % {"first": listing.edition.first_year, "last": listing.edition.last_year},
        "later": _("%(year)s年度以降") % {"year": listing.later_from},
    }
    items = defaultdict(list)
    for item in listing.items.all():
        items[item.column].append(item)
    return [{"title": title, "items": items[column]} for column, title in titles.items()]


def facts_of(programme: Programme, listings: list[Listing]) -> list[dict[str, Any]]:
    now = listings[0]
    measure = now.effort.measure
    wards = [name_text(ward) for ward in programme.wards.order_by("code")]
    return [
        {
            "label": _("基本施策"),
            "value": str(measure),
            "url": reverse("plans:edition", args=[now.edition.reference]),
        },
        {"label": _("主な取組"), "value": now.effort.title},
        {
            "label": _("担当"),
            "value": section_text(programme.section) if programme.section else _("まだ決まっていません"),
        },
        {"label": _("対象の区"), "value": _("、").join(wards) or _("市全体")},
        {"label": _("分野"), "value": _("、").join(name_text(field) for field in programme.fields.all())},
        {"label": _("重点"), "value": _("重点事業") if programme.is_priority else ""},
        {"label": _("自治基本条例の原則"), "value": programme.get_charter_principle_display()},
        {
            "label": _("再掲"),
            "value": _("、").join(f"{each.effort.measure}" for each in listings if each.relisted),
        },
    ]


def years_of(actions: list[PlannedAction]) -> list[tuple[int, list[PlannedAction]]]:
    years: dict[int, list[PlannedAction]] = defaultdict(list)
    for action in actions:
        years[action.year].append(action)
    return sorted(years.items())


def review_card(review: ProgrammeReview) -> dict[str, Any]:
    """A published evaluation in words."""
    check = CHECK_RESULTS[review.check_result]
    return {
        "review": review,
        "year": review.round.year,
        "achievement": f"{review.achievement} {_(ACHIEVEMENTS[review.achievement or 3])}",
        "check": f"{check.code} {_(check.resources)}"
        + (_("・目標を変更") if check.goal_changes else _("・目標どおり")),
        "plan_end": PLAN_END_GRADES.get(review.plan_end_grade or 0, ""),
        "evidence": review.evidence.all(),
        "opinions": [
            {"opinion": each, "grade": f"{each.achievement} {_(ACHIEVEMENTS[each.achievement])}"}
            for each in review.second_opinions.all()
        ],
    }
