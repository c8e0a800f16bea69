"""Every act on the registers leaves the same trace: its number and its ward in clear, all else as commitments."""

import json
from collections.abc import Mapping
from typing import Any

from jichi.kernel.actions.action import acting, record
from jichi.kernel.ledger.event import Personal, plain
from jichi.kernel.ledger.models import Event

from ..events import RegisterKept
from ..streams import stream_of

# What the public record names as the basis of every act: the duty as a whole. The provision of the single act would tell
# a move in from a protection.
DUTY = "戸籍住民基本台帳事務"


def kept(*, act: str, ward: str, verb: str, about: Mapping[str, Any], basis: str = "") -> Event:
    """Put an act on the record of the running action.

    `act` is the public number of the act (its stream), `ward` the office's code, `verb` the name of the action; `about` says
    whom it is about and what it did, with numbers of people and acts rather than names. The provision (`basis`, or the
    action's own) is kept with it as a commitment.

    Ledger: residents.register.kept
    """
    told = json.dumps(plain({**about, "basis": basis or acting().basis}), ensure_ascii=False, sort_keys=True)
    happened = RegisterKept(act=act, office=ward, verb=Personal(verb), about=Personal(told))
    return record(happened, stream=stream_of(act), basis=DUTY)
