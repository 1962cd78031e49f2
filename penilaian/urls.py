"""Addresses of this app."""

from django.urls import path

from penilaian.api.kesenjangan import DaftarKesenjanganApi
from penilaian.api.penilaian import DaftarPenilaianApi, RinciPenilaianApi
from penilaian.views import asesmen, kesenjangan, penilaian, periode, terbit

app_name = "penilaian"
P = "penilaian/periode/<uuid:uid>/"
urlpatterns = [
    path("profil/", kesenjangan.profil, name="profil"),
    path("profil/<uuid:uid>/", kesenjangan.profil_orang, name="profil-pegawai"),
    path(
        "profil/<uuid:uid>/<uuid:kompetensi>/",
        kesenjangan.kompetensi,
        name="profil-kompetensi",
    ),
    path("penilaian/hasil/<uuid:uid>/", penilaian.rinci, name="penilaian-rinci"),
    path("penilaian/asesmen/", asesmen.daftar, name="asesmen-daftar"),
    path("penilaian/asesmen/<uuid:uid>/", asesmen.isi, name="asesmen-isi"),
    path("penilaian/periode/", periode.daftar, name="periode-daftar"),
    path("penilaian/periode/buat/", periode.buat, name="periode-buat"),
    path(P, periode.rinci, name="periode-rinci"),
    path(f"{P}ubah/", periode.ubah, name="periode-ubah"),
    path(f"{P}buka/", periode.buka, name="periode-buka"),
    path(f"{P}tutup/", periode.tutup, name="periode-tutup"),
    path(f"{P}asesor/", periode.asesor, name="periode-asesor"),
    path(f"{P}hasil/", periode.hasil, name="periode-hasil"),
    path(f"{P}terbitkan/", terbit.terbitkan, name="periode-terbitkan"),
    path(
        f"{P}peserta/<uuid:penilaian>/keluarkan/",
        terbit.keluarkan,
        name="periode-keluarkan",
    ),
    path("api/v1/penilaian/", DaftarPenilaianApi.as_view(), name="api-penilaian"),
    path(
        "api/v1/penilaian/<uuid:uid>/",
        RinciPenilaianApi.as_view(),
        name="api-penilaian-rinci",
    ),
    path("api/v1/kesenjangan/", DaftarKesenjanganApi.as_view(), name="api-kesenjangan"),
]
