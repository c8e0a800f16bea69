from django.urls import path

from . import views

app_name = "opendata"
urlpatterns = [
    path("", views.home, name="home"),
    path("catalog.jsonld", views.jsonld, name="catalogue"),
    path("feeds/<slug:name>.atom", views.feed, name="feed"),
    path("<slug:name>.csv", views.as_csv, name="csv"),
    path("<slug:name>.json", views.as_json, name="json"),
    path("<slug:name>/", views.dataset, name="dataset"),
    path("<slug:name>/schema.json", views.schema, name="schema"),
]
