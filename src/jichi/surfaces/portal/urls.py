from django.urls import path

from .views import home, pages, search, ward

app_name = "portal"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("search/suggest/", search.suggestions, name="suggest"),
    path("ward/", ward.choose, name="choose"),
    path("ward/mine/", ward.remember_place, name="remember"),
    path("ward/<str:code>/", ward.ward, name="ward"),
    path("about/", pages.about, name="about"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("keyboard/", pages.keyboard, name="keyboard"),
    path("sitemap/", pages.sitemap, name="sitemap"),
]
