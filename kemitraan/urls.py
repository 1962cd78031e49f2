"""Addresses of this app."""

from django.urls import path

from kemitraan.api.magang import PenempatanDaftarApi, PenempatanRinciApi
from kemitraan.api.mitra import MitraDaftarApi, MitraRinciApi
from kemitraan.api.perjanjian import PerjanjianDaftarApi, PerjanjianRinciApi
from kemitraan.views import (
    magang,
    magang_tindakan,
    mitra,
    perjanjian,
    perjanjian_tindakan,
    permintaan,
    undangan,
    usul,
)

app_name = "kemitraan"
_P = "perjanjian/<uuid:uid>/"
_M = "magang/<uuid:uid>/"
_D = "mitra/permintaan/<uuid:uid>/"
_A = "mitra/<uuid:uid>/pengguna/"

urlpatterns = [
    path("mitra/", mitra.daftar, name="mitra-daftar"),
    path("mitra/beranda/", mitra.beranda, name="beranda-mitra"),
    path("mitra/buat/", mitra.buat, name="mitra-buat"),
    path("mitra/permintaan/", permintaan.daftar, name="permintaan-daftar"),
    path("mitra/permintaan/ajukan/", permintaan.ajukan, name="permintaan-ajukan"),
    path(_D, permintaan.rinci, name="permintaan-rinci"),
    path(f"{_D}terima/", permintaan.terima, name="permintaan-terima"),
    path(f"{_D}tolak/", permintaan.tolak, name="permintaan-tolak"),
    path(f"{_D}batalkan/", permintaan.batalkan, name="permintaan-batalkan"),
    path(f"{_D}salinan/", permintaan.salinan, name="permintaan-salinan"),
    path("mitra/<uuid:uid>/", mitra.rinci, name="mitra-rinci"),
    path("mitra/<uuid:uid>/ubah/", mitra.ubah, name="mitra-ubah"),
    path(f"{_A}undang/", undangan.undang, name="pengguna-undang"),
    path(f"{_A}usulkan/", usul.usulkan, name="pengguna-usulkan"),
    path(f"{_A}usul/<uuid:usul>/terima/", usul.terima, name="usul-pengguna-terima"),
    path(f"{_A}usul/<uuid:usul>/tolak/", usul.tolak, name="usul-pengguna-tolak"),
    path(f"{_A}<uuid:akun>/akhiri/", undangan.akhiri, name="pengguna-akhiri"),
    path(
        f"{_A}<uuid:akun>/kirim-ulang/",
        undangan.kirim_ulang,
        name="pengguna-kirim-ulang",
    ),
    path(f"{_M}undang/", undangan.pemagang, name="penempatan-undang"),
    path("perjanjian/", perjanjian.daftar, name="perjanjian-daftar"),
    path("perjanjian/buat/", perjanjian.buat, name="perjanjian-buat"),
    path(_P, perjanjian.rinci, name="perjanjian-rinci"),
    path(f"{_P}ubah/", perjanjian.ubah, name="perjanjian-ubah"),
    path(f"{_P}berkas/", perjanjian.berkas, name="perjanjian-berkas"),
    path(f"{_P}bahas/", perjanjian_tindakan.bahas, name="perjanjian-bahas"),
    path(
        f"{_P}tandatangani/",
        perjanjian_tindakan.tandatangani,
        name="perjanjian-tandatangani",
    ),
    path(f"{_P}hentikan/", perjanjian_tindakan.hentikan, name="perjanjian-hentikan"),
    path(
        f"{_P}perpanjang/", perjanjian_tindakan.perpanjang, name="perjanjian-perpanjang"
    ),
    path(f"{_P}program/buat/", perjanjian_tindakan.program, name="program-buat"),
    path("magang/", magang.daftar, name="magang-daftar"),
    path("magang/saya/", magang.saya, name="magang-saya"),
    path("magang/ajukan/", magang.ajukan_masuk, name="penempatan-ajukan"),
    path("magang/ajukan-asn/", magang.ajukan_keluar, name="penempatan-ajukan-asn"),
    path(_M, magang.rinci, name="penempatan-rinci"),
    path(f"{_M}terima/", magang_tindakan.terima, name="penempatan-terima"),
    path(f"{_M}tolak/", magang_tindakan.tolak, name="penempatan-tolak"),
    path(f"{_M}mulai/", magang_tindakan.mulai, name="penempatan-mulai"),
    path(f"{_M}selesai/", magang_tindakan.selesai, name="penempatan-selesai"),
    path(f"{_M}nilai/", magang_tindakan.nilai, name="penempatan-nilai"),
    path(f"{_M}batalkan/", magang_tindakan.batalkan, name="penempatan-batalkan"),
    path("api/v1/mitra/", MitraDaftarApi.as_view(), name="api-mitra-daftar"),
    path("api/v1/mitra/<uuid:uid>/", MitraRinciApi.as_view(), name="api-mitra-rinci"),
    path(
        "api/v1/perjanjian/",
        PerjanjianDaftarApi.as_view(),
        name="api-perjanjian-daftar",
    ),
    path(
        "api/v1/perjanjian/<uuid:uid>/",
        PerjanjianRinciApi.as_view(),
        name="api-perjanjian-rinci",
    ),
    path(
        "api/v1/penempatan/",
        PenempatanDaftarApi.as_view(),
        name="api-penempatan-daftar",
    ),
    path(
        "api/v1/penempatan/<uuid:uid>/",
        PenempatanRinciApi.as_view(),
        name="api-penempatan-rinci",
    ),
]
