"""Addresses of the ground floor."""

from django.urls import path

from pegawai.dasar.views import dokumen, kode, pekerjaan, pemberitahuan

app_name = "dasar"
urlpatterns = [
    path("v/", dokumen.cari, name="dokumen-cari"),
    path("v/<str:kode>", dokumen.periksa, name="dokumen-periksa"),
    path("kode/", kode.masuk, name="kode-masuk"),
    path("kode/sandi/", kode.sandi, name="kode-sandi"),
    path("undangan/<str:tiket>/", kode.undangan, name="undangan"),
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
