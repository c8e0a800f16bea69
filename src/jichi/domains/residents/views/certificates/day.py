"""The day at the certificate desk: what was issued, what waits, and the till."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseBase
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.web.table import Column, Table, show_table
from jichi.kernel.web.words import moment_text, name_text

from ...forms.day_of_certificates import DayForm
from ...queries.certificates import certificates_of_a_day, till_of_a_day
from ...queries.desks import seat_of
from ...rules.certificates.kinds import certificate_kind
from .seat import seat_of_page
from .words import address, channel_text, fee_text, kind_text, step_text


@login_required
def page(request: Request) -> HttpResponseBase:
    """Numbers, kinds and states; whose they are stands behind each one's own page."""
    chosen = DayForm(request.GET)
    on = (chosen.cleaned_data["day"] if chosen.is_valid() else None) or today()
    rows = certificates_of_a_day(request.actor, on)
    table = Table(what=_("証明書"), rows=rows, columns=columns(), filters=DayForm, filename="certificates")
    extra = {
        "on": on,
        "till": till_rows(request, on),
        "waiting": rows.filter(step="issued").count(),
        **seat_of_page(seat_of(request.actor, today()), today()),
    }
    return show_table(request, table, "residents/certificates/day.html", extra)


def columns() -> list[Column]:
    return [
        Column(key="number", label=_("番号"), heading=True, whole=True, link=address),
        Column(key="kind", label=_("証明書"), cell=kind_text, sort="kind"),
        Column(key="step", label=_("状態"), cell=step_text, sort="step"),
        Column(key="channel", label=_("受付の方法"), cell=channel_text, sort="channel"),
        Column(key="fee", label=_("手数料"), cell=fee_text, sort="fee", numeric=True, export="fee"),
        Column(
            key="issued_at",
            label=_("発行した時刻"),
            cell=lambda row: moment_text(row.issued_at),
            sort="issued_at",
        ),
        Column(key="document_number", label=_("文書番号"), whole=True),
    ]


def till_rows(request: Request, on: Any) -> dict[str, Any]:
    """Of each kind how many and how much; what was given back; what must lie in the till."""
    till = till_of_a_day(request.actor, on)
    lines = [
        {"name": name_text(certificate_kind(code)), "count": count, "fees": fees}
        for code, count, fees in till.kinds
    ]
    return {
        "lines": lines,
        "taken": till.taken,
        "returned": till.returned,
        "rest": till.taken - till.returned,
    }
