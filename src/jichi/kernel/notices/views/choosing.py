"""How the person who is signed in wants to be told, and the way out of a mail without signing in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.people.language import apply, remember
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Ward
from jichi.kernel.threads.models import Record
from jichi.kernel.threads.queries import record_for
from jichi.kernel.web.forms import show_form

from ..choosing import choose, forget_address, live_at, stop, subscribe
from ..forms import AddressForm, ChoiceForm
from ..message import notice_to_stop
from ..models import Choice, PostalAddress
from ..notify import follow, unfollow
from ..queries.mine import follows
from ..readers import readers_of


def mine(request: Request) -> Account:
    """The account of the person; the pages ask for a sign-in first."""
    assert isinstance(request.user, Account)
    return request.user


@login_required
def settings_page(request: Request) -> HttpResponse:
    account = mine(request)
    form = ChoiceForm(request.POST or None, initial=chosen_before(account))
    if request.method == "POST" and form.is_valid():
        choose(account=account, **form.chosen)
        wards = Ward.objects.filter(pk__in=form.cleaned_data["wards"])
        subscribe(account=account, topics=form.cleaned_data["topics"], wards=wards)
        remember(account, form.cleaned_data["language"])
        messages.success(request, _("お知らせの受け取り方を保存しました。"))
        return apply(redirect("notices:settings"), form.cleaned_data["language"])
    followed = account.following.values("reference")
    extra = {
        "address": PostalAddress.objects.filter(account=account).first(),
        "followed": Record.objects.filter(reference__in=followed).order_by("reference"),
        "goes": readers_of([account])[0].way,
        "suspended": account.suspended_addresses.filter(
            address__iexact=account.email, lifted_at__isnull=True
        ).exists(),
    }
    return show_form(request, form, "notices/settings.html", extra)


def chosen_before(account: Account) -> dict[str, Any]:
    given: dict[str, Any] = {"language": account.language}
    if choice := Choice.objects.filter(account=account).first():
        given |= {"way": choice.way, "quiet_from": f"{choice.quiet_from:%H:%M}"}
        given |= {"quiet_until": f"{choice.quiet_until:%H:%M}"}
    rows = list(account.subscriptions.values_list("topic", "ward"))
    return {**given, "topics": [t for t, _w in rows if t], "wards": [w for _t, w in rows if w]}


@login_required
def follow_record(request: Request, reference: str) -> HttpResponse:
    """Ask first: a link of a page leads here, and a link must change nothing."""
    record = record_for(request.actor, reference)
    if request.method == "POST":
        follow(account=mine(request), reference=record.reference)
        messages.success(request, _("この記録に動きがあると、お知らせします。"))
        return redirect(record.url)
    given = {"record": record, "follows": follows(request.actor, record.reference)}
    return render(request, "notices/follow.html", given)


@require_POST
@login_required
def unfollow_record(request: Request, reference: str) -> HttpResponse:
    unfollow(account=mine(request), reference=reference)
    messages.success(request, _("この記録のお知らせを止めました。"))
    return redirect("notices:settings")


@login_required
def address(request: Request) -> HttpResponse:
    account = mine(request)
    known = PostalAddress.objects.filter(account=account).first()
    shown = (
        {name: getattr(known, name) for name in AddressForm.base_fields} if known else {"name": account.name}
    )
    form = AddressForm(request.POST or None, initial=shown)
    if request.method == "POST" and form.is_valid():
        live_at(account=account, **form.cleaned_data)
        messages.success(request, _("住所を保存しました。"))
        return redirect("notices:settings")
    return show_form(
        request, form, "notices/address.html", {"known": known, "back": reverse("notices:settings")}
    )


@require_POST
@login_required
def erase_address(request: Request) -> HttpResponse:
    forget_address(mine(request))
    messages.success(request, _("住所を消しました。お知らせは、これからメールでお送りします。"))
    return redirect("notices:settings")


@csrf_exempt
def stop_page(request: Request, token: str) -> HttpResponse:
    """The way out of a mail. Opening it changes nothing: mail programs and virus scanners open links by themselves.

    A POST acts at once, also one that a mail program sends by itself (RFC 8058). It needs no token of the
    site: the address itself was made for this one mail and is signed.
    """
    notice = notice_to_stop(token)
    if request.method == "POST":
        stop(notice)
    given = {"notice": notice, "kind": notice.because.partition(":")[0], "is_done": request.method == "POST"}
    return render(request, "notices/stop.html", given)
