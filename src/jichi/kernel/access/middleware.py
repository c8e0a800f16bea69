"""Puts the actor on each request; roles are read only when somebody asks."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from jichi.kernel.clock.reading import local_day, now

from .actor import NOBODY, Actor
from .queries import actor_for


class ActorMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def actor_of(request: HttpRequest) -> Actor:
    """The signed-in person with the roles held on the real day.

    A demo day never counts here: set to a day before a role was given, it would lock its setter out.
    """
    if not request.user.is_authenticated:
        return NOBODY
    moment = now()
    return actor_for(request.user, on=local_day(moment), at=moment)
