from datetime import date

from django.urls import path, register_converter

from .views import erasing, files, record, seals


class DayConverter:
    """A day as `2012-07-09`."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


register_converter(DayConverter, "day")

app_name = "ledger"
urlpatterns = [
    path("", record.home, name="home"),
    path("check/", record.how_to_check, name="how-to-check"),
    path("check/verifier.py", files.code, name="code"),
    path("record.jsonl", files.whole, name="whole"),
    path("checkpoint", files.checkpoint, name="checkpoint"),
    path("checkpoints/<int:size>", files.checkpoint, name="checkpoint-of"),
    path("keys/", seals.keys, name="keys"),
    path("days/", seals.days, name="days"),
    path("days/<day:day>/", seals.day, name="day"),
    path("days/<day:day>.pdf", seals.paper, name="paper"),
    path("days/<day:day>.jsonl", files.of_day, name="lines-of-day"),
    path("of/<str:reference>/", record.of_reference, name="of"),
    path("streams/<path:name>.jsonl", files.of_stream, name="lines"),
    path("streams/<path:name>/", record.stream, name="stream"),
    path("<slug:digest>/erase/", erasing.erase, name="erase"),
    path("<slug:digest>/", record.event, name="event"),
]
