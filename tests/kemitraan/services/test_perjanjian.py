from datetime import date

import pytest

from kemitraan.models import Perjanjian
from kemitraan.queries.perjanjian import dengan_masa, perjanjian_berlaku
from kemitraan.services.perjanjian import (
    bahas_perjanjian,
    buat_perjanjian,
    hentikan_perjanjian,
    perpanjang_perjanjian,
    tandatangani_perjanjian,
    ubah_perjanjian,
)
from pegawai.dasar.alat.galat import AturanDilanggar
from tests.pabrik.kemitraan import MitraFactory, PerjanjianFactory
from tests.pabrik.pegawai import PenggunaFactory, UnitKerjaFactory

HARI = date(2026, 11, 24)


def _rancangan(**lain):
    return PerjanjianFactory(status="RANCANGAN", tanggal_ttd=None, **lain)


def _masa(perjanjian, hari=HARI):
    return dengan_masa(Perjanjian.objects.filter(pk=perjanjian.pk), hari=hari).get()


def _tandatangani(perjanjian, **lain):
    isi = {
        "perjanjian": perjanjian,
        "tanggal_ttd": HARI,
        "penandatangan_kota": "Wali Kota",
        "penandatangan_mitra": "Rektor",
        "hari": HARI,
        "oleh": PenggunaFactory(),
    }
    return tandatangani_perjanjian(**(isi | lain))


@pytest.mark.parametrize(
    ("mulai", "akhir", "keadaan"),
    [
        (date(2026, 11, 25), date(2027, 11, 25), "AKAN_BERLAKU"),
        (date(2026, 11, 24), date(2027, 11, 25), "BERLAKU"),
        (date(2026, 1, 1), date(2027, 2, 22), "AKAN_BERAKHIR"),
        (date(2026, 1, 1), date(2027, 2, 23), "BERLAKU"),
        (date(2026, 1, 1), HARI, "AKAN_BERAKHIR"),
        (date(2026, 1, 1), date(2026, 11, 23), "BERAKHIR"),
    ],
)
def test_keadaan_mengikuti_tanggal(mulai, akhir, keadaan):
    perjanjian = PerjanjianFactory(tanggal_mulai=mulai, tanggal_berakhir=akhir)

    assert _masa(perjanjian).keadaan == keadaan


def test_adendum_yang_ditandatangani_memperpanjang():
    perjanjian = PerjanjianFactory(tanggal_berakhir=date(2026, 11, 23))
    PerjanjianFactory(
        induk=perjanjian,
        mitra=perjanjian.mitra,
        jenis="ADENDUM",
        tanggal_mulai=date(2026, 11, 24),
        tanggal_berakhir=date(2028, 11, 23),
    )

    assert _masa(perjanjian).akhir == date(2028, 11, 23)
    assert list(perjanjian_berlaku(hari=HARI)) == [perjanjian]


def test_buat_perjanjian_menjadi_rancangan():
    perjanjian = buat_perjanjian(
        mitra=MitraFactory(),
        jenis="KERJA_SAMA",
        nomor_kota="1/PKS/2026",
        judul="Magang",
        opd=UnitKerjaFactory(),
        tanggal_mulai=HARI,
        tanggal_berakhir=date(2027, 11, 23),
        hari=HARI,
        oleh=PenggunaFactory(),
    )

    assert perjanjian.status == "RANCANGAN"


@pytest.mark.parametrize("keadaan", ["berakhir", "dihentikan"])
def test_buat_pks_di_bawah_mou_yang_tidak_berlaku_ditolak(keadaan):
    mou = PerjanjianFactory(
        jenis="KESEPAKATAN_BERSAMA", tanggal_berakhir=date(2026, 11, 23)
    )
    if keadaan == "dihentikan":
        mou = PerjanjianFactory(
            jenis="KESEPAKATAN_BERSAMA",
            status="DIHENTIKAN",
            alasan_henti="Disepakati.",
            dihentikan_pada=HARI,
        )

    with pytest.raises(AturanDilanggar) as galat:
        buat_perjanjian(
            mitra=mou.mitra,
            induk=mou,
            jenis="KERJA_SAMA",
            nomor_kota="1/PKS/2026",
            judul="Magang",
            opd=mou.opd,
            tanggal_mulai=HARI,
            tanggal_berakhir=date(2027, 11, 23),
            hari=HARI,
            oleh=PenggunaFactory(),
        )

    assert galat.value.kode == "induk_berakhir"


def test_buat_dengan_nomor_yang_sudah_dipakai_ditolak():
    lama = PerjanjianFactory()

    with pytest.raises(AturanDilanggar) as galat:
        buat_perjanjian(
            mitra=lama.mitra,
            jenis="KERJA_SAMA",
            nomor_kota=lama.nomor_kota,
            judul="Magang",
            opd=lama.opd,
            tanggal_mulai=HARI,
            tanggal_berakhir=date(2027, 11, 23),
            hari=HARI,
            oleh=PenggunaFactory(),
        )

    assert galat.value.kode == "nomor_ganda"


def test_pks_tetap_berlaku_walau_mou_berakhir():
    mou = PerjanjianFactory(
        jenis="KESEPAKATAN_BERSAMA", tanggal_berakhir=date(2026, 11, 23)
    )
    pks = PerjanjianFactory(mitra=mou.mitra, induk=mou)

    masa = _masa(pks)

    assert (masa.keadaan, masa.induk_akhir) == ("BERLAKU", date(2026, 11, 23))


def test_ubah_perjanjian_versi_lama_ditolak():
    perjanjian = _rancangan()

    with pytest.raises(AturanDilanggar) as galat:
        ubah_perjanjian(
            perjanjian=perjanjian, versi=9, judul="Lain", oleh=PenggunaFactory()
        )

    assert galat.value.kode == "versi_usang"


def test_ubah_yang_ditandatangani_hanya_penghubung():
    perjanjian = PerjanjianFactory(judul="Asli")

    hasil = ubah_perjanjian(
        perjanjian=perjanjian,
        versi=1,
        judul="Lain",
        pic_mitra="Ibu Maria",
        oleh=PenggunaFactory(),
    )

    assert (hasil.judul, hasil.pic_mitra) == ("Asli", "Ibu Maria")


def test_bahas_lalu_tandatangani():
    perjanjian = bahas_perjanjian(perjanjian=_rancangan(), oleh=PenggunaFactory())

    hasil = _tandatangani(perjanjian)

    assert (hasil.status, hasil.tanggal_ttd) == ("DITANDATANGANI", HARI)


def test_tandatangani_dua_kali_tidak_mengubah_apa_pun():
    pertama = _tandatangani(_rancangan())

    kedua = _tandatangani(pertama, tanggal_ttd=date(2026, 11, 1))

    assert kedua.tanggal_ttd == HARI
    assert kedua.versi == pertama.versi


def test_tandatangani_tanggal_besok_ditolak():
    with pytest.raises(AturanDilanggar) as galat:
        _tandatangani(_rancangan(), tanggal_ttd=date(2026, 11, 25))

    assert galat.value.kode == "ttd_di_depan"


def test_hentikan_menyimpan_alasan():
    hasil = hentikan_perjanjian(
        perjanjian=PerjanjianFactory(),
        alasan="Disepakati.",
        hari=HARI,
        oleh=PenggunaFactory(),
    )

    assert (hasil.status, hasil.alasan_henti) == ("DIHENTIKAN", "Disepakati.")


def test_hentikan_rancangan_ditolak():
    with pytest.raises(AturanDilanggar) as galat:
        hentikan_perjanjian(
            perjanjian=_rancangan(), alasan="x", hari=HARI, oleh=PenggunaFactory()
        )

    assert galat.value.kode == "perjanjian_belum_ditandatangani"


def _perpanjang(perjanjian, akhir=date(2028, 1, 31)):
    return perpanjang_perjanjian(
        perjanjian=perjanjian,
        nomor_kota="2/ADD/2026",
        tanggal_berakhir=akhir,
        hari=HARI,
        oleh=PenggunaFactory(),
    )


def test_perpanjang_membuat_adendum_rancangan():
    perjanjian = PerjanjianFactory(tanggal_berakhir=date(2027, 1, 31))

    adendum = _perpanjang(perjanjian)

    assert (adendum.jenis, adendum.status) == ("ADENDUM", "RANCANGAN")
    assert adendum.tanggal_mulai == date(2027, 2, 1)
    assert _masa(perjanjian).akhir == date(2027, 1, 31)
    _tandatangani(adendum)
    assert _masa(perjanjian).akhir == date(2028, 1, 31)


@pytest.mark.parametrize(
    ("akhir_lama", "akhir_baru", "kode"),
    [
        (date(2027, 1, 31), date(2027, 1, 31), "perpanjangan_lebih_pendek"),
        (date(2026, 11, 23), date(2028, 1, 31), "perjanjian_tidak_berlaku"),
    ],
)
def test_perpanjang_ditolak(akhir_lama, akhir_baru, kode):
    perjanjian = PerjanjianFactory(tanggal_berakhir=akhir_lama)

    with pytest.raises(AturanDilanggar) as galat:
        _perpanjang(perjanjian, akhir_baru)

    assert galat.value.kode == kode


def test_perpanjang_di_bawah_mou_yang_berakhir_ditolak():
    mou = PerjanjianFactory(
        jenis="KESEPAKATAN_BERSAMA", tanggal_berakhir=date(2026, 11, 23)
    )
    pks = PerjanjianFactory(
        mitra=mou.mitra, induk=mou, tanggal_berakhir=date(2027, 1, 31)
    )

    with pytest.raises(AturanDilanggar) as galat:
        _perpanjang(pks)

    assert galat.value.kode == "induk_berakhir"
