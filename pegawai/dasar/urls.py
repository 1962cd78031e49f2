"""Addresses of the ground floor."""

from django.urls import path

from pegawai.dasar.views import pekerjaan, pemberitahuan

app_name = "dasar"
urlpatterns = [
    path("pemberitahuan/", pemberitahuan.daftar, name="pemberitahuan-daftar"),
    path(
        "pemberitahuan/baca/", pemberitahuan.baca_semua, name="pemberitahuan-baca-semua"
    ),
    path("pemberitahuan/<uuid:uid>/", pemberitahuan.baca, name="pemberitahuan-baca"),
    path("pekerjaan/", pekerjaan.daftar, name="pekerjaan-daftar"),
    path("pekerjaan/<uuid:uid>/", pekerjaan.rinci, name="pekerjaan-rinci"),
    path(
        "pekerjaan/<uuid:uid>/batalkan/",
        pekerjaan.batalkan,
        name="pekerjaan-batalkan",
    ),
    path("pekerjaan/<uuid:uid>/ulangi/", pekerjaan.ulangi, name="pekerjaan-ulangi"),
    path("pekerjaan/<uuid:uid>/unduh/", pekerjaan.unduh, name="pekerjaan-unduh"),
]
