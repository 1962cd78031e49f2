"""All addresses; an app's own stand in its urls.py."""

from django.urls import include, path

from kompetensi import sehat
from kompetensi.beranda import views as beranda

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("sehat/hidup", sehat.hidup, name="sehat-hidup"),
    path("sehat/siap", sehat.siap, name="sehat-siap"),
    path("csp/", sehat.laporan_csp, name="csp"),
    path("akun/", include("allauth.urls")),
    path("", include("pegawai.dasar.urls")),
    path("", include("pegawai.urls")),
    path("", include("pelatihan.urls")),
    path("", include("penilaian.urls")),
    path("", include("kemitraan.urls")),
]
