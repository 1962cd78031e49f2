"""Every page that edits a stored row: the second editor sees both versions (X-1)."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from pegawai.models import Peran
from tests.pabrik.kemitraan import MitraFactory, PerjanjianFactory
from tests.pabrik.pegawai import PemberianPeranFactory, akun_berperan
from tests.pabrik.pelatihan import (
    AngkatanFactory,
    PelatihanFactory,
    PenyelenggaraFactory,
)
from tests.pabrik.penilaian import PenugasanAsesorFactory, PeriodePenilaianFactory
from tests.pabrik.rencana import ButirRencanaFactory, ProgramFactory


@pytest.fixture(autouse=True)
def _tanpa_faktor_kedua(settings):
    settings.WAJIB_FAKTOR_KEDUA = False


def _analis(benda):
    return akun_berperan(Peran.ANALIS)


def _admin(benda):
    return akun_berperan(Peran.ADMIN)


def _asesor(tugas):
    PemberianPeranFactory(pengguna=tugas.asesor, peran=Peran.ASESOR)
    return tugas.asesor


def _pemilik(butir):
    return butir.rencana.pegawai.pengguna


def _rancangan():
    return PerjanjianFactory(status="RANCANGAN", tanggal_ttd=None)


HALAMAN = {
    "pelatihan:katalog-ubah": (PelatihanFactory, _analis, "nama"),
    "pelatihan:angkatan-ubah": (AngkatanFactory, _analis, "tempat"),
    "pelatihan:penyelenggara-ubah": (PenyelenggaraFactory, _admin, "kontak"),
    "kemitraan:mitra-ubah": (MitraFactory, _analis, "alamat"),
    "kemitraan:perjanjian-ubah": (_rancangan, _analis, "ruang_lingkup"),
    "penilaian:program-ubah": (ProgramFactory, _analis, "uraian"),
    "penilaian:rencana-ubah-butir": (ButirRencanaFactory, _pemilik, "catatan"),
    "penilaian:periode-ubah": (PeriodePenilaianFactory, _analis, "nama"),
}


def terisi(form):
    """What a browser would send of the form as it is shown."""
    isi = {}
    for bidang in form:
        nilai = bidang.value()
        if isinstance(nilai, bool):
            nilai = "on" if nilai else None
        if nilai is not None and bidang.name != "berkas":
            isi[bidang.html_name] = (
                nilai.strftime("%d-%m-%Y") if isinstance(nilai, date) else nilai
            )
    return isi


@pytest.mark.parametrize("nama", HALAMAN)
def test_penyunting_kedua_melihat_kedua_isian_lalu_menyimpan(client, nama):
    pabrik, siapa, medan = HALAMAN[nama]
    benda = pabrik()
    client.force_login(siapa(benda))
    url = reverse(nama, kwargs={"uid": benda.uid})
    isi = terisi(client.get(url).context["form"])

    pertama = client.post(url, isi | {medan: "Isian pertama"})
    kedua = client.post(url, isi | {medan: "Isian kedua"})

    assert (pertama.status_code, kedua.status_code) == (302, 409)
    beda = [(b.isian, b.tersimpan) for b in kedua.context["baris"]]
    assert beda == [("Isian kedua", "Isian pertama")]
    lagi = client.post(url, terisi(kedua.context["form"]))
    benda.refresh_from_db()
    assert (lagi.status_code, getattr(benda, medan)) == (302, "Isian kedua")


@time_machine.travel("2026-11-24 08:00+08:00", tick=False)
def test_nilai_dari_dua_perangkat_yang_sama_sama_kosong_tidak_menimpa(client):
    tugas = PenugasanAsesorFactory()
    client.force_login(_asesor(tugas))
    url = reverse("penilaian:asesmen-isi", kwargs={"uid": tugas.uid})
    isi = terisi(client.get(url).context["form"])

    pertama = client.post(url, isi | {"catatan": "Dari kantor"})
    kedua = client.post(url, isi | {"catatan": "Dari ponsel"})

    assert (pertama.status_code, kedua.status_code) == (302, 409)
    assert [tuple(b)[1:] for b in kedua.context["baris"]] == [
        ("Dari ponsel", "Dari kantor")
    ]
