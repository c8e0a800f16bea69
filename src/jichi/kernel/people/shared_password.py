"""The password that the whole demo city shares opens nothing on a real one."""

import hmac
import tomllib
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


class RefuseSharedPassword(BaseBackend):
    """Lets nobody in by the demo's password where the demo is over, whoever's account it still is.

    A database in which a demo ran may be opened again without JICHI_DEMO; its password stands in the repository.
    """

    def authenticate(self, request: HttpRequest | None, password: str | None = None, **named: Any) -> None:
        """Raises: PermissionDenied, which ends the search for another way in."""
        if not settings.DEMO and password and hmac.compare_digest(password.encode(), shared().encode()):
            raise PermissionDenied


@cache
def shared() -> str:
    """The password that everybody knows; one that nobody can type where the city has no demo."""
    path = settings.CITY_FOLDER / "demo" / "people.toml"
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["password"]) if path.exists() else "\x00"
