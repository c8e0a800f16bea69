from . import certificates, family, files, home, looking, movements, protection, seals

app_name = "residents"
urlpatterns = [
    *home.urlpatterns,
    *looking.urlpatterns,
    *movements.urlpatterns,
    *family.urlpatterns,
    *seals.urlpatterns,
    *protection.urlpatterns,
    *certificates.urlpatterns,
    *files.urlpatterns,
]
