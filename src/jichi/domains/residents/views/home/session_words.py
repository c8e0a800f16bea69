"""Machines, channels and sessions in the words of the desk."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.web.words import moment_text, name_text, yen_text

from ...models import ChannelStop, Terminal, TerminalSession
from ...queries.home.channels import hours_of
from ...queries.home.words import kind_name
from ...rules.certificates.words import CHANNELS, MACHINES
from ...rules.channels import Channel
from ...rules.failures import FAILURES, Failure
from .opening_words import hours_text


def channel_name(channel: str) -> str:
    return _(CHANNELS[Channel(channel)])


def channel_lines(on: date, stops: Iterable[ChannelStop]) -> list[dict[str, Any]]:
    """Each channel with its hours, and whether it goes."""
    whole = {stop.channel for stop in stops if not stop.kind}
    return [
        {
            "name": channel_name(channel),
            "hours": channel_hours(channel, on),
            "stopped": channel in whole,
            "unsure": (hours := hours_of(channel, on)) is not None and hours.is_unconfirmed,
        }
        for channel in sorted(MACHINES)
    ]


def channel_hours(channel: Channel, on: date) -> str:
    hours = hours_of(channel, on)
    return hours_text(hours.opens, hours.closes) if hours else _("時間が決まっていません")


def stop_lines(stops: Iterable[ChannelStop]) -> list[dict[str, Any]]:
    return [
        {
            "pk": stop.pk,
            "what": channel_name(stop.channel),
            "kind": kind_name(stop.kind) if stop.kind else _("すべて"),
            "reason": stop.reason,
            "at": stop.stopped_at,
        }
        for stop in stops
    ]


def session_lines(sessions: Iterable[TerminalSession]) -> list[dict[str, Any]]:
    """No name: the desk finds the certificate by its number, and notes who it opens there."""
    return [
        {
            "id": session.public_id,
            "terminal": session.terminal.name,
            "at": moment_text(session.opened_at),
            "kind": kind_name(session.kind),
            "paid": yen_text(session.paid),
            "because": _(FAILURES[Failure(session.because)]) if session.because else "",
            "certificate": session.certificate,
        }
        for session in sessions
    ]


def terminal_lines(terminals: Iterable[Terminal]) -> list[dict[str, Any]]:
    return [
        {
            "pk": terminal.pk,
            "name": terminal.name,
            "channel": channel_name(terminal.channel),
            "place": name_text(terminal.office) if terminal.office else name_text(terminal.ward),
            "ended": terminal.ended_at is not None,
            "demo": terminal.is_demo,
        }
        for terminal in terminals
    ]
