"""The derived superior and its override."""

from datetime import date
from types import SimpleNamespace

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import Pegawai
from pegawai.queries.atasan import kepala_unit, unit_berkepala_ganda
from pegawai.services.atasan import (
    ganti_atasan,
    ganti_atasan_unit,
    hitung_atasan,
    turunkan_atasan,
)
from pegawai.signals import atasan_berganti
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    PenggunaFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
)

URUTAN = {"JPT_PRATAMA": 3, "ADMINISTRATOR": 4, "PENGAWAS": 5}


def struktural(unit, nama, kode):
    return JabatanFactory(
        nama=nama,
        unit_kerja=unit,
        jenis="STRUKTURAL",
        jenjang=JenjangFactory(kode=kode, jenis="STRUKTURAL", urutan=URUTAN[kode]),
    )


def orang(unit, jabatan=None, **lain):
    jabatan = jabatan or JabatanFactory(unit_kerja=unit)
    return PegawaiFactory(unit_kerja=unit, jabatan=jabatan, **lain)


@pytest.fixture
def kota():
    k = SimpleNamespace()
    k.pemda = UnitKerjaFactory(nama="Kota", jenis="PEMDA")
    k.setda = UnitKerjaFactory(nama="Sekretariat Daerah", induk=k.pemda)
    k.dinas = UnitKerjaFactory(nama="Dinas", induk=k.pemda)
    k.bidang = UnitKerjaFactory(nama="Bidang", jenis="BIDANG", induk=k.dinas)
    k.seksi = UnitKerjaFactory(nama="Seksi", jenis="SEKSI", induk=k.bidang)
    k.sekda = orang(k.setda, struktural(k.setda, "Sekretaris Daerah", "JPT_PRATAMA"))
    k.asisten = orang(k.setda, struktural(k.setda, "Asisten I", "JPT_PRATAMA"))
    k.jabatan_dinas = struktural(k.dinas, "Kepala Dinas", "JPT_PRATAMA")
    k.kadis = orang(k.dinas, k.jabatan_dinas)
    k.jabatan_bidang = struktural(k.bidang, "Kepala Bidang", "ADMINISTRATOR")
    k.kabid = orang(k.bidang, k.jabatan_bidang)
    k.staf = orang(k.seksi)
    return k


def atasan(pegawai):
    pegawai.refresh_from_db()
    return pegawai.atasan


def test_hitung_atasan_mengikuti_kepala_unit_lalu_induknya(kota):
    kepala_seksi = orang(kota.seksi, struktural(kota.seksi, "Kasi", "PENGAWAS"))

    hitung_atasan(oleh=None)

    assert atasan(kota.staf) == kepala_seksi
    assert atasan(kepala_seksi) == kota.kabid
    assert atasan(kota.kabid) == kota.kadis
    assert atasan(kota.kadis) == kota.sekda
    assert atasan(kota.asisten) == kota.sekda
    assert atasan(kota.sekda) is None


def test_hitung_atasan_unit_tanpa_kepala_naik_ke_induk(kota):
    hitung_atasan(oleh=None)

    assert atasan(kota.staf) == kota.kabid


def test_hitung_atasan_jabatan_kepala_kosong_naik_ke_induk(kota):
    Pegawai.objects.filter(pk=kota.kabid.pk).update(kedudukan_hukum="PENSIUN")

    hitung_atasan(oleh=None)

    assert atasan(kota.staf) == kota.kadis


def test_hitung_atasan_dua_jabatan_setingkat_tidak_punya_kepala(kota):
    kembar = orang(kota.bidang, struktural(kota.bidang, "Kabid 2", "ADMINISTRATOR"))

    hasil = hitung_atasan(oleh=None)

    assert unit_berkepala_ganda() == [kota.bidang.pk]
    assert hasil.unit_berkepala_ganda == 1
    assert atasan(kota.staf) == kota.kadis
    assert atasan(kembar) == kota.kadis
    assert kota.bidang.pk not in kepala_unit([kota.bidang.pk])


def test_hitung_atasan_plt_memegang_jabatan_kosong(kota):
    Pegawai.objects.filter(pk=kota.kadis.pk).update(kedudukan_hukum="PENSIUN")
    RiwayatJabatanFactory(
        pegawai=kota.kabid,
        jabatan=kota.jabatan_dinas,
        jenis="PLT",
        tmt=date(2026, 1, 1),
    )

    hitung_atasan(oleh=None)

    assert atasan(kota.kabid) == kota.sekda
    assert kepala_unit([kota.dinas.pk])[kota.dinas.pk].pegawai_id == kota.kabid.pk


def test_hitung_atasan_tidak_menimpa_yang_ditetapkan(kota):
    ganti_atasan(
        pegawai=kota.staf, atasan=kota.asisten, alasan="SK 1", oleh=PenggunaFactory()
    )

    hitung_atasan(oleh=None)

    assert atasan(kota.staf) == kota.asisten


def test_hitung_atasan_dua_kali_tidak_mengubah_dan_satu_kabar(kota):
    kabar = []
    atasan_berganti.connect(
        penerima := lambda pegawai_ids, **_: kabar.append(set(pegawai_ids))
    )

    pertama = hitung_atasan(oleh=None)
    kedua = hitung_atasan(oleh=None)

    atasan_berganti.disconnect(penerima)
    assert (pertama.berubah, kedua.berubah) == (4, 0)
    assert pertama.tanpa_atasan == 1
    assert kabar == [{kota.staf.pk, kota.kabid.pk, kota.kadis.pk, kota.asisten.pk}]


def test_hitung_atasan_satu_pernyataan(kota, django_assert_num_queries):
    for _ in range(10):
        orang(kota.seksi)

    # savepoint, lock, one statement, two of the upper floor that hears of it, release
    with django_assert_num_queries(6):
        hitung_atasan(oleh=None)


def test_ganti_atasan_beralasan_dan_berkabar(kota):
    oleh = PenggunaFactory()

    ganti_atasan(pegawai=kota.staf, atasan=kota.kadis, alasan=" SK  9 ", oleh=oleh)

    kota.staf.refresh_from_db()
    assert kota.staf.atasan == kota.kadis
    assert kota.staf.atasan_ditetapkan
    assert kota.staf.atasan_alasan == "SK 9"


def test_ganti_atasan_dua_kali_tidak_mengubah_apa_pun(kota):
    isi = {"pegawai": kota.staf, "atasan": kota.kadis, "alasan": "SK 9"}

    pertama = ganti_atasan(**isi, oleh=PenggunaFactory())
    kedua = ganti_atasan(**isi, oleh=PenggunaFactory())

    assert kedua.versi == pertama.versi


@pytest.mark.parametrize(
    ("siapa", "alasan", "kode"),
    [
        ("staf", "SK 1", "atasan_sendiri"),
        ("kadis", "  ", "alasan_kosong"),
        ("pensiun", "SK 1", "atasan_tidak_bekerja"),
    ],
)
def test_ganti_atasan_ditolak(kota, siapa, alasan, kode):
    kota.pensiun = orang(kota.bidang, kedudukan_hukum="PENSIUN")

    with pytest.raises(AturanDilanggar) as galat:
        ganti_atasan(
            pegawai=kota.staf,
            atasan=getattr(kota, siapa),
            alasan=alasan,
            oleh=PenggunaFactory(),
        )

    assert galat.value.kode == kode
    assert atasan(kota.staf) is None


def test_ganti_atasan_berputar_ditolak(kota):
    hitung_atasan(oleh=None)

    with pytest.raises(AturanDilanggar) as galat:
        ganti_atasan(
            pegawai=kota.kadis, atasan=kota.staf, alasan="x", oleh=PenggunaFactory()
        )

    assert galat.value.kode == "atasan_berputar"


def test_turunkan_atasan_kembali_mengikuti_data(kota):
    oleh = PenggunaFactory()
    ganti_atasan(pegawai=kota.staf, atasan=kota.asisten, alasan="SK 1", oleh=oleh)

    hasil = turunkan_atasan(pegawai=kota.staf, oleh=oleh)
    ulang = turunkan_atasan(pegawai=kota.staf, oleh=oleh)

    assert hasil.atasan == kota.kabid
    assert ulang.versi == hasil.versi
    assert not hasil.atasan_ditetapkan


def test_ganti_atasan_unit_semua_selain_dirinya(kota):
    guru = [orang(kota.seksi) for _ in range(2)]
    kepala_sekolah = orang(kota.seksi)

    jumlah = ganti_atasan_unit(
        unit_id=kota.seksi.pk,
        atasan=kepala_sekolah,
        alasan="Kepala sekolah",
        oleh=PenggunaFactory(),
    )

    assert jumlah == 3
    assert {atasan(g) for g in guru} == {kepala_sekolah}
    assert atasan(kepala_sekolah) is None


def test_ganti_atasan_unit_berputar_ditolak(kota):
    kepala_sekolah = orang(kota.seksi, atasan=kota.staf)

    with pytest.raises(AturanDilanggar) as galat:
        ganti_atasan_unit(
            unit_id=kota.seksi.pk,
            atasan=kepala_sekolah,
            alasan="x",
            oleh=PenggunaFactory(),
        )

    assert galat.value.kode == "atasan_berputar"
