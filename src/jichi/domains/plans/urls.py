from django.urls import include, path

from .views import comments, dashboard, editions, importing, programmes, sheets

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
    path("programmes/<str:reference>/comment/", comments.write, name="comment_write"),
    path("comments/<str:reference>/", comments.comment, name="comment"),
    path("replies/<str:reference>/", comments.reply, name="reply"),
    path("consequences/<str:reference>/", comments.consequence, name="consequence"),
    path("sheets/<str:reference>/", sheets.sheet_one, name="sheet_one"),
    path("sheets/<str:reference>.pdf", sheets.sheet_one_pdf, name="sheet_one_pdf"),
    path("sheets/<str:reference>.csv", sheets.sheet_one_csv, name="sheet_one_csv"),
    path("sheets/<str:reference>/programmes.pdf", sheets.programmes_pdf, name="programmes_pdf"),
    path("sheets/<str:reference>/programmes.csv", sheets.programmes_csv, name="programmes_csv"),
    path("reviews/<str:reference>/", sheets.sheet_two, name="sheet_two"),
    path("reviews/<str:reference>.pdf", sheets.sheet_two_pdf, name="sheet_two_pdf"),
    path("reviews/<str:reference>.csv", sheets.sheet_two_csv, name="sheet_two_csv"),
    path("import/", importing.import_page, name="import"),
    path("corrections/", importing.corrections, name="corrections"),
    path("corrections/<int:pk>/", importing.decide, name="correction"),
    path("desk/", include("jichi.domains.plans.desk_urls")),
]
