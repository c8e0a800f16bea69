"""The whole thread of a record on a page of its own: as a picture and as a timeline; and the voices joined to one."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.values.reference import MistypedReference
from jichi.kernel.web.charts import Arrow, Box, Flow
from jichi.kernel.web.table import Column, Table, show_table
from jichi.kernel.web.words import day_text

from ..models import Channel, Record
from ..queries import joined_records, record_for
from ..thread import Step, Thread, follow
from ..words import ward_text


def record_or_nothing(request: Request, typed: str) -> Record:
    """Raises: NotThere, also for a number with a slip: these addresses are followed, not typed."""
    try:
        return record_for(request.actor, typed)
    except MistypedReference:
        raise NotThere from None


def whole(request: Request, typed: str) -> HttpResponse:
    record = record_or_nothing(request, typed)
    thread = follow(record, actor=request.actor)
    given = {"record": record, "thread": thread, "picture": picture_of(record, thread)}
    return render(request, "threads/whole.html", given)


def picture_of(record: Record, thread: Thread) -> Flow:
    return Flow(
        id=f"thread-{record.reference}",
        title=_("「%(title)s」のその後") % {"title": record.title},
        desc=" ".join(sentence(step) for step in thread.steps),
        boxes=[box_of(step) for step in thread.steps],
        arrows=[Arrow(start=each.start, end=each.end, words=str(each.words)) for each in thread.arrows],
    )


def box_of(step: Step) -> Box:
    return Box(
        kind=step.record.kind_name,
        day=day_text(step.on, era=False),
        title=step.record.title,
        is_here=step.is_start,
        more=unshown_text(step.unshown) if step.unshown else "",
    )


def unshown_text(count: int) -> str:
    said = ngettext("ほか%(count)s件の声", "ほか%(count)s件の声", count)
    return said % {"count": f"{count:,}"}


def sentence(step: Step) -> str:
    """One record of the picture in words."""
    words = {
        "day": day_text(step.on, era=False),
        "kind": step.record.kind_name,
        "title": step.record.title,
    }
    said = _("%(day)s、%(kind)s「%(title)s」。") % words
    return f"{said}{unshown_text(step.unshown)}" if step.unshown else said


def joined(request: Request, typed: str) -> HttpResponseBase:
    """Every voice that was heard together with one, page by page."""
    record = record_or_nothing(request, typed)
    table = Table(
        what=_("この声とまとめられた声"),
        rows=joined_records(record),
        columns=columns(),
        filename=f"joined-{record.reference}",
    )
    return show_table(request, table, "threads/joined.html", {"record": record})


def columns() -> list[Column]:
    return [
        Column(key="title", label=_("声"), heading=True, cell="from_record.title", link=address),
        Column(key="reference", label=_("番号"), cell="from_record.reference"),
        Column(key="on", label=_("届いた日"), cell="from_record.happened_on"),
        Column(key="ward", label=_("区"), cell=ward_of),
        Column(key="channel", label=_("届き方"), cell=channel_of),
        Column(key="note", label=_("まとめた理由"), cell="note"),
    ]


def address(link: Any) -> str:
    return reverse("threads:record", args=[link.from_record.reference])


def ward_of(link: Any) -> str:
    return ward_text(link.from_record.voice.ward)


def channel_of(link: Any) -> str:
    return str(Channel(link.from_record.voice.channel).label)
