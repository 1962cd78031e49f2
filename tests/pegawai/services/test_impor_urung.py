"""Undo of a whole import (KETENTUAN IMP-11)."""

from datetime import date, timedelta

import pghistory
import pgtrigger
import pytest
from django.forms.models import model_to_dict
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pengguna
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import (
    BerkasImpor,
    Jabatan,
    JejakLihat,
    NomorPegawai,
    Pegawai,
    RiwayatJabatan,
    UnitKerja,
)
from pegawai.queries.impor_urung import rencana_urung
from pegawai.services.impor import jalankan_impor, pilih_impor
from pegawai.services.impor_urung import urungkan_impor
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, baca
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
)

KOLOM = ("NIP BARU", "NAMA", "UNOR NAMA", "JABATAN NAMA", "TMT JABATAN")


def jalan(impor):
    impor = jalankan_impor(impor=impor, setuju=True, oleh=impor.oleh)
    jalankan(pk=impor.pekerjaan_id)
    impor.refresh_from_db()
    return impor


def urung(impor):
    impor = urungkan_impor(impor=impor, oleh=impor.oleh)
    jalankan(pk=impor.pekerjaan_id)
    impor.refresh_from_db()
    return impor


def isi():
    """Everything that is kept about people, but the counter of versions."""
    return {
        model.__name__: sorted(
            (
                {k: v for k, v in model_to_dict(o).items() if k != "versi"}
                | {"pk": o.pk, "sumber_pada": getattr(o, "sumber_pada", None)}
                for o in model.objects.all()
            ),
            key=lambda baris: baris["pk"],
        )
        for model in (Pegawai, NomorPegawai, RiwayatJabatan)
    }


@pytest.fixture
def maria():
    """Somebody with a past, loaded without history as a demo city is."""
    JabatanFactory(nama="Perencana", unit_kerja=UnitKerjaFactory(nama="Dinas Uji"))
    with pgtrigger.ignore():
        maria = PegawaiFactory(nip=NIP, nama="Maria", pns_id="A-1", pendidikan="D-3")
        NomorPegawai.objects.create(pegawai=maria, nomor=NIP)
        RiwayatJabatanFactory(pegawai=maria, tmt=date(2021, 1, 1))
    return maria


def test_urung_mengembalikan_semua_baris_persis_seperti_semula(analis, maria):
    sebelum = isi()
    impor = jalan(
        baca(
            (
                NIP_LAIN,
                "Maria S.",
                "Dinas Uji",
                "Perencana",
                "01-10-2026",
                "A-1",
                "S-1",
            ),
            (NIP_PPPK, "Yuli", "Dinas Uji", "Perencana", "01-10-2026", "", ""),
            kolom=(*KOLOM, "PNS ID", "PENDIDIKAN NAMA"),
            oleh=analis,
        )
    )
    sesudah = isi()

    impor = urung(impor)

    assert sesudah["Pegawai"] != sebelum["Pegawai"]
    assert len(sesudah["RiwayatJabatan"]) == 3
    assert isi() == sebelum
    assert impor.status == "DIURUNGKAN"
    assert impor.ringkasan["urung"] == {
        "DIPULIHKAN": 1,
        "DIHAPUS": 1,
        "DITUTUP": 0,
        "DIBIARKAN": 0,
        "tempat_tersisa": 0,
    }
    assert not Pengguna.objects.filter(nama_akun=NIP_PPPK).exists()


def test_urung_dua_kali_tidak_mengubah_apa_pun(analis, maria):
    impor = urung(jalan(baca((NIP, "Maria S."), oleh=analis)))
    sebelum = isi()

    lagi = urungkan_impor(impor=impor, oleh=analis)

    assert lagi.status == "DIURUNGKAN"
    assert isi() == sebelum


def test_urung_membiarkan_yang_diubah_sesudahnya_dan_menyebutnya(analis, maria):
    ester = PegawaiFactory(nip=NIP_LAIN, nama="Ester")
    impor = jalan(baca((NIP, "Maria S."), (NIP_LAIN, "Ester B."), oleh=analis))
    with pghistory.context(url="/pegawai/"):
        Pegawai.objects.filter(pk=maria.pk).update(pendidikan="S-2")
    rencana = rencana_urung(impor)

    impor = urung(impor)

    maria.refresh_from_db()
    ester.refresh_from_db()
    assert rencana.khusus == {maria.pk: "DIBIARKAN"}
    assert (maria.nama, maria.pendidikan, ester.nama) == ("Maria S.", "S-2", "Ester")
    assert impor.baris.get(urung="DIBIARKAN").pegawai == maria


def test_urung_membiarkan_yang_riwayatnya_diubah_sesudahnya(analis, maria):
    impor = jalan(
        baca(
            (NIP, "Maria", "Dinas Uji", "Perencana", "01-10-2026"),
            kolom=KOLOM,
            oleh=analis,
        )
    )
    with pghistory.context(url="/pegawai/"):
        RiwayatJabatan.objects.filter(pegawai=maria, sampai=None).update(nomor_sk="SK")

    urung(impor)

    assert Pegawai.objects.get(pk=maria.pk).jabatan.nama == "Perencana"


def test_urung_menutup_orang_baru_yang_sudah_dirujuk(analis, maria):
    impor = jalan(baca((NIP_PPPK, "Yuli"), (NIP_LAIN, "Ester"), oleh=analis))
    yuli = Pegawai.objects.get(nip=NIP_PPPK)
    JejakLihat.objects.create(
        pengguna=analis,
        pegawai=yuli,
        jenis="LEMBAR",
        hari=date(2026, 11, 24),
        pertama_pada=timezone.now(),
        terakhir_pada=timezone.now(),
    )

    impor = urung(impor)

    yuli.refresh_from_db()
    assert yuli.kedudukan_hukum == "PINDAH_INSTANSI"
    assert not yuli.pengguna.is_active
    assert not Pegawai.objects.filter(nip=NIP_LAIN).exists()
    assert impor.baris.get(urung="DITUTUP").pegawai == yuli


def test_urung_menghapus_unit_dan_jabatan_yang_dibuat_dan_tidak_dipakai(analis):
    UnitKerjaFactory(nama="Kota", jenis=UnitKerja.Jenis.PEMDA)
    impor = baca(
        (NIP, "Maria", "Bidang Baru", "Analis Data", "Dinas Baru"),
        kolom=(*KOLOM[:4], "SATUAN KERJA INDUK NAMA"),
        oleh=analis,
    )
    pilih_impor(impor=impor, semua="BUAT", nama={}, oleh=analis)
    impor = jalan(impor)
    ada = UnitKerja.objects.count()

    urung(impor)

    assert (ada, UnitKerja.objects.count()) == (3, 1)
    assert not Jabatan.objects.exists()


def test_urung_sesudah_24_jam_ditolak(analis, maria):
    impor = jalan(baca((NIP, "Maria S."), oleh=analis))
    BerkasImpor.objects.filter(pk=impor.pk).update(
        selesai_pada=timezone.now() - timedelta(hours=24, minutes=1)
    )

    with pytest.raises(AturanDilanggar, match="tidak dapat diurungkan lagi"):
        urungkan_impor(impor=impor, oleh=analis)


def test_jalan_memberi_akun_dan_mengikuti_nomor(analis, maria):
    akun = maria.pengguna

    impor = jalan(
        baca(
            (NIP_LAIN, "Maria", "A-1"),
            (NIP_PPPK, "Yuli", ""),
            kolom=("NIP BARU", "NAMA", "PNS ID"),
            oleh=analis,
        )
    )
    akun.refresh_from_db()
    ganti = akun.nama_akun
    urung(impor)

    akun.refresh_from_db()
    assert (ganti, akun.nama_akun) == (NIP_LAIN, NIP)
    assert not Pengguna.objects.filter(nama_akun=NIP_PPPK).exists()
