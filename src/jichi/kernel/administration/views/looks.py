"""わたしの記録を見た人: for the person concerned, and nobody else."""

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from jichi.kernel.access.models import Look
from jichi.kernel.access.names import title_in_words
from jichi.kernel.access.request import Request
from jichi.kernel.web.table import Column, Table, show_table

from .. import queries


def who(look: Look) -> str:
    return title_in_words(look.actor_title)


def what(look: Look) -> str:
    return _(look.what)


def why(look: Look) -> str:
    return _(look.why)


@login_required
def looks(request: Request) -> HttpResponseBase:
    columns = [
        Column(key="at", label=_("いつ"), sort="at", heading=True),
        Column(key="who", label=_("だれが（役割）"), cell=who),
        Column(key="what", label=_("何を"), cell=what),
        Column(key="why", label=_("なぜ"), cell=why),
    ]
    table = Table(
        what=_("あなたの記録を見た人"),
        rows=queries.own_looks(request.actor),
        columns=columns,
        unit=_("件"),
        filename="looks",
    )
    return show_table(request, table, "administration/looks.html")
