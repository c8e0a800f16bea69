"""The machines' way to certificates: kiosks and convenience stores ask here, step by step, with a token of their own.

Everything but the state of the channels needs the token of a registered terminal. Each step carries a key of the terminal's
making (`Idempotency-Key`): sent again, after a broken line or a restart, it is the same step and never a second one. What
a session may do, only the holder of its `Session-Key` may do. docs/terminals.md says it to who builds a terminal.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Field, Header, Router, Schema
from ninja.security import HttpBearer

from jichi.kernel.clock.reading import today
from jichi.kernel.rest.lazy import gettext_lazy as _

from .actions.secrets import kept_of
from .actions.sessions.choosing import (
    choose_at_terminal,
    end_session,
    pay_at_terminal,
    stay_at_terminal,
)
from .actions.sessions.failing import report_failure, report_refund
from .actions.sessions.open_session import NotOpened, Shown, open_session
from .actions.sessions.printing import acknowledge_print, print_at_terminal
from .actions.sessions.steps import MACHINE, Call, call, session_of
from .models import Terminal, TerminalSession
from .queries.home.channels import hours_of, stops_now
from .queries.home.offers import offers_for
from .queries.home.papers import paper_of
from .queries.home.session_receipts import receipt_of_session
from .rules.certificates.words import MACHINES
from .rules.channels import Channel
from .rules.failures import Failure

router = Router()


class TerminalToken(HttpBearer):
    """The token that was shown once when the terminal was registered."""

    def authenticate(self, request: HttpRequest, token: str) -> Terminal | None:
        known = Terminal.objects.select_related("ward", "office").filter(
            digest=kept_of("terminal", token), ended_at__isnull=True
        )
        return known.first()


TOKEN = TerminalToken()


class CardIn(Schema):
    card: str = Field(pattern=r"^[0-9]{12}$", description=_("カードの番号（12桁）"))
    pin: str = Field(pattern=r"^[0-9]{4}$", description=_("暗証番号（4桁）"))


class ChoiceIn(Schema):
    kind: str = Field(max_length=30, description=_("証明書の種類（offers にあるもの）"))
    options: list[str] = Field([], max_length=10, description=_("載せるもの（offers にあるもの）"))


class PaymentIn(Schema):
    yen: int = Field(ge=0, le=1_000_000, description=_("支払われた額（円）"))


class AcknowledgementIn(Schema):
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description=_("印刷したPDFのSHA-256"))


class FailureIn(Schema):
    because: Failure = Field(description=_("紙を渡せなかったわけ"))


class OfferOut(Schema):
    kind: str
    name: str
    options: list[str]
    fee: int | None


class ReceiptOut(Schema):
    number: str = Field(description=_("領収書に印刷する番号"))
    on: date
    city: str
    office: str
    what: str
    yen: int


class SessionOut(Schema):
    id: UUID
    step: str
    ends_at: datetime
    kind: str
    options: list[str]
    fee: int | None
    paid: int
    certificate: str
    sha256: str
    receipt: ReceiptOut | None = Field(
        description=_("紙が渡った後の、領収書に印刷する内容。返金したときは無い。")
    )


class OpenedOut(SessionOut):
    session_key: str = Field(description=_("以後の要求の Session-Key に付ける値。この端末だけが知る。"))
    offers: list[OfferOut]


class ChannelOut(Schema):
    channel: str
    opens: str | None
    closes: str | None
    is_unconfirmed: bool
    is_stopped: bool
    stopped_kinds: list[str]


KEY = Header(alias="Idempotency-Key", description=_("端末が作るUUID。同じ値なら同じ要求として扱う。"))
SECRET = Header(
    alias="Session-Key", min_length=1, max_length=100, description=_("手続きを始めたときに受け取った値")
)


def terminal_of(request: HttpRequest) -> Terminal:
    return request.auth  # type: ignore[attr-defined]


def step_of(request: HttpRequest, key: UUID, verb: str, *said: object) -> Call:
    return call(terminal_of(request), key, verb, {"said": said})


def told(session: TerminalSession) -> dict[str, Any]:
    return {
        "id": session.public_id,
        "step": session.step,
        "ends_at": session.ends_at,
        "kind": session.kind,
        "options": session.options.split(),
        "fee": session.fee,
        "paid": session.paid,
        "certificate": session.certificate,
        "sha256": session.paper,
        "receipt": receipt_of_session(session),
    }


@router.get("/channels", response=list[ChannelOut], summary=_("端末とコンビニ交付の時間と状態"))
def channels(request: HttpRequest) -> Any:
    # A docstring would be shown as the description: hours by law, and what stands still at this moment.
    on, stops = today(), stops_now()
    return [state_of(channel, on, stops.get(channel, set())) for channel in sorted(MACHINES)]


def state_of(channel: Channel, on: date, stopped: set[str]) -> dict[str, Any]:
    hours = hours_of(channel, on)
    return {
        "channel": channel,
        "opens": f"{hours.opens:%H:%M}" if hours else None,
        "closes": f"{hours.closes:%H:%M}" if hours else None,
        "is_unconfirmed": bool(hours and hours.is_unconfirmed),
        "is_stopped": "" in stopped,
        "stopped_kinds": sorted(stopped - {""}),
    }


@router.post(
    "/sessions", response={201: OpenedOut}, auth=TOKEN, summary=_("カードと暗証番号で手続きを始める")
)
def begin(request: HttpRequest, said: CardIn, key: UUID = KEY) -> Any:
    step = step_of(request, key, "open", said.card, said.pin)
    opened = open_session(actor=MACHINE, step=step, shown=Shown(card=said.card, pin=said.pin), on=today())
    if isinstance(opened, NotOpened):
        raise opened.refusal
    session = opened.session
    offers = offers_for(session.person, channel=Channel(step.terminal.channel), on=session.on)
    shown = [
        {
            "kind": each.kind.code,
            "name": each.kind.name,
            "options": list(map(str, each.options)),
            "fee": each.fee,
        }
        for each in offers
    ]
    return 201, {**told(session), "session_key": opened.secret, "offers": shown}


@router.get("/sessions/{session_id}", response=SessionOut, auth=TOKEN, summary=_("手続きがどこにあるか"))
def session(request: HttpRequest, session_id: UUID, secret: str = SECRET) -> Any:
    return told(session_of(terminal_of(request), session_id, secret))


@router.post("/sessions/{session_id}/choice", response=SessionOut, auth=TOKEN, summary=_("証明書を選ぶ"))
def choose(
    request: HttpRequest, session_id: UUID, said: ChoiceIn, key: UUID = KEY, secret: str = SECRET
) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "choose", session_id, said.kind, sorted(said.options))
    return told(
        choose_at_terminal(
            actor=MACHINE, step=step, session=found, kind=said.kind, options=said.options, on=today()
        )
    )


@router.post(
    "/sessions/{session_id}/payment", response=SessionOut, auth=TOKEN, summary=_("手数料の支払いを届ける")
)
def pay(
    request: HttpRequest, session_id: UUID, said: PaymentIn, key: UUID = KEY, secret: str = SECRET
) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "pay", session_id, said.yen)
    return told(pay_at_terminal(actor=MACHINE, step=step, session=found, yen=said.yen))


@router.post("/sessions/{session_id}/print", response=SessionOut, auth=TOKEN, summary=_("証明書を発行させる"))
def issue(request: HttpRequest, session_id: UUID, key: UUID = KEY, secret: str = SECRET) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "print", session_id)
    return told(print_at_terminal(actor=MACHINE, step=step, session=found))


@router.get(
    "/sessions/{session_id}/paper",
    auth=TOKEN,
    summary=_("発行された証明書のPDF"),
    openapi_extra={
        "responses": {
            200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
        }
    },
)
def paper(request: HttpRequest, session_id: UUID, secret: str = SECRET) -> HttpResponse:
    # The same bytes each time, as long as the print is not acknowledged.
    pdf = paper_of(session_of(terminal_of(request), session_id, secret))
    return HttpResponse(pdf, content_type="application/pdf", headers={"Cache-Control": "no-store"})


@router.post(
    "/sessions/{session_id}/acknowledgement", response=SessionOut, auth=TOKEN, summary=_("印刷の完了を届ける")
)
def acknowledge(
    request: HttpRequest, session_id: UUID, said: AcknowledgementIn, key: UUID = KEY, secret: str = SECRET
) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "acknowledge", session_id, said.sha256)
    return told(acknowledge_print(actor=MACHINE, step=step, session=found, sha256=said.sha256))


@router.post(
    "/sessions/{session_id}/failure",
    response=SessionOut,
    auth=TOKEN,
    summary=_("紙を渡せなかったことを届ける"),
)
def fail(
    request: HttpRequest, session_id: UUID, said: FailureIn, key: UUID = KEY, secret: str = SECRET
) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "fail", session_id, said.because)
    return told(report_failure(actor=MACHINE, step=step, session=found, because=said.because))


@router.post("/sessions/{session_id}/refund", response=SessionOut, auth=TOKEN, summary=_("返金を届ける"))
def refund(request: HttpRequest, session_id: UUID, key: UUID = KEY, secret: str = SECRET) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "refund", session_id)
    return told(report_refund(actor=MACHINE, step=step, session=found, on=today()))


@router.post("/sessions/{session_id}/end", response=SessionOut, auth=TOKEN, summary=_("支払う前に終える"))
def end(request: HttpRequest, session_id: UUID, key: UUID = KEY, secret: str = SECRET) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "end", session_id)
    return told(end_session(actor=MACHINE, step=step, session=found))


@router.post("/sessions/{session_id}/stay", response=SessionOut, auth=TOKEN, summary=_("選ぶ時間を延ばす"))
def stay(request: HttpRequest, session_id: UUID, key: UUID = KEY, secret: str = SECRET) -> Any:
    found = session_of(terminal_of(request), session_id, secret)
    step = step_of(request, key, "stay", session_id)
    return told(stay_at_terminal(actor=MACHINE, step=step, session=found))
