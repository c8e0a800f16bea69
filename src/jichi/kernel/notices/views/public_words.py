"""Public notices as their pages show them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from jichi.kernel.web.table import Column, Table
from jichi.kernel.web.words import day_text, section_text

from ..forms import ArchiveFilter
from ..models import PublicNotice
from ..states import PUBLIC_NOTICE
from ..words import heading_of, state_now, step_name


def facts_of(notice: PublicNotice) -> list[dict[str, Any]]:
    return [
        {"label": _("番号") if notice.number else _("種類"), "value": heading_of(notice)},
        {"label": _("掲示した日"), "value": day_text(notice.posted_on) if notice.posted_on else None},
        {"label": _("掲示の期間"), "value": period_of(notice)},
        {"label": _("根拠"), "value": notice.basis},
        {"label": _("担当"), "value": section_text(notice.section)},
        {"label": _("関係する記録"), "value": notice.subject, "url": f"/r/{notice.subject}/"},
    ]


def period_of(notice: PublicNotice) -> str:
    if notice.ended_on:
        return _("%(day)sに終わりました") % {"day": day_text(notice.ended_on)}
    if notice.until:
        return _("%(day)sまで") % {"day": day_text(notice.until)}
    return _("定めなし")


def step_line(notice: PublicNotice) -> list[dict[str, Any]]:
    days = {"draft": notice.drafted_on, "posted": notice.posted_on, "ended": notice.ended_on}
    return [
        {"name": step_name(stage.code), "state": stage.state.value, "day": days.get(stage.code)}
        for stage in PUBLIC_NOTICE.progress(notice.step)
    ]


def archive_table(rows: QuerySet[PublicNotice]) -> Table:
    return Table(
        what=_("告示・公表"),
        rows=rows,
        filters=ArchiveFilter,
        filename="public-notices",
        columns=[
            Column(key="number", label=_("番号"), cell=heading_of, sort="number"),
            Column(key="title", label=_("題名"), heading=True, link=lambda row: row.url, sort="title"),
            Column(key="bureau", label=_("局・区役所"), cell="section.bureau"),
            Column(key="posted_on", label=_("掲示した日"), sort="posted_on"),
            Column(key="until", label=_("掲示の最後の日"), sort="until"),
            Column(key="state", label=_("いまの状態"), cell=state_now),
        ],
    )
