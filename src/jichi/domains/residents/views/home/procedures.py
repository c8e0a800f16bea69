"""手続きする: what can be done without coming, and when the machines serve."""

from django.http import HttpResponse
from django.shortcuts import render

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today

from ...queries.home.desk import running_stops
from .session_words import channel_lines


def page(request: Request) -> HttpResponse:
    channels = channel_lines(today(), list(running_stops()))
    return render(request, "residents/home/procedures.html", {"channels": channels})
