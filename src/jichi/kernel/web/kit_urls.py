from django.urls import path

from . import style_page

app_name = "style"
urlpatterns = [
    path("", style_page.components, name="components"),
    path("list", style_page.list_page, name="list"),
    path("record", style_page.record_page, name="record"),
    path("form", style_page.form_page, name="form"),
    path("desk", style_page.desk_page, name="desk"),
    path("charts", style_page.charts_page, name="charts"),
    path("missing", style_page.missing_page, name="missing"),
]
