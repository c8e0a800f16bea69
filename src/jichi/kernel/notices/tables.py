"""Lists of notices for staff: drafts, mail in doubt, suspended addresses, received mail, batches."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.web.table import Column, Table
from jichi.kernel.web.words import moment_text

from .models import Batch, Mail, PublicNotice, ReceivedMail, SuspendedAddress
from .words import step_name


def drafts_table(rows: QuerySet[PublicNotice]) -> Table:
    return Table(
        what=_("告示・公表の案と掲示"),
        rows=rows,
        filename="public-notice-drafts",
        columns=[
            Column(
                key="title",
                label=_("題名"),
                heading=True,
                link=lambda row: reverse("notices:draft", args=[row.reference]),
                sort="title",
            ),
            Column(key="sort", label=_("種類"), cell=lambda row: row.get_sort_display()),
            Column(key="section", label=_("担当の課"), cell=lambda row: str(row.section)),
            Column(key="step", label=_("段階"), cell=lambda row: step_name(row.step), sort="step"),
            Column(key="drafted_on", label=_("起案した日"), sort="drafted_on"),
        ],
    )


def doubt_table(rows: QuerySet[Mail]) -> Table:
    return Table(
        what=_("届いていない、または届いたか分からないメール"),
        rows=rows,
        filename="mail-in-doubt",
        id="doubt",
        columns=[
            Column(key="at", label=_("お知らせの時刻"), cell=lambda row: moment_text(row.notice.at)),
            Column(key="state", label=_("状態"), cell=lambda row: row.get_state_display(), heading=True),
            Column(key="reason", label=_("理由")),
            Column(key="attempts", label=_("送った回数"), numeric=True),
        ],
    )


def suspended_table(rows: QuerySet[SuspendedAddress]) -> Table:
    return Table(
        what=_("メールを止めている宛先"),
        rows=rows,
        filename="suspended-addresses",
        id="suspended",
        columns=[
            Column(
                key="address",
                label=_("メールアドレス"),
                heading=True,
                link=lambda row: reverse("notices:restore", args=[row.pk]),
            ),
            Column(key="status", label=_("相手のサーバーの記号")),
            Column(key="since", label=_("止めた時刻"), cell=lambda row: moment_text(row.since)),
        ],
    )


def received_table(rows: QuerySet[ReceivedMail]) -> Table:
    return Table(
        what=_("受け取ったメール"),
        rows=rows,
        filename="received-mail",
        columns=[
            Column(
                key="subject",
                label=_("件名"),
                cell=lambda row: row.subject or _("（件名なし）"),
                heading=True,
                link=lambda row: reverse("notices:received", args=[row.pk]),
            ),
            Column(key="sender", label=_("差出人"), cell=lambda row: row.sender_name or row.sender),
            Column(key="at", label=_("受け取った時刻"), cell=lambda row: moment_text(row.at), sort="at"),
            Column(key="state", label=_("状態"), cell=received_state),
        ],
    )


def received_state(row: Any) -> str:
    if row.erased_at:
        return _("消去済み")
    return _("処理済み") if row.handled_at else _("未処理")


def batches_table(rows: QuerySet[Batch], actor: Actor) -> Table:
    return Table(
        what=_("手紙の束"),
        rows=rows,
        filename="letter-batches",
        columns=[
            Column(
                key="label",
                label=_("束の番号"),
                heading=True,
                link=lambda row: reverse("notices:batch", args=[row.year, row.number]),
            ),
            Column(key="size", label=_("通数"), numeric=True, sort="size"),
            Column(key="copies", label=_("印刷の回数"), numeric=True),
            Column(key="step", label=_("段階"), cell=lambda row: _(row.get_step_display())),
            Column(key="made_on", label=_("作った日"), sort="made_on"),
            Column(key="posted_on", label=_("発送した日"), sort="posted_on"),
        ],
    )
