from django.urls import path

from .views import coverage, numbers, whole

app_name = "threads"
urlpatterns = [
    path("", numbers.find, name="find"),
    path("coverage/", coverage.page, name="coverage"),
    path("<str:typed>/", numbers.short_link, name="record"),
    path("<str:typed>/thread/", whole.whole, name="whole"),
    path("<str:typed>/joined/", whole.joined, name="joined"),
]
