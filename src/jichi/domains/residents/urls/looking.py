from django.urls import URLPattern, path

from ..views.looking import looks, person, search

urlpatterns: list[URLPattern] = [
    path("search/", search.page, name="search"),
    path("people/<uuid:public_id>/", person.page, name="person"),
    path("looks/", looks.page, name="looks"),
    path("looks/unusual/", looks.unusual, name="unusual_looks"),
    path("looks/searches/", looks.searches, name="searches"),
    path("looks/protected/", looks.protected, name="protected_looks"),
    path("looks/people/<uuid:public_id>/", looks.at_person, name="looks_at_person"),
    path("looks/clerks/<uuid:public_id>/", looks.by_clerk, name="looks_of_clerk"),
]
