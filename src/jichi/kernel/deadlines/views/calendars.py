"""Calendars for other programs: by a secret address for one person, and as a file for who is signed in."""

from allauth.core.internal.ratelimit import consume
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_POST, require_safe

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.web.words import section_text

from ..actions.make_calendar_address import make_calendar_address
from ..actions.note_reading import note_reading
from ..actions.revoke_calendar_address import revoke_calendar_address
from ..feed import calendar_of
from ..queries import address_with, addresses_of, feed_of, gate, section_for, sections_of

MEDIA_TYPE = "text/calendar; charset=utf-8"
AN_HOUR = "3600"
# A calendar program asks some four times a day; from one place a whole office may ask.
READINGS = {"read": "30/h/key,600/h/ip"}


@require_GET
def calendars(request: Request) -> HttpResponse:
    """The sections whose clocks the reader sees, each with the reader's own address if there is one."""
    return render(request, "deadlines/calendars.html", listing(request))


def listing(request: Request) -> dict[str, object]:
    gate(request.actor)
    mine = {address.section_id: address for address in addresses_of(request.actor)}
    rows = [{"section": each, "address": mine.get(each.pk)} for each in sections_of(request.actor)]
    return {"rows": rows}


@require_POST
def make(request: Request, code: str) -> HttpResponse:
    """The new address, on this page and never again."""
    section = section_for(request.actor, code)
    secret = make_calendar_address(actor=request.actor, section=section, on=today())
    address = request.build_absolute_uri(reverse("deadlines:subscribed", args=[secret]))
    shown = {"section": section, "address": address, "webcal": "webcal" + address[address.index(":") :]}
    answer = render(request, "deadlines/calendars.html", {**listing(request), "made": shown})
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def revoke(request: Request, code: str) -> HttpResponse:
    revoke_calendar_address(actor=request.actor, section=section_for(request.actor, code), on=today())
    messages.success(request, _("アドレスを使えなくしました。読み込んでいたカレンダーには、もう届きません。"))
    return redirect("deadlines:calendars")


@require_safe
@cache_control(private=True, max_age=900)
def subscribed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar for a program that cannot sign in. Whoever has lost the right finds nothing here either."""
    # The library's public door counts no GET; a test sees to it that this one does.
    if not consume(request, app="deadlines", action="read", config=READINGS, key=secret, limit_get=True):
        return HttpResponse(status=429, headers={"Retry-After": AN_HOUR})
    on = today()
    address = address_with(secret, on=on)
    note_reading(address=address, on=on)
    with override(address.account.language):
        name = _("期限：%(section)s") % {"section": section_text(address.section)}
        body = calendar_of(name, feed_of(address.section), away=True)
    answer = HttpResponse(body, content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = 'inline; filename="deadlines.ics"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


@require_GET
def feed(request: Request, code: str) -> HttpResponse:
    """The same as a file, for who is signed in."""
    section = section_for(request.actor, code)
    answer = HttpResponse(calendar_of(section_text(section), feed_of(section)), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{section.code}.ics"'
    return answer
