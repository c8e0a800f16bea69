from django.urls import URLPattern, path

from ..views.filing import asking, jobs

urlpatterns: list[URLPattern] = [
    path("files/", jobs.transfers_page, name="transfers"),
    path("files/load/", asking.load_page, name="load_files"),
    path("files/seals/", asking.seals_page, name="load_seals"),
    path("files/extract/", asking.extract_page, name="extract_files"),
    path("files/<uuid:key>/", jobs.job_page, name="transfer_job"),
    path("files/<uuid:key>/load/", jobs.confirm_load, name="confirm_load"),
    path("files/<uuid:key>/faults.csv", jobs.faults_csv, name="transfer_faults"),
    path("files/<uuid:key>/extract.zip", jobs.extract_file, name="transfer_extract"),
]
