from django.urls import path

from .views import person, register, templates, verification

app_name = "documents"
urlpatterns = [
    path("d/", verification.home, name="verify"),
    path("d/file/", verification.by_file, name="by_file"),
    path("d/certificates/<slug:fingerprint>.pem", verification.certificate, name="certificate"),
    path("d/<str:code>/", verification.by_code, name="by_code"),
    path("d/<str:code>/document.pdf", verification.file, name="file"),
    path("desk/documents/", register.register, name="register"),
    path("desk/document-templates/", templates.listing, name="templates"),
    path("desk/document-templates/<str:name>.pdf", templates.sample, name="sample"),
    path("desk/documents/<int:pk>/", register.document, name="document"),
    path("desk/documents/<int:pk>/look/", person.look, name="look"),
    path("desk/documents/<int:pk>/document.pdf", person.file, name="staff_file"),
    path("desk/documents/<int:pk>/erase/", person.erase, name="erase"),
    path("desk/documents/<int:pk>/withdraw/", register.withdraw, name="withdraw"),
]
