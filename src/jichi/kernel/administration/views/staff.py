"""Staff and their roles."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from jichi.kernel.access.models import Grant
from jichi.kernel.access.names import place_name, role_name
from jichi.kernel.access.request import Request
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.people.models import Account
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell
from jichi.kernel.web.table import Column, Table, show_table

from .. import queries
from ..actions.create_account import create_account
from ..actions.give_role import give_role
from ..actions.look_at import look_at
from ..actions.withdraw_role import withdraw_role
from ..forms import AccountForm, GiveRoleForm, ReasonForm, StaffFilter
from ..permissions import May


def page_of(account: Account) -> str:
    return reverse("administration:member", args=[account.public_id])


def roles_in_words(account: Account) -> str:
    return _("、").join(role_in_words(grant) for grant in account.grants_today)  # type: ignore[attr-defined]


def role_in_words(grant: Grant) -> str:
    words = _("%(role)s（%(place)s）") % {"role": role_name(grant.role), "place": place_name(grant)}
    return _("%(role)s・待機") % {"role": words} if grant.standby else words


@login_required
def staff(request: Request) -> HttpResponseBase:
    columns = [
        Column(key="name", label=_("氏名"), cell=str, sort="name", heading=True, link=page_of),
        Column(key="email", label=_("メールアドレス"), sort="email"),
        Column(key="roles", label=_("いまの役割"), cell=roles_in_words),
        Column(key="is_active", label=_("サインインできる")),
    ]
    table = Table(
        what=_("職員のアカウント"),
        rows=queries.staff(request.actor),
        columns=columns,
        filters=StaffFilter,
        filename="staff",
    )
    may_create = queries.may(request.actor, May.CREATE_ACCOUNT)
    return show_table(request, table, "administration/staff.html", {"may_create": may_create})


@login_required
def member(request: Request, public_id: UUID) -> HttpResponse:
    account = queries.member(request.actor, public_id)
    if account.pk != request.actor.account_id:
        look_at(
            actor=request.actor,
            concerned=account,
            what=gettext_noop("役割の履歴"),
            why=gettext_noop("役割の管理と点検のため"),
        )
    context = {
        "account": account,
        "grants": queries.grants_of(account),
        "elevations": queries.elevations_of(account),
        "day": local_day(now()),
        "may_change": queries.may(request.actor, May.GIVE_ROLE) and account.pk != request.actor.account_id,
    }
    return render(request, "administration/member.html", context)


@login_required
def create(request: Request) -> HttpResponse:
    queries.gate(request.actor, May.CREATE_ACCOUNT)
    form = AccountForm(request.POST or None)
    act = Act(title=_("職員のアカウントを作る"), button=_("アカウントを作る"))
    if stage_of(request, form) is Stage.ACT:
        try:
            account = create_account(actor=request.actor, **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("アカウントを作りました。続けて、役割を与えてください。"))
            return redirect(page_of(account))
    return show_form(
        request, form, "administration/act.html", {"back": reverse("administration:staff")}, act=act
    )


@login_required
def give(request: Request, public_id: UUID) -> HttpResponse:
    account = queries.member_to_change(request.actor, public_id)
    form = GiveRoleForm(request.POST or None, initial={"since": local_day(now()), "role": Role.SECTION_STAFF})
    title = _("%(name)sさんに役割を与える") % {"name": account}
    if stage_of(request, form) is Stage.ACT:
        try:
            give_role(actor=request.actor, account=account, **form.act)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("役割を与えました。"))
            return redirect(page_of(account))
    act = Act(title=title, button=_("役割を与える"))
    return show_form(request, form, "administration/act.html", {"back": page_of(account)}, act=act)


@login_required
def withdraw(request: Request, pk: int) -> HttpResponse:
    grant = queries.grant_to_end(request.actor, pk)
    form = ReasonForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            withdraw_role(
                actor=request.actor, grant=grant, reason=form.cleaned_data["reason"], on=local_day(now())
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("役割を終えました。"))
            return redirect(page_of(grant.account))
    words = {"name": grant.account, "role": role_in_words(grant)}
    act = Act(
        title=_("%(name)sさんの役割「%(role)s」を終える") % words, button=_("役割を終える"), danger=True
    )
    return show_form(request, form, "administration/act.html", {"back": page_of(grant.account)}, act=act)


@login_required
def roles(request: Request) -> HttpResponse:
    context = {"parts": queries.table_of_roles(request.actor), "roles": [role_name(role) for role in Role]}
    return render(request, "administration/roles.html", context)
