"""What a subsystem of these tests declares, in place of the portal's own manifest."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from jichi.kernel.subsystem import Card, NavItem, Subsystem, WardCard


def declare(monkeypatch: pytest.MonkeyPatch, **parts: Any) -> None:
    part = Subsystem(name="portal", title="試験", urls="jichi.surfaces.portal.urls", **parts)
    monkeypatch.setattr(apps.get_app_config("portal"), "subsystem", part)


def card(text: str, *, order: int = 50) -> Card:
    return Card(template="kit/empty.html", context=lambda day: {"text": text} if text else {}, order=order)


def ward_context(code: str, day: date) -> Mapping[str, Any]:
    return {"text": f"区番号{code}の催し"} if code == "14131" else {}


WARD_CARD = WardCard(template="kit/empty.html", context=ward_context)
DOOR = NavItem(label="試験のとびら", url_name="portal:about", explains="ためしに開きます")
