"""Dictionaries: draft an edition, publish it as the second person; then it is frozen."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from pegawai.alat.rumusan import butir_baru
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import EdisiKamus, Kompetensi, LevelKompetensi
from pegawai.queries.kamus import perubahan_edisi
from pegawai.services.kamus import (
    KepalaEdisi,
    PemilikKamus,
    buat_draf_edisi,
    buat_kamus,
    ganti_isi,
    hapus_butir,
    hapus_draf_edisi,
    simpan_butir,
    terbitkan_edisi,
    ubah_draf_edisi,
    ubah_kamus,
)
from tests.pabrik.pegawai import (
    KamusFactory,
    KompetensiFactory,
    PenggunaFactory,
    UnitKerjaFactory,
)

KEPALA = KepalaEdisi("2026", "061/3/2026", date(2026, 1, 5), date(2026, 1, 5))
PEMILIK = PemilikKamus(None, "ANRI", "Kearsipan")


def rumusan(kode, **lain):
    isi = {"nama": f"Nama {kode}", "jenis": "TEKNIS", "definisi": "d"} | lain
    level = {str(n): (f"uraian {n}", f"indikator {n}") for n in range(1, 6)}
    return butir_baru(kode=kode, **({"level": level} | isi))


@pytest.fixture
def draf():
    edisi = buat_draf_edisi(
        kamus=KamusFactory(nama="Arsip"), kepala=KEPALA, oleh=PenggunaFactory()
    )
    return ganti_isi(
        edisi=edisi, isi=[rumusan("T.01"), rumusan("T.02")], oleh=PenggunaFactory()
    )


def test_buat_kamus_lalu_nama_ganda_ditolak():
    kamus = buat_kamus(nama="Arsip", kode="A", pemilik=PEMILIK, oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar) as galat:
        buat_kamus(nama="Arsip", kode="B", pemilik=PEMILIK, oleh=PenggunaFactory())

    assert kamus.pemilik == "ANRI"
    assert galat.value.kode == "kamus_ganda"


def test_ubah_kamus_ke_unit_dan_versi_usang_ditolak():
    kamus = KamusFactory(nama="Arsip")
    unit = UnitKerjaFactory(nama="Dinas Kearsipan")
    pemilik = PemilikKamus(unit, "", "")

    kamus = ubah_kamus(kamus=kamus, pemilik=pemilik, versi=1, oleh=PenggunaFactory())
    with pytest.raises(AturanDilanggar) as galat:
        ubah_kamus(kamus=kamus, pemilik=PEMILIK, versi=1, oleh=PenggunaFactory())

    assert kamus.pemilik == "Dinas Kearsipan"
    assert galat.value.kode == "versi_usang"


def test_buat_draf_menyalin_yang_berlaku_dan_draf_kedua_ditolak():
    kompetensi = KompetensiFactory(kamus__nama="Arsip", nama="Arsip dinamis")
    LevelKompetensi.objects.create(kompetensi=kompetensi, level=2, uraian="a\nb")

    edisi = buat_draf_edisi(
        kamus=kompetensi.kamus, kepala=KEPALA, oleh=PenggunaFactory()
    )
    with pytest.raises(AturanDilanggar) as galat:
        buat_draf_edisi(kamus=edisi.kamus, kepala=KEPALA, oleh=PenggunaFactory())

    assert [b["nama"] for b in edisi.isi] == ["Arsip dinamis"]
    assert edisi.isi[0]["level"]["2"] == {"uraian": "a\nb", "indikator": ""}
    assert perubahan_edisi(edisi) == []
    assert galat.value.kode == "draf_sudah_ada"


def test_terbitkan_menulis_menutup_yang_keluar_dan_dua_kali_sama(draf):
    keluar = KompetensiFactory(kamus=draf.kamus, kode="T.99")
    tetap = KompetensiFactory(kamus=draf.kamus, kode="T.01", nama="Lama")

    terbit = terbitkan_edisi(edisi=draf, oleh=PenggunaFactory())
    lagi = terbitkan_edisi(edisi=draf, oleh=PenggunaFactory())

    tetap.refresh_from_db()
    keluar.refresh_from_db()
    assert (tetap.nama, tetap.level.count(), keluar.aktif) == ("Nama T.01", 5, False)
    assert Kompetensi.objects.filter(kamus=draf.kamus, aktif=True).count() == 2
    assert terbit.diterbitkan_oleh == lagi.diterbitkan_oleh
    berikut = buat_draf_edisi(kamus=draf.kamus, kepala=KEPALA, oleh=PenggunaFactory())
    assert perubahan_edisi(berikut) == []


def test_terbitkan_oleh_penyusun_ditolak(draf):
    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_edisi(edisi=draf, oleh=draf.disusun_oleh)

    assert galat.value.kode == "orang_kedua"


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        ({"isi": []}, "kamus_kosong"),
        ({"tanggal_keputusan": None}, "tanpa_keputusan"),
        ({"berlaku_mulai": date(2999, 1, 1)}, "belum_berlaku"),
        ({"isi": [rumusan("T.01", level={"1": ("a", "")})]}, "tanpa_rumusan"),
    ],
)
def test_terbitkan_berlubang_ditolak(draf, ubah, kode):
    EdisiKamus.objects.filter(pk=draf.pk).update(**ubah)

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_edisi(edisi=draf, oleh=PenggunaFactory())

    assert galat.value.kode == kode


def test_simpan_butir_mengubah_menambah_dan_menolak_yang_usang(draf):
    oleh = PenggunaFactory()
    baru = rumusan("T.01", nama="Baru")

    hasil = simpan_butir(edisi=draf, butir=baru, versi=1, oleh=oleh)
    hasil = simpan_butir(edisi=draf, butir=rumusan("T.03"), versi=0, oleh=oleh)
    kode = []
    for butir, versi in (
        (baru, 9),
        (rumusan("t.02"), 0),
        (rumusan("T.77"), 1),
    ):
        with pytest.raises(AturanDilanggar) as galat:
            simpan_butir(edisi=draf, butir=butir, versi=versi, oleh=oleh)
        kode.append(galat.value.kode)

    assert [b["nama"] for b in hasil.isi] == ["Baru", "Nama T.02", "Nama T.03"]
    assert kode == ["versi_usang", "kode_ganda", "butir_tidak_ada"]


def test_hapus_butir_dan_ubah_kepala(draf):
    oleh = PenggunaFactory()

    draf = hapus_butir(edisi=draf, kode="T.01", oleh=oleh)
    draf = ubah_draf_edisi(
        edisi=draf, kepala=KEPALA._replace(edisi="II"), versi=draf.versi, oleh=oleh
    )
    with pytest.raises(AturanDilanggar) as galat:
        ubah_draf_edisi(edisi=draf, kepala=KEPALA, versi=1, oleh=oleh)

    assert ([b["kode"] for b in draf.isi], draf.edisi) == (["T.02"], "II")
    assert galat.value.kode == "versi_usang"


def test_edisi_terbit_beku_lewat_layanan_dan_basis_data(draf):
    with transaction.atomic():  # a draft may be thrown away ...
        hapus_draf_edisi(edisi=draf, oleh=PenggunaFactory())
        transaction.set_rollback(True)
    terbitkan_edisi(edisi=draf, oleh=PenggunaFactory())

    with pytest.raises(AturanDilanggar, match="sudah terbit"):
        hapus_draf_edisi(edisi=draf, oleh=PenggunaFactory())
    with pytest.raises(IntegrityError, match="sudah terbit"), transaction.atomic():
        EdisiKamus.objects.filter(pk=draf.pk).update(isi=[])
    with pytest.raises(IntegrityError, match="sudah terbit"), transaction.atomic():
        EdisiKamus.objects.filter(pk=draf.pk).delete()


def test_terbitkan_edisi_oleh_penyunting_terdahulu_ditolak_lewat_jejak(draf):
    penyusun_awal, kedua, ketiga = draf.disusun_oleh, *PenggunaFactory.create_batch(2)
    draf = ubah_draf_edisi(edisi=draf, kepala=KEPALA, versi=draf.versi, oleh=kedua)

    kode = set()
    for oleh in (penyusun_awal, kedua):
        with pytest.raises(AturanDilanggar) as galat:
            terbitkan_edisi(edisi=draf, oleh=oleh)
        kode.add(galat.value.kode)

    assert kode == {"orang_kedua"}
    assert terbitkan_edisi(edisi=draf, oleh=ketiga).status == "TERBIT"
