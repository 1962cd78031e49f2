"""Publishing a period."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pekerjaan, Pemberitahuan
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import CapaianKompetensi, Kompetensi, Peran
from penilaian.models import Penilaian, PeriodePenilaian
from penilaian.services import terbit
from penilaian.services.terbit import minta_terbitkan, terbitkan_periode
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    KompetensiFactory,
    PemberianPeranFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
)
from tests.pabrik.penilaian import (
    NilaiKompetensiFactory,
    PenilaianFactory,
    PeriodePenilaianFactory,
    aturan_penilaian,
)

Status = PeriodePenilaian.Status
DATA = Path(__file__).resolve().parents[2] / "data" / "uji_jpm.csv"
with DATA.open(encoding="utf-8") as _berkas:
    KASUS = list(csv.DictReader(_berkas))


@pytest.fixture(autouse=True)
def _rujukan():
    aturan_penilaian()


def peserta(periode, capaian, standar, *, kompetensi=None, **lain):
    """A participant with these levels against a standard of the own post."""
    hasil = PenilaianFactory(periode=periode, **lain)
    kompetensi = kompetensi or [KompetensiFactory(aktif=False) for _ in capaian]
    skj = StandarKompetensiFactory(jabatan=hasil.jabatan) if standar else None
    for k, c in zip(kompetensi, capaian, strict=True):
        NilaiKompetensiFactory(penilaian=hasil, kompetensi=k, level_capaian=c)
    for k, s in zip(kompetensi, standar or [], strict=False):
        StandarButirFactory(standar=skj, kompetensi=k, level=s)
    return hasil


def ditutup(**lain):
    return PeriodePenilaianFactory(status=Status.DITUTUP, **lain)


@pytest.mark.parametrize("tujuan", ["PENGISIAN", "PEMETAAN"])
@pytest.mark.parametrize("surplus", [True, False])
def test_terbitkan_periode_semua_kasus_jpm(analis, tujuan, surplus):
    periode = ditutup(tujuan=tujuan, surplus_menutup=surplus)
    hasil = {
        b["kasus"]: peserta(
            periode,
            [int(x) for x in b["capaian"].split("|")],
            [int(x) for x in b["standar"].split("|")],
        )
        for b in KASUS
    }

    terbitkan_periode(periode=periode, oleh=analis)

    ekor = "" if surplus else "_dibatasi"
    angka = "jpm" if surplus else "jpm_dibatasi_per_kompetensi"
    for baris in KASUS:
        jadi = hasil[baris["kasus"]]
        jadi.refresh_from_db()
        assert str(jadi.jpm_tampil) == baris[angka], baris["kasus"]
        assert jadi.kategori == baris[f"kategori_{tujuan.lower()}{ekor}"]
        assert jadi.jumlah_standar == int(baris["jumlah_standar"])


def test_terbitkan_periode_membekukan_dan_mencatat_capaian(analis):
    periode = ditutup(nama="Pemetaan 2026", tanggal_selesai=date(2026, 9, 30))
    hasil = peserta(
        periode, [2, Decimal("2.5")], [3, 2], tanggal_penilaian=date(2024, 2, 29)
    )

    terbitkan_periode(periode=periode, oleh=analis)

    hasil.refresh_from_db()
    periode.refresh_from_db()
    assert periode.status == Status.DITERBITKAN
    assert periode.diterbitkan_oleh == analis
    assert hasil.status == Penilaian.Status.FINAL
    assert hasil.standar.jabatan == hasil.jabatan
    assert hasil.berlaku_sampai == date(2027, 2, 28)
    assert (hasil.jumlah_capaian, hasil.jumlah_standar) == (Decimal("4.5"), 5)
    assert [n.level_standar for n in hasil.nilai.order_by("pk")] == [3, 2]
    capaian = CapaianKompetensi.objects.filter(pegawai=hasil.pegawai).order_by("pk")
    assert [(c.level, c.level_standar, c.kesenjangan) for c in capaian] == [
        (2, 3, 1),
        (Decimal("2.5"), 2, 0),
    ]
    assert {c.sumber for c in capaian} == {"Pemetaan 2026"}


def test_terbitkan_periode_standar_berubah_kemudian_tidak_mengubah_hasil(analis):
    periode = ditutup()
    hasil = peserta(periode, [2], [3])
    terbitkan_periode(periode=periode, oleh=analis)

    hasil.standar = None
    StandarKompetensiFactory(jabatan=hasil.jabatan, berlaku_mulai=date(2026, 2, 2))

    hasil.refresh_from_db()
    assert hasil.nilai.get().level_standar == 3


def test_terbitkan_periode_mengabari_sekali(analis):
    periode = ditutup()
    hasil = peserta(periode, [2], [3])

    terbitkan_periode(periode=periode, oleh=analis)
    terbitkan_periode(periode=periode, oleh=analis)

    kabar = Pemberitahuan.objects.get(penerima=hasil.pegawai.pengguna)
    assert kabar.surat == Pemberitahuan.Surat.MENUNGGU
    assert "66,67" not in kabar.isi  # the JPM stays behind the sign-in


def test_terbitkan_periode_dua_kali_tidak_mengubah_apa_pun(analis, admin):
    periode = ditutup()
    peserta(periode, [2], [3])
    pertama = terbitkan_periode(periode=periode, oleh=analis)

    kedua = terbitkan_periode(periode=periode, oleh=admin)

    assert kedua.diterbitkan_oleh == analis
    assert kedua.diterbitkan_pada == pertama.diterbitkan_pada
    assert kedua.versi == pertama.versi


def test_terbitkan_periode_belum_lengkap_ditolak_utuh(analis):
    periode = ditutup()
    peserta(periode, [2], [3], pegawai__nama="Sudah Lengkap")
    kurang = peserta(periode, [2, None], [3, 3], pegawai__nama="Yohana Kurang")

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_periode(periode=periode, oleh=analis)

    nama = kurang.nilai.get(level_capaian=None).kompetensi.nama
    assert galat.value.kode == "hasil_belum_lengkap"
    assert f"Yohana Kurang ({nama})" in galat.value.pesan
    assert "Sudah Lengkap" not in galat.value.pesan
    assert not Penilaian.objects.filter(status="FINAL").exists()
    assert not CapaianKompetensi.objects.exists()


def test_terbitkan_periode_peserta_tanpa_nilai_ditolak(analis):
    periode = ditutup()
    PenilaianFactory(periode=periode)

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_periode(periode=periode, oleh=analis)

    assert galat.value.kode == "hasil_belum_lengkap"


def test_terbitkan_periode_tanpa_standar_tanpa_pembanding(analis):
    periode = ditutup()
    hasil = peserta(periode, [2], None)

    terbitkan_periode(periode=periode, oleh=analis)

    hasil.refresh_from_db()
    assert hasil.status == Penilaian.Status.FINAL
    assert (hasil.jpm, hasil.kategori, hasil.standar) == (None, "", None)
    assert CapaianKompetensi.objects.get().kesenjangan is None


def test_terbitkan_periode_di_luar_standar_tidak_dijumlahkan(analis):
    periode = ditutup()
    hasil = peserta(periode, [2, 5], [3])

    terbitkan_periode(periode=periode, oleh=analis)

    hasil.refresh_from_db()
    assert (hasil.jumlah_capaian, hasil.jumlah_standar) == (2, 3)


def test_terbitkan_periode_hanya_jenis_yang_dinilai(analis):
    teknis = KompetensiFactory(jenis=Kompetensi.Jenis.TEKNIS)
    manajerial = KompetensiFactory()
    periode = ditutup()
    hasil = peserta(periode, [2, None], [3, 5], kompetensi=[manajerial, teknis])

    terbitkan_periode(periode=periode, oleh=analis)

    hasil.refresh_from_db()
    assert (hasil.jumlah_capaian, hasil.jumlah_standar) == (2, 3)


@pytest.mark.parametrize("status", [Status.RENCANA, Status.BERJALAN])
def test_terbitkan_periode_belum_ditutup_ditolak(analis, status):
    periode = PeriodePenilaianFactory(status=status)
    peserta(periode, [2], [3])

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_periode(periode=periode, oleh=analis)

    assert galat.value.kode == "periode_belum_ditutup"


def test_terbitkan_periode_kosong_ditolak(analis):
    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_periode(periode=ditutup(), oleh=analis)

    assert galat.value.kode == "periode_kosong"


def test_terbitkan_periode_hasil_lama_tidak_menimpa_yang_baru(analis):
    periode = ditutup(tanggal_selesai=date(2026, 12, 31))
    hasil = peserta(periode, [2], [3], tanggal_penilaian=date(2026, 3, 1))
    CapaianKompetensiFactory(
        pegawai=hasil.pegawai,
        kompetensi=hasil.nilai.get().kompetensi,
        level=4,
        tanggal=date(2026, 8, 1),
    )

    terbitkan_periode(periode=periode, oleh=analis)

    assert CapaianKompetensi.objects.get().level == 4


def test_minta_terbitkan_banyak_orang_menjadi_pekerjaan(analis, monkeypatch):
    monkeypatch.setattr(terbit, "SEKALIGUS", 1)
    periode = ditutup()
    peserta(periode, [2], [3])
    peserta(periode, [2], [3])

    pekerjaan = minta_terbitkan(periode=periode, oleh=analis)
    jalankan(pk=pekerjaan.pk)

    pekerjaan.refresh_from_db()
    periode.refresh_from_db()
    assert pekerjaan.status == Pekerjaan.Status.SELESAI
    assert pekerjaan.hasil == {"jumlah": 2}
    assert periode.status == Status.DITERBITKAN


def test_minta_terbitkan_hak_dicabut_sebelum_pekerjaan_berjalan(monkeypatch):
    monkeypatch.setattr(terbit, "SEKALIGUS", 0)
    pemberian = PemberianPeranFactory(peran=Peran.ANALIS)
    periode = ditutup()
    peserta(periode, [2], [3])
    pekerjaan = minta_terbitkan(periode=periode, oleh=pemberian.pengguna)
    pemberian.delete()

    jalankan(pk=pekerjaan.pk)

    pekerjaan.refresh_from_db()
    periode.refresh_from_db()
    assert pekerjaan.status == Pekerjaan.Status.GAGAL
    assert periode.status == Status.DITUTUP
