from django.urls import include, path

from . import views

pages = [path("", views.account, name="account")]

urlpatterns = [path("", include((pages, "people"))), path("", include("allauth.urls"))]
