"""Movements, records and consequences in words."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.deadlines.words import day_in_words, step_in_words
from jichi.kernel.web.words import name_text, value_text

from ...actions.moves.carrying import Foreseen
from ...desk_forms.movements.fields import MAKERS, SEXES
from ...models import Entry, Movement
from ...queries.households import towns_named
from ...queries.limits import Due
from ...queries.seeing import Seen
from ...rules.consequences import Affected, Consequence, Weight
from ...rules.facts import ITEMS, Facts
from ...rules.kinds import Kind, kind_of
from ..country_words import country_text
from ..looking.rows import STANDINGS, birth_of, place_of

REGISTERS = {"resident": gettext_lazy("住民票"), "alien": gettext_lazy("外国人登録")}
WEIGHTS = {
    Weight.WILL: gettext_lazy("そうなります"),
    Weight.NEEDED: gettext_lazy("必要です"),
    Weight.MAYBE: gettext_lazy("確かめてください"),
}
OWN_LABELS = {
    "register": gettext_lazy("台帳"),
    "standing": gettext_lazy("状態"),
    "household": gettext_lazy("世帯"),
    "town": gettext_lazy("町"),
    "resident_code": gettext_lazy("住民票コード"),
}
# Steps of entering, in the order of the pages.
KIND, WHO, CONTENT, CHECK, DONE = range(5)


def label_of(item: str) -> str:
    return str(OWN_LABELS[item]) if item in OWN_LABELS else str(MAKERS[item]().label)


def item_text(facts: Facts, item: str, towns: dict[int, str] | None = None) -> str:
    """The value of an item as a person reads it."""
    value: Any = getattr(facts, item)
    if item == "sex":
        return str(dict(SEXES)[value])
    if item == "standing":
        return str(STANDINGS[value])
    if item == "register":
        return str(REGISTERS[value])
    if item == "nationality":
        return country_text(value)
    if item == "town":
        return (towns or {}).get(value, "")
    return "" if value in (None, "") else str(value_text(value))


def kind_text(kind: Kind) -> str:
    return name_text(kind)


def changes_of(affected: Iterable[Affected], towns: dict[int, str]) -> list[dict[str, Any]]:
    """Of each person: the items that would be another, before and after."""
    return [
        {
            "name": each.latest.name,
            "is_new": each.before is None,
            "items": item_changes(each.before or Facts(), each.after or Facts(), towns),
        }
        for each in affected
    ]


def item_changes(before: Facts, after: Facts, towns: dict[int, str]) -> list[dict[str, str]]:
    different = (item for item in ITEMS if getattr(before, item) != getattr(after, item))
    return [
        {
            "label": label_of(item),
            "before": item_text(before, item, towns),
            "after": item_text(after, item, towns),
        }
        for item in different
        if item != "household"
    ]


def consequences_of(found: Iterable[Consequence]) -> list[dict[str, str]]:
    return [
        {
            "weight": str(WEIGHTS[each.weight]),
            "text": _(each.sentence),
            "basis": each.basis,
            "kind": each.weight.value,
        }
        for each in found
    ]


def due_of(due: Due | None) -> dict[str, Any] | None:
    """The last day with the way in which it was counted."""
    if due is None:
        return None
    steps = [
        f"{day_in_words(step.day)}{_('：')}{step_in_words(step.rule_code)}" for step in due.reckoning.steps
    ]
    return {
        "day": due.day,
        "days": due.days,
        "basis": due.basis,
        "steps": steps,
        "is_unconfirmed": due.is_unconfirmed,
    }


def foreseen_of(found: Foreseen) -> dict[str, Any]:
    records = [facts for each in found.people for facts in (each.before, each.after) if facts]
    towns = towns_named(facts.town for facts in records if facts.town)
    return {
        "changes": changes_of(found.people, towns),
        "consequences": consequences_of(found.consequences),
        "due": due_of(found.due),
    }


def steps_at(now: int) -> list[dict[str, str]]:
    names = (_("種類"), _("人"), _("内容"), _("確認"), _("完了"))
    states = ["done" if at < now else "now" if at == now else "next" for at in range(len(names))]
    return [{"name": name, "state": state} for name, state in zip(names, states, strict=True)]


def member_row(seen: Seen) -> dict[str, Any]:
    facts = seen.facts
    return {
        "url": reverse("residents:person", args=[seen.person.public_id]),
        "history": reverse("residents:person_history", args=[seen.person.public_id]),
        "name": facts.name,
        "kana": facts.kana,
        "relationship": facts.relationship,
        "birth": birth_of(facts),
        "sex": str(dict(SEXES)[facts.sex]),
        "since": value_text(facts.address_since) if facts.address_since else "",
        "standing": "" if "standing" in seen.hidden else str(STANDINGS[facts.standing]),
        "is_leaving": facts.standing == "leaving",
        "register": str(REGISTERS[facts.register]),
        "nationality": country_text(facts.nationality) if facts.is_foreign else "",
        "to_officer": seen.to_officer,
    }


def place_of_household(members: Iterable[Seen]) -> str:
    return next((place_of(seen) for seen in members if seen.town), "")


def movement_line(movement: Movement) -> dict[str, Any]:
    """A movement on a timeline, in both times: when it happened, and when the city wrote it down."""
    voided = getattr(movement, "voided_by", None)
    return {
        "at": movement.happened_on,
        "what": kind_text(movement.what),
        "url": reverse("residents:movement", args=[movement.number]),
        "number": movement.number,
        "recorded_at": movement.recorded_at,
        "is_voided": voided is not None,
        "by_office": kind_of(movement.kind).by.value == "office",
        "ward": movement.ward.name,
    }


def choice_words(entry: Entry) -> str:
    birth = birth_of(entry.facts)
    return _("%(name)s（%(relationship)s、%(birth)s生まれ）") % {
        "name": entry.name,
        "relationship": entry.relationship or _("続柄なし"),
        "birth": birth or _("不詳"),
    }
