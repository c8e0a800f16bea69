"""The request as views know it: for annotations only."""

from django.http import HttpRequest

from .actor import Actor


class Request(HttpRequest):
    """A request after `ActorMiddleware`."""

    actor: Actor
