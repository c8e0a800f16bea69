"""Which screen of the kiosk a session has reached, and what stands on it."""

from typing import Any

from django.utils.translation import ngettext

from jichi.kernel.clock.reading import now
from jichi.kernel.web.words import yen_text

from ...models import TerminalSession
from ...queries.home.session_receipts import receipt_of_session
from ...queries.home.words import kind_name, options_text

SCREENS = {
    "menu": "menu",
    "chosen": "pay",
    "paid": "print",
    "printing": "take",
    "printed": "done",
    "failed": "failed",
    "refunded": "failed",
}
WARN_SECONDS = 30


def screen_of(session: TerminalSession) -> str:
    return SCREENS[session.step]


def words_of(session: TerminalSession, paper_shown: str) -> dict[str, Any]:
    """What was chosen, what it costs, how long there is, and whether to warn."""
    left = max(0, int((session.ends_at - now()).total_seconds()))
    return {
        "kind": kind_name(session.kind) if session.kind else "",
        "options": options_text(session.options.split()),
        "fee": yen_text(session.fee) if session.fee is not None else "",
        "is_refunded": session.step == "refunded",
        "receipt": receipt_of_session(session),
        "left": left_text(left),
        "warns": left <= WARN_SECONDS,
        "can_stay": session.step in ("menu", "chosen"),
        "was_shown": bool(paper_shown),
    }


def left_text(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if minutes:
        return ngettext("残り%(minutes)s分", "残り%(minutes)s分", minutes) % {"minutes": minutes}
    return ngettext("残り%(seconds)s秒", "残り%(seconds)s秒", rest) % {"seconds": rest}
