"""Let somebody begin at a terminal, by card and PIN."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import check_password, make_password
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import CITY_TIME, now
from jichi.kernel.ledger.lock import lock

from ...models import ServiceCard, TerminalSession
from ...permissions import May
from ...queries.home.channels import hours_of, is_stopped
from ...rules.channels import Channel
from ...rules.session_times import FOR_STEP, MOST_WRONG_PINS
from ..act_numbers import next_act_number
from ..keeping import kept
from ..secrets import kept_of
from .steps import Call, note, taken_before, tell_record


class ChannelClosed(Refusal):
    code = "residents.channel_closed"
    status = 503
    message = _("いまは利用時間の外です。利用できる時間を確かめてください。")


class ChannelStopped(Refusal):
    code = "residents.channel_stopped"
    status = 503
    message = _("いま、この端末での証明書の交付を止めています。区役所の窓口で申し込んでください。")


class CardNotAccepted(Refusal):
    """The same words for an unknown card and for a wrong PIN."""

    code = "residents.card_not_accepted"
    status = 403
    message = _(
        "カードの番号か暗証番号が違います。3回続けて違うと、このカードは使えなくなります。そのときは、区役所の窓口に来てください。"
    )


class CardBlocked(Refusal):
    code = "residents.card_blocked"
    status = 403
    message = _(
        "暗証番号を3回続けて違えたため、このカードは使えません。区役所の窓口で、本人確認を受けてください。"
    )


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The number on a card, and the PIN that was typed."""

    card: str
    pin: str


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A session, and the key that its terminal shows with every further step."""

    session: TerminalSession
    secret: str


@dataclass(frozen=True, kw_only=True)
class NotOpened:
    """A card that was not accepted. Answered and not raised: the count of wrong PINs must stay."""

    refusal: Refusal


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def open_session(*, actor: Actor, step: Call, shown: Shown, on: date) -> Opened | NotOpened:
    """Begin a session for the holder of a card. The same key again is the same session, with the same secret.

    Ledger: residents.register.kept
    Raises: ChannelClosed; ChannelStopped; KeyUsedOtherwise; TooManySteps.
    """
    secret = kept_of("secret", f"{step.terminal.pk}/{step.key}")
    if before := taken_before(step):
        return opened_before(step, before.session, secret)
    at = now()
    refuse_closed(step, on, at)
    card = proven(shown)
    if isinstance(card, Refusal):
        note(step, None)
        return refused(step, card)
    session = opened(step, card, secret, on, at)
    note(step, session)
    tell_record(session, "open")
    return Opened(session=session, secret=secret)


def opened_before(step: Call, session: TerminalSession | None, secret: str) -> Opened | NotOpened:
    """The answer to a step that was taken already; a wrong PIN is not counted a second time."""
    if session is None:
        return refused(step, CardNotAccepted())
    tell_record(session, "open")
    return Opened(session=session, secret=secret)


def refused(step: Call, refusal: Refusal) -> NotOpened:
    kept(act=next_act_number(), ward=step.terminal.ward_id, verb="open_session", about={"card": "refused"})
    return NotOpened(refusal=refusal)


def refuse_closed(step: Call, on: date, at: datetime) -> None:
    channel = Channel(step.terminal.channel)
    if is_stopped(channel):
        raise ChannelStopped
    # A terminal of the demo serves at any time, and says so on its first page.
    hours = hours_of(channel, on)
    if not step.terminal.is_demo and not (hours and hours.is_open(on, at.astimezone(CITY_TIME).time())):
        raise ChannelClosed


def proven(shown: Shown) -> ServiceCard | Refusal:
    """The card, if number and PIN belong together. Unknown cards cost as much time as known ones."""
    card = lock(ServiceCard.objects.filter(digest=kept_of("card", shown.card), ended_on__isnull=True)).first()
    if card is None:
        make_password(shown.pin)
        return CardNotAccepted()
    if card.wrong_pins >= MOST_WRONG_PINS:
        return CardBlocked()
    is_right = check_password(shown.pin, card.pin)
    card.wrong_pins = 0 if is_right else card.wrong_pins + 1
    card.save(update_fields=["wrong_pins"])
    if is_right:
        return card
    return CardBlocked() if card.wrong_pins >= MOST_WRONG_PINS else CardNotAccepted()


def opened(step: Call, card: ServiceCard, secret: str, on: date, at: datetime) -> TerminalSession:
    return TerminalSession.objects.create(
        key=kept_of("session", secret),
        terminal=step.terminal,
        person=card.person,
        on=on,
        opened_at=at,
        ends_at=at + FOR_STEP["menu"],
        is_demo=card.is_demo,
    )
