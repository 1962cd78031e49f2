"""Addresses of this app."""

from django.urls import path

from pegawai.api import kompetensi as api_kompetensi
from pegawai.api import pegawai as api_pegawai
from pegawai.views import (
    daftar,
    edisi_kamus,
    impor,
    impor_pilihan,
    jabatan,
    kamus,
    kompetensi,
    organisasi,
    pegawai,
    standar,
    standar_terbit,
    surat,
)

app_name = "pegawai"
urlpatterns = [
    path("pegawai/", daftar.daftar, name="pegawai-daftar"),
    path("pegawai/saya/", pegawai.saya, name="pegawai-saya"),
    path("pegawai/<uuid:uid>/", pegawai.rinci, name="pegawai-rinci"),
    path("pegawai/<uuid:uid>/riwayat/", pegawai.riwayat, name="pegawai-riwayat"),
    path("pegawai/<uuid:uid>/perubahan/", pegawai.perubahan, name="pegawai-perubahan"),
    path("pegawai/<uuid:uid>/atasan/", pegawai.atasan_ganti, name="atasan-ganti"),
    path(
        "pegawai/<uuid:uid>/atasan/turunkan/",
        pegawai.atasan_turunkan,
        name="atasan-turunkan",
    ),
    path("unit/", organisasi.daftar, name="organisasi-daftar"),
    path("unit/hitung-atasan/", organisasi.hitung, name="organisasi-hitung-atasan"),
    path("unit/<uuid:uid>/", organisasi.rinci, name="organisasi-rinci"),
    path("unit/<uuid:uid>/atasan/", organisasi.atasan, name="organisasi-atasan"),
    path("jabatan/", jabatan.daftar, name="jabatan-daftar"),
    path("jabatan/<uuid:uid>/", jabatan.rinci, name="jabatan-rinci"),
    path("jabatan/<uuid:uid>/ubah/", jabatan.ubah, name="jabatan-ubah"),
    path("jabatan/<uuid:uid>/standar/", standar.buat, name="standar-buat"),
    path("kompetensi/", kompetensi.daftar, name="kompetensi-daftar"),
    path("kompetensi/<uuid:uid>/", kompetensi.rinci, name="kompetensi-rinci"),
    path("kamus/", kamus.daftar, name="kamus-daftar"),
    path("kamus/buat/", kamus.buat, name="kamus-buat"),
    path("kamus/<uuid:uid>/", kamus.rinci, name="kamus-rinci"),
    path("kamus/<uuid:uid>/ubah/", kamus.ubah, name="kamus-ubah"),
    path("kamus/<uuid:uid>/edisi/", kamus.edisi_baru, name="kamus-edisi-baru"),
    path("edisi-kamus/<uuid:uid>/", edisi_kamus.rinci, name="edisi-kamus-rinci"),
    path("edisi-kamus/<uuid:uid>/ubah/", edisi_kamus.ubah, name="edisi-kamus-ubah"),
    path("edisi-kamus/<uuid:uid>/butir/", edisi_kamus.butir, name="edisi-kamus-butir"),
    path(
        "edisi-kamus/<uuid:uid>/butir/hapus/",
        edisi_kamus.butir_hapus,
        name="edisi-kamus-butir-hapus",
    ),
    path(
        "edisi-kamus/<uuid:uid>/terbitkan/",
        edisi_kamus.terbitkan,
        name="edisi-kamus-terbitkan",
    ),
    path("edisi-kamus/<uuid:uid>/hapus/", edisi_kamus.hapus, name="edisi-kamus-hapus"),
    path("standar/", standar.daftar, name="standar-daftar"),
    path("standar/<uuid:uid>/", standar.rinci, name="standar-rinci"),
    path("standar/<uuid:uid>/ubah/", standar.ubah, name="standar-ubah"),
    path("standar/<uuid:uid>/banding/", standar_terbit.banding, name="standar-banding"),
    path("standar/<uuid:uid>/pdf/", standar_terbit.pdf, name="standar-pdf"),
    path(
        "standar/<uuid:uid>/terbitkan/",
        standar_terbit.terbitkan,
        name="standar-terbitkan",
    ),
    path("standar/<uuid:uid>/hapus/", standar.hapus, name="standar-hapus"),
    path(
        "standar/<uuid:uid>/edisi-baru/", standar.edisi_baru, name="standar-edisi-baru"
    ),
    path("impor/", impor.daftar, name="impor-daftar"),
    path("impor/unggah/", impor.unggah, name="impor-unggah"),
    path("impor/<uuid:uid>/", impor.rinci, name="impor-rinci"),
    path("impor/<uuid:uid>/kemajuan/", impor.kemajuan, name="impor-kemajuan"),
    path("impor/<uuid:uid>/pilihan/", impor.pilih, name="impor-pilih"),
    path("impor/<uuid:uid>/lewati/", impor_pilihan.lewati, name="impor-lewati"),
    path("impor/<uuid:uid>/ikutkan/", impor_pilihan.ikutkan, name="impor-ikutkan"),
    path("impor/<uuid:uid>/jenis/", impor_pilihan.jenis, name="impor-jenis"),
    path("impor/<uuid:uid>/jalankan/", impor.jalankan, name="impor-jalankan"),
    path("impor/<uuid:uid>/batalkan/", impor.batalkan, name="impor-batalkan"),
    path("impor/<uuid:uid>/ditolak/", impor.ditolak, name="impor-ditolak"),
    path("impor/<uuid:uid>/tidak-ada/", impor.tidak_ada, name="impor-tidak-ada"),
    path(
        "api/v1/pegawai/",
        api_pegawai.DaftarPegawai.as_view(),
        name="api-pegawai-daftar",
    ),
    path(
        "api/v1/pegawai/<uuid:uid>/",
        api_pegawai.RinciPegawai.as_view(),
        name="api-pegawai-rinci",
    ),
    path(
        "api/v1/kompetensi/",
        api_kompetensi.DaftarKompetensi.as_view(),
        name="api-kompetensi-daftar",
    ),
    path(
        "api/v1/kompetensi/<uuid:uid>/",
        api_kompetensi.RinciKompetensi.as_view(),
        name="api-kompetensi-rinci",
    ),
    path("surat/", surat.daftar, name="surat-daftar"),
]
