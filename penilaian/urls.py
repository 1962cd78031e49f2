"""Addresses of this app."""

from django.urls import path

from penilaian.api.kesenjangan import DaftarKesenjanganApi
from penilaian.api.penilaian import DaftarPenilaianApi, RinciPenilaianApi
from penilaian.api.program import DaftarProgramApi
from penilaian.api.rencana import DaftarRencanaApi, RinciRencanaApi
from penilaian.views import (
    asesmen,
    impor,
    kesenjangan,
    penilaian,
    penugasan,
    periode,
    program,
    rencana,
    rencana_butir,
    terbit,
)

app_name = "penilaian"
P = "penilaian/periode/<uuid:uid>/"
urlpatterns = [
    path("profil/", kesenjangan.profil, name="profil"),
    path("profil/pdf/", kesenjangan.unduh, name="profil-unduh"),
    path("profil/<uuid:uid>/", kesenjangan.profil_orang, name="profil-pegawai"),
    path(
        "profil/<uuid:uid>/pdf/",
        kesenjangan.unduh_orang,
        name="profil-pegawai-unduh",
    ),
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
    path(f"{P}impor/", impor.buat, name="hasil-impor"),
    path(f"{P}impor/templat/", impor.templat, name="impor-templat"),
    path("penilaian/impor/<uuid:uid>/", impor.rinci, name="impor-rinci"),
    path("penilaian/impor/<uuid:uid>/jalankan/", impor.jalankan, name="impor-jalankan"),
    path("penilaian/impor/<uuid:uid>/batalkan/", impor.batalkan, name="impor-batalkan"),
    path("api/v1/penilaian/", DaftarPenilaianApi.as_view(), name="api-penilaian"),
    path(
        "api/v1/penilaian/<uuid:uid>/",
        RinciPenilaianApi.as_view(),
        name="api-penilaian-rinci",
    ),
    path("api/v1/kesenjangan/", DaftarKesenjanganApi.as_view(), name="api-kesenjangan"),
    path("rencana/", rencana.daftar, name="rencana-daftar"),
    path("rencana/saya/", rencana.saya, name="rencana-saya"),
    path("rencana/buat/", rencana.buat, name="rencana-buat"),
    path("rencana/<uuid:uid>/", rencana.rinci, name="rencana-rinci"),
    path("rencana/<uuid:uid>/ajukan/", rencana.ajukan, name="rencana-ajukan"),
    path("rencana/<uuid:uid>/setujui/", rencana.setujui, name="rencana-setujui"),
    path(
        "rencana/<uuid:uid>/kembalikan/", rencana.kembalikan, name="rencana-kembalikan"
    ),
    path(
        "rencana/<uuid:uid>/butir/tambah/",
        rencana_butir.tambah,
        name="rencana-tambah-butir",
    ),
    path(
        "rencana/butir/<uuid:uid>/ubah/", rencana_butir.ubah, name="rencana-ubah-butir"
    ),
    path(
        "rencana/butir/<uuid:uid>/hapus/",
        rencana_butir.hapus,
        name="rencana-hapus-butir",
    ),
    path(
        "rencana/butir/<uuid:uid>/catat/",
        rencana_butir.catat,
        name="rencana-catat-butir",
    ),
    path("program/", program.daftar, name="program-daftar"),
    path("program/buat/", program.buat, name="program-buat"),
    path("program/<uuid:uid>/", program.rinci, name="program-rinci"),
    path("program/<uuid:uid>/ubah/", program.ubah, name="program-ubah"),
    path(
        "program/<uuid:uid>/kebutuhan/tambah/",
        program.tambah,
        name="program-tambah-kebutuhan",
    ),
    path(
        "program/kebutuhan/<uuid:uid>/hapus/",
        program.hapus,
        name="program-hapus-kebutuhan",
    ),
    path(
        "program/<uuid:uid>/usulkan/<uuid:pegawai_uid>/",
        penugasan.usulkan,
        name="penugasan-usulkan",
    ),
    path("penugasan/", penugasan.daftar, name="penugasan-daftar"),
    path("penugasan/<uuid:uid>/", penugasan.rinci, name="penugasan-rinci"),
    path("penugasan/<uuid:uid>/setujui/", penugasan.setujui, name="penugasan-setujui"),
    path("penugasan/<uuid:uid>/tolak/", penugasan.tolak, name="penugasan-tolak"),
    path(
        "penugasan/<uuid:uid>/batalkan/",
        penugasan.batalkan,
        name="penugasan-batalkan",
    ),
    path(
        "penugasan/<uuid:uid>/selesaikan/",
        penugasan.selesaikan,
        name="penugasan-selesaikan",
    ),
    path("api/v1/rencana/", DaftarRencanaApi.as_view(), name="api-rencana"),
    path(
        "api/v1/rencana/<uuid:uid>/",
        RinciRencanaApi.as_view(),
        name="api-rencana-rinci",
    ),
    path("api/v1/program/", DaftarProgramApi.as_view(), name="api-program"),
]
