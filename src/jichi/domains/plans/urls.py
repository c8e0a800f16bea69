from django.urls import include, path

from .views import dashboard, editions, importing, programmes

app_name = "plans"
urlpatterns = [
    path("", editions.home, name="home"),
    path("editions/", editions.listing, name="editions"),
    path("editions/<str:reference>/", editions.tree, name="edition"),
    path("editions/<str:reference>/dashboard/", dashboard.dashboard, name="dashboard"),
    path("editions/<str:reference>/source/", editions.source, name="source"),
    path("editions/<str:reference>/changes/", editions.changes, name="changes"),
    path("programmes/", programmes.listing, name="programmes"),
    path("programmes/<str:reference>/", programmes.page, name="programme"),
    path("import/", importing.import_page, name="import"),
    path("corrections/", importing.corrections, name="corrections"),
    path("corrections/<int:pk>/", importing.decide, name="correction"),
    path("desk/", include("jichi.domains.plans.desk_urls")),
]
