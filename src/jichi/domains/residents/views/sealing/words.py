"""Registrations as pages show them: facts, steps, history, pictures of true size."""

from base64 import b64encode
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.access.names import title_in_words
from jichi.kernel.web.words import day_text

from ...desk_forms.choosing import words_of
from ...models import SealAct, SealImpression, SealRegistration
from ...queries.papers.blocks import address_of
from ...queries.seal_desk import SealCase
from ...queries.seeing import Seen
from ...rules.seal_words import ACTS, ENDINGS, PROOFS, WAYS
from ...states import SEAL
from ...states import SEAL_ENDED as ENDED

# A picture's own width in the page's unit, of which 96 are an inch.
CSS_DPI, DPI = 96, 600


def step_name(registration: SealRegistration) -> str:
    return words_of(SEAL.step(registration.step))


def step_kind(registration: SealRegistration) -> str:
    if registration.step == "registered":
        return "done"
    return "now" if registration.is_open else "stopped"


def steps_of(registration: SealRegistration) -> list[dict[str, Any]]:
    """The way of this registration: with an inquiry only where there is one, and with its end when it has ended."""
    way = way_of(registration)
    now = way.index(registration.step)
    days = days_of(registration)
    return [
        {
            "name": words_of(SEAL.step(code)),
            "state": state_of(place, now, registration),
            "day": days.get(code),
        }
        for place, code in enumerate(way)
    ]


def way_of(registration: SealRegistration) -> list[str]:
    inquires = registration.inquired_on or (registration.step == "applied" and registration.by_proxy)
    went = ["applied", *(["inquired"] if inquires else []), "verified", "registered"]
    if registration.step == "closed":
        return [*went[: 1 + bool(inquires)], "closed"]
    return went if registration.step in went else [*went, registration.step]


def state_of(place: int, now: int, registration: SealRegistration) -> str:
    if place == now:
        return "now" if registration.is_open or registration.is_standing else "stopped"
    return "done" if place < now else "next"


def days_of(registration: SealRegistration) -> dict[str, date | None]:
    return {
        "applied": registration.applied_on,
        "inquired": registration.inquired_on,
        "verified": registration.answered_on,
        "registered": registration.registered_on,
        **dict.fromkeys(ENDED, registration.ended_on),
    }


def facts_of(case: SealCase) -> list[dict[str, Any]]:
    """Who came, what was shown, which days: what is empty is left out by the page."""
    seal = case.registration
    return [
        {"label": _("印鑑の文字"), "value": seal.engraved},
        {"label": _("申請の日"), "value": day_text(seal.applied_on)},
        {"label": _("印鑑登録証"), "value": cards_text(seal)},
        {"label": _("登録の日"), "value": day_or_nothing(seal.registered_on)},
        {"label": _("本人確認の方法"), "value": _(WAYS[seal.way]) if seal.way else ""},  # type: ignore[index]
        {"label": _("見せてもらった書類"), "value": proofs_text(seal.proofs)},
        {"label": _("保証人の登録"), "value": seal.guarantor.number if seal.guarantor else ""},
        {"label": _("代理人"), "value": seal.proxy},
        {"label": _("本人が来られない理由"), "value": seal.proxy_reason},
        {"label": _("成年後見人"), "value": seal.guardian},
        {"label": _("変更する前の登録"), "value": seal.replaces.number if seal.replaces else ""},
        *end_of(seal),
    ]


def end_of(seal: SealRegistration) -> list[dict[str, Any]]:
    because = _(ENDINGS[seal.ended_because]) if seal.ended_because else ""  # type: ignore[index]
    return [
        {"label": _("終わった日"), "value": day_or_nothing(seal.ended_on)},
        {"label": _("終わった理由"), "value": because},
    ]


def person_facts(record: Seen) -> list[dict[str, Any]]:
    facts = record.facts
    return [
        {"label": _("氏名"), "value": facts.name},
        {"label": _("フリガナ"), "value": facts.kana},
        {"label": _("旧氏"), "value": facts.former_name},
        {"label": _("通称"), "value": facts.common_name},
        {"label": _("生年月日"), "value": day_or_nothing(facts.birth) or facts.birth_as_told},
        {"label": _("住所"), "value": address_of(record)},
        {"label": _("住民の番号"), "value": record.person.number},
    ]


def cards_text(registration: SealRegistration) -> str:
    """Every card that was handed out, the one that counts first."""
    cards = sorted(registration.cards.all(), key=lambda card: (card.ended_on is not None, -card.pk))
    return _("、").join(
        card.number if card.ended_on is None else _("%(number)s（使えません）") % {"number": card.number}
        for card in cards
    )


def proofs_text(proofs: str) -> str:
    return _("、").join(_(PROOFS[proof]) for proof in proofs.split())  # type: ignore[index]


def day_or_nothing(day: date | None) -> str:
    return day_text(day) if day else ""


def history_of(acts: Any) -> list[dict[str, Any]]:
    return [
        {"at": act.happened_on, "what": act_text(act), "who": title_in_words(act.actor_title)} for act in acts
    ]


def act_text(act: SealAct) -> str:
    said = _(ACTS.get(act.verb, act.verb))
    return _("%(what)s（%(note)s）") % {"what": said, "note": act.note} if act.note else said


def picture_of(impression: SealImpression) -> dict[str, Any]:
    """The clean impression as it will be printed, as wide on the page as on paper."""
    return {
        "source": as_data(bytes(impression.png)),
        "width": css_width(impression.width, DPI),
        "side": f"{impression.side / 100:.1f}",
        "missing": impression.missing,
        "turned": f"{abs(impression.turned) / 10:.1f}" if impression.turned else "",
    }


def scan_of(impression: SealImpression) -> dict[str, Any] | None:
    """What was scanned, as wide on the page as on paper; None when it was thrown away."""
    from PIL import Image  # only who looks at a scan waits for it

    if not impression.before:
        return None
    import io

    with Image.open(io.BytesIO(bytes(impression.before))) as picture:
        dpi = float(picture.info.get("dpi", (DPI, DPI))[0])
        return {"source": as_data(bytes(impression.before)), "width": css_width(picture.width, dpi)}


def css_width(dots: int, dpi: float) -> int:
    return round(dots * CSS_DPI / dpi)


def as_data(png: bytes) -> str:
    """Within the page, so that no address leads to anybody's impression."""
    return f"data:image/png;base64,{b64encode(png).decode()}"
