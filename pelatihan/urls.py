"""Addresses of this app."""

from django.urls import path

from pelatihan.api import katalog as api
from pelatihan.views import (
    anggota,
    angkatan,
    hasil,
    katalog,
    pencalonan,
    penyelenggara,
    peserta,
    riwayat,
    sertifikat,
    usul,
    verifikasi,
)

app_name = "pelatihan"
urlpatterns = [
    path("pelatihan/", katalog.daftar, name="katalog-daftar"),
    path("pelatihan/buat/", katalog.buat, name="katalog-buat"),
    path("pelatihan/riwayat/", sertifikat.riwayat, name="riwayat-daftar"),
    path("pelatihan/riwayat/catat/", riwayat.catat, name="riwayat-catat"),
    path("pelatihan/riwayat/<uuid:uid>/", riwayat.rinci, name="riwayat-rinci"),
    path("pelatihan/riwayat/<uuid:uid>/ubah/", riwayat.ubah, name="riwayat-ubah"),
    path("pelatihan/riwayat/<uuid:uid>/tarik/", riwayat.tarik, name="riwayat-tarik"),
    path("pelatihan/riwayat/<uuid:uid>/bukti/", riwayat.bukti, name="riwayat-bukti"),
    path(
        "pelatihan/riwayat/<uuid:uid>/terima/",
        verifikasi.terima,
        name="riwayat-terima",
    ),
    path("pelatihan/riwayat/<uuid:uid>/tolak/", verifikasi.tolak, name="riwayat-tolak"),
    path(
        "pelatihan/riwayat/<uuid:uid>/urungkan/",
        verifikasi.urungkan,
        name="riwayat-urungkan",
    ),
    path("pelatihan/verifikasi/", verifikasi.daftar, name="verifikasi-daftar"),
    path("pelatihan/sertifikat/", sertifikat.daftar, name="sertifikat-daftar"),
    path(
        "pelatihan/sertifikat/<uuid:uid>/unduh/",
        sertifikat.unduh,
        name="sertifikat-unduh",
    ),
    path(
        "pelatihan/sertifikat/<uuid:uid>/cabut/",
        sertifikat.cabut,
        name="sertifikat-cabut",
    ),
    path("pelatihan/peserta/<uuid:uid>/", peserta.rinci, name="peserta-rinci"),
    path(
        "pelatihan/peserta/<uuid:uid>/setujui/", peserta.setujui, name="peserta-setujui"
    ),
    path("pelatihan/peserta/<uuid:uid>/tolak/", peserta.tolak, name="peserta-tolak"),
    path(
        "pelatihan/peserta/<uuid:uid>/batalkan/",
        peserta.batalkan,
        name="peserta-batalkan",
    ),
    path("pelatihan/<uuid:uid>/", katalog.rinci, name="katalog-rinci"),
    path("pelatihan/<uuid:uid>/ubah/", katalog.ubah, name="katalog-ubah"),
    path("pelatihan/<uuid:uid>/angkatan/", angkatan.buat, name="angkatan-buat"),
    path("pelatihan/usul/", usul.daftar, name="usul-daftar"),
    path("pelatihan/usul/buat/", usul.buat, name="usul-buat"),
    path("pelatihan/usul/<uuid:uid>/", usul.rinci, name="usul-rinci"),
    path("pelatihan/usul/<uuid:uid>/ambil/", usul.ambil, name="usul-ambil"),
    path("pelatihan/usul/<uuid:uid>/tolak/", usul.tolak, name="usul-tolak"),
    path("pelatihan/usul/<uuid:uid>/tarik/", usul.tarik, name="usul-tarik"),
    path("penyelenggara/", anggota.daftar, name="penyelenggara-daftar"),
    path("penyelenggara/buat/", penyelenggara.buat, name="penyelenggara-buat"),
    path("penyelenggara/<uuid:uid>/", anggota.rinci, name="penyelenggara-rinci"),
    path(
        "penyelenggara/<uuid:uid>/ubah/", penyelenggara.ubah, name="penyelenggara-ubah"
    ),
    path("penyelenggara/<uuid:uid>/anggota/", anggota.tambah, name="anggota-tambah"),
    path(
        "penyelenggara/<uuid:uid>/anggota/<uuid:akun>/akhiri/",
        anggota.akhiri,
        name="anggota-akhiri",
    ),
    path("angkatan/", angkatan.daftar, name="angkatan-daftar"),
    path("angkatan/<uuid:uid>/", angkatan.rinci, name="angkatan-rinci"),
    path("angkatan/<uuid:uid>/ubah/", angkatan.ubah, name="angkatan-ubah"),
    path("angkatan/<uuid:uid>/daftar/", peserta.daftar, name="peserta-daftar"),
    path("angkatan/<uuid:uid>/calonkan/", pencalonan.calonkan, name="peserta-calonkan"),
    path("angkatan/<uuid:uid>/buka/", angkatan.buka, name="angkatan-buka"),
    path("angkatan/<uuid:uid>/mulai/", angkatan.mulai, name="angkatan-mulai"),
    path("angkatan/<uuid:uid>/tutup/", angkatan.tutup, name="angkatan-tutup"),
    path("angkatan/<uuid:uid>/batalkan/", angkatan.batalkan, name="angkatan-batalkan"),
    path("angkatan/<uuid:uid>/kehadiran/", hasil.kehadiran, name="angkatan-kehadiran"),
    path("angkatan/<uuid:uid>/nilai/", hasil.nilai, name="angkatan-nilai"),
    path(
        "angkatan/<uuid:uid>/sertifikat/", hasil.terbitkan, name="angkatan-sertifikat"
    ),
    path("api/v1/pelatihan/", api.DaftarPelatihan.as_view(), name="api-pelatihan"),
    path(
        "api/v1/pelatihan/<uuid:uid>/",
        api.RinciPelatihan.as_view(),
        name="api-pelatihan-rinci",
    ),
    path("api/v1/angkatan/", api.DaftarAngkatan.as_view(), name="api-angkatan"),
    path(
        "api/v1/angkatan/<uuid:uid>/",
        api.RinciAngkatan.as_view(),
        name="api-angkatan-rinci",
    ),
]
