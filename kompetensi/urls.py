"""All addresses; an app's own stand in its urls.py."""

from django.urls import include, path

from kompetensi import sehat, umum
from kompetensi.beranda import views as beranda
from kompetensi.cari.views import cari
from kompetensi.data_saya import views as saya
from kompetensi.laporan import views as laporan
from kompetensi.lembar import views as lembar
from kompetensi.persetujuan.views import persetujuan
from kompetensi.skema import skema
from kompetensi.tim.views import tim

handler400 = "kompetensi.galat.galat_400"
handler404 = "kompetensi.galat.galat_404"
handler500 = "kompetensi.galat.galat_500"

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("sehat/hidup", sehat.hidup, name="sehat-hidup"),
    path("sehat/siap", sehat.siap, name="sehat-siap"),
    path("tugas/", beranda.tugas, name="tugas"),
    path("persetujuan/", persetujuan, name="persetujuan"),
    path("tim/", tim, name="tim"),
    path("cari/", cari, name="cari"),
    path("pegawai/<uuid:uid>/pelatihan/", lembar.pelatihan, name="lembar-pelatihan"),
    path("pegawai/<uuid:uid>/penilaian/", lembar.penilaian, name="lembar-penilaian"),
    path("pegawai/<uuid:uid>/rencana/", lembar.rencana, name="lembar-rencana"),
    path("laporan/", laporan.pegawai, name="laporan"),
    path("laporan/pegawai.csv", laporan.pegawai_unduh, name="laporan-unduh"),
    path("laporan/pensiun/", laporan.pensiun, name="laporan-pensiun"),
    path("laporan/pensiun.csv", laporan.pensiun_unduh, name="laporan-pensiun-unduh"),
    path("bantuan/", umum.bantuan, name="bantuan"),
    path("privasi/", umum.privasi, name="privasi"),
    path("aksesibilitas/", umum.aksesibilitas, name="aksesibilitas"),
    path("csp/", sehat.laporan_csp, name="csp"),
    path("saya/", saya.data_saya, name="data-saya"),
    path("saya/data/", saya.isi, name="data-saya-isi"),
    path("saya/data/unduh/", saya.unduh, name="data-saya-unduh"),
    path("saya/data/<slug:kode>/", saya.isi, name="data-saya-bagian"),
    path("saya/tema/", saya.tema, name="data-saya-tema"),
    path("saya/token/", saya.token, name="token"),
    path("saya/token/<uuid:uid>/cabut/", saya.token_cabut, name="token-cabut"),
    path("api/v1/skema/", skema, name="skema"),
    path("akun/", include("allauth.urls")),
    path("", include("pegawai.dasar.urls")),
    path("", include("pegawai.urls")),
    path("", include("pelatihan.urls")),
    path("", include("penilaian.urls")),
    path("", include("kemitraan.urls")),
]
