"""The run: what is written, once, in chunks, stopped and resumed."""

from datetime import date

import pytest
from django.apps import apps

from pegawai.dasar.models import Pekerjaan
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import NomorPegawai, Pegawai, RiwayatJabatan, UnitKerja
from pegawai.services import impor_jalan
from pegawai.services.impor import batalkan_impor, jalankan_impor, pilih_impor
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, baca
from tests.pabrik.pegawai import (
    JabatanFactory,
    NomorPegawaiFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
)

KOLOM = ("NIP BARU", "NAMA", "UNOR NAMA", "JABATAN NAMA", "TMT JABATAN")


def jalan(impor):
    """Queue and run as the worker would."""
    impor = jalankan_impor(impor=impor, setuju=True, oleh=impor.oleh)
    jalankan(pk=impor.pekerjaan_id)
    impor.refresh_from_db()
    return impor


def jumlah_riwayat():
    return {
        m.__name__: m.objects.count()
        for m in apps.get_app_config("pegawai").get_models()
        if m.__name__.endswith("Event")
    }


@pytest.fixture
def perencana():
    return JabatanFactory(
        nama="Perencana", unit_kerja=UnitKerjaFactory(nama="Dinas Uji")
    )


def test_jalan_orang_baru_lengkap_dengan_nomor_dan_jabatan(analis, perencana):
    impor = jalan(
        baca(
            (NIP_PPPK, "Maria", "Dinas Uji", "Perencana", "01-03-2024"),
            kolom=KOLOM,
            oleh=analis,
        )
    )

    maria = Pegawai.objects.get(nip=NIP_PPPK)
    assert (impor.status, impor.jumlah_ditambah) == ("SELESAI", 1)
    assert (maria.jenis_kepegawaian, maria.jenis_kelamin) == ("PPPK", "P")
    assert maria.tanggal_lahir == date(1992, 3, 15)
    assert list(maria.nomor.values_list("nomor", flat=True)) == [NIP_PPPK]
    assert list(maria.riwayat_jabatan.values_list("jabatan", "tmt", "sampai")) == [
        (perencana.pk, date(2024, 3, 1), None)
    ]


def test_jalan_tanpa_tmt_memakai_tanggal_berkas(analis, perencana):
    jalan(baca((NIP, "Maria", "Dinas Uji", "Perencana", "-"), kolom=KOLOM, oleh=analis))

    assert RiwayatJabatan.objects.get().tmt == date(2026, 11, 24)


def test_jalan_jabatan_lain_menutup_yang_lama_sehari_sebelumnya(analis, perencana):
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    lama = RiwayatJabatanFactory(pegawai=maria, tmt=date(2021, 1, 1))

    jalan(
        baca(
            (NIP, "Maria", "Dinas Uji", "Perencana", "01-10-2026"),
            kolom=KOLOM,
            oleh=analis,
        )
    )

    lama.refresh_from_db()
    maria.refresh_from_db()
    assert lama.sampai == date(2026, 9, 30)
    assert maria.jabatan == perencana
    assert maria.unit_kerja == perencana.unit_kerja
    assert maria.riwayat_jabatan.get(sampai=None).tmt == date(2026, 10, 1)


def test_jalan_jabatan_sama_tidak_menambah_riwayat(analis):
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    RiwayatJabatanFactory(pegawai=maria)

    jalan(
        baca(
            (NIP, "Maria S.", maria.unit_kerja.nama, maria.jabatan.nama, "-"),
            kolom=KOLOM,
            oleh=analis,
        )
    )

    assert Pegawai.objects.get(nip=NIP).nama == "Maria S."
    assert maria.riwayat_jabatan.count() == 1


def test_jalan_tmt_mundur_mengganti_di_tempat(analis, perencana):
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    RiwayatJabatanFactory(pegawai=maria, tmt=date(2021, 1, 1))

    jalan(
        baca(
            (NIP, "Maria", "Dinas Uji", "Perencana", "01-01-2019"),
            kolom=KOLOM,
            oleh=analis,
        )
    )

    assert maria.riwayat_jabatan.get().jabatan == perencana


def test_jalan_berkas_yang_sama_dua_kali_semua_sama_tanpa_riwayat(analis, perencana):
    isi = (
        (NIP, "Maria", "Dinas Uji", "Perencana", "01-03-2024"),
        (NIP_LAIN, "Ester", "Dinas Uji", "Perencana", "01-03-2024"),
    )
    jalan(baca(*isi, kolom=KOLOM, oleh=analis))
    sebelum = jumlah_riwayat()

    kedua = baca(*isi, kolom=KOLOM, oleh=analis)

    assert kedua.ringkasan["sama"] == 2
    assert kedua.ringkasan["baru"] + kedua.ringkasan["berubah"] == 0
    assert jumlah_riwayat() == sebelum
    with pytest.raises(Exception, match="Tidak ada baris baru"):
        jalankan_impor(impor=kedua, oleh=analis)


def test_jalan_hanya_yang_berubah_yang_menulis_riwayat(analis):
    PegawaiFactory(nip=NIP, nama="Maria")
    PegawaiFactory(nip=NIP_LAIN, nama="Ester")
    kejadian = apps.get_model("pegawai", "PegawaiEvent")
    sebelum = kejadian.objects.count()

    jalan(baca((NIP, "Maria S."), (NIP_LAIN, "Ester"), oleh=analis))

    assert kejadian.objects.count() == sebelum + 1


def test_jalan_nomor_baru_menutup_nomor_lama(analis):
    maria = PegawaiFactory(nip=NIP, nama="Maria", pns_id="A-1")
    NomorPegawaiFactory(pegawai=maria)

    jalan(
        baca(
            (NIP_LAIN, "Maria", "A-1"),
            kolom=("NIP BARU", "NAMA", "PNS ID"),
            oleh=analis,
        )
    )

    maria.refresh_from_db()
    assert maria.nip == NIP_LAIN
    assert list(maria.nomor.order_by("pk").values_list("nomor", "berlaku_sampai")) == [
        (NIP, date(2026, 11, 23)),
        (NIP_LAIN, None),
    ]


def test_jalan_hapus_mengosongkan(analis):
    PegawaiFactory(nip=NIP, nama="Maria", gelar_depan="Dr.")

    jalan(
        baca(
            (NIP, "Maria", "HAPUS"),
            kolom=("NIP BARU", "NAMA", "GELAR DEPAN"),
            oleh=analis,
        )
    )

    assert Pegawai.objects.get(nip=NIP).gelar_depan == ""


def test_jalan_membuat_unit_di_bawah_opd_dan_jabatan_di_unitnya(analis):
    kota = UnitKerjaFactory(nama="Kota", jenis="PEMDA")
    impor = baca(
        (NIP, "Maria", "Bidang Baru", "Analis Data", "Dinas Baru"),
        kolom=(*KOLOM[:4], "SATUAN KERJA INDUK NAMA"),
        oleh=analis,
    )
    pilih_impor(impor=impor, semua="BUAT", nama={}, oleh=analis)

    jalan(impor)

    maria = Pegawai.objects.get(nip=NIP)
    assert maria.unit_kerja.nama == "Bidang Baru"
    assert maria.unit_kerja.jenis == UnitKerja.Jenis.BIDANG
    assert maria.unit_kerja.induk.nama == "Dinas Baru"
    assert maria.unit_kerja.induk.induk == kota
    assert maria.jabatan.nama == "Analis Data"
    assert maria.jabatan.unit_kerja == maria.unit_kerja


def test_jalan_menurunkan_jenjang_dan_atasan(referensi, analis):
    opd = UnitKerjaFactory(nama="Dinas Uji")
    impor = baca(
        (NIP, "Kepala", opd.nama, "Kepala Dinas Uji", "Jabatan Struktural"),
        (NIP_LAIN, "Staf", opd.nama, "Arsiparis Terampil", "Jabatan Fungsional"),
        kolom=(*KOLOM[:4], "JENIS JABATAN NAMA"),
        oleh=analis,
    )
    pilih_impor(impor=impor, semua="BUAT", nama={}, oleh=analis)

    jalan(impor)

    staf = Pegawai.objects.get(nip=NIP_LAIN)
    assert staf.jabatan.jenjang.kode == "JF_TERAMPIL"
    assert staf.atasan.nama == "Kepala"


def test_jalan_dua_kali_tidak_mengubah_apa_pun(analis):
    impor = jalan(baca((NIP, "Maria"), oleh=analis))

    lagi = jalankan_impor(impor=impor, oleh=analis)
    kerja = Pekerjaan.objects.get(pk=lagi.pekerjaan_id)
    impor_jalan.laksanakan_impor(pekerjaan=kerja, pk=impor.pk)

    assert Pegawai.objects.count() == 1
    assert Pekerjaan.objects.filter(tugas__endswith="laksanakan_impor").count() == 1


def test_jalan_batal_di_tengah_menyimpan_kelompok_yang_selesai(analis, monkeypatch):
    monkeypatch.setattr(impor_jalan, "POTONG", 1)
    impor = baca((NIP, "Maria"), (NIP_LAIN, "Ester"), (NIP_PPPK, "Yuli"), oleh=analis)
    impor = jalankan_impor(impor=impor, oleh=analis)
    Pekerjaan.objects.filter(pk=impor.pekerjaan_id).update(minta_batal=True)

    jalankan(pk=impor.pekerjaan_id)

    impor.refresh_from_db()
    assert (impor.status, impor.jumlah_ditambah) == ("DIBATALKAN", 1)
    assert list(Pegawai.objects.values_list("nip", flat=True)) == [NIP]


def test_batalkan_sebelum_jalan_membuang_baris(analis):
    impor = baca((NIP, "Maria"), oleh=analis)

    batalkan_impor(impor=impor, oleh=analis)
    kedua = batalkan_impor(impor=impor, oleh=analis)

    assert kedua.status == "DIBATALKAN"
    assert not impor.baris.exists()
    assert not NomorPegawai.objects.exists()


def test_jalan_melanjutkan_dari_titik_terakhir(analis, monkeypatch):
    monkeypatch.setattr(impor_jalan, "POTONG", 1)
    impor = baca((NIP, "Maria"), (NIP_LAIN, "Ester"), oleh=analis)
    impor = jalankan_impor(impor=impor, oleh=analis)
    impor_jalan.siapkan(impor=impor)
    impor_jalan.simpan_kelompok(impor=impor, pekerjaan=impor.pekerjaan)

    jalankan(pk=impor.pekerjaan_id)

    impor.refresh_from_db()
    assert (impor.status, impor.jumlah_ditambah) == ("SELESAI", 2)
    assert set(Pegawai.objects.values_list("nip", flat=True)) == {NIP, NIP_LAIN}
