from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.db import transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Pegawai, Peran, PermintaanPerbaikan
from pegawai.queries.perbaikan import peringatan_nip
from pegawai.queries.riwayat import perubahan_pegawai
from pegawai.services.perbaikan import (
    ajukan_perbaikan,
    batalkan_perbaikan,
    terima_perbaikan,
    tolak_perbaikan,
)
from pegawai.services.perbaikan_pengingat import ingatkan_perbaikan
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.perbaikan import PerbaikanFactory, bukti

SENIN = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
Status = PermintaanPerbaikan.Status


def ajukan(pegawai, medan="NAMA", nilai="Yublina Nalle", berkas=None, **lain):
    return ajukan_perbaikan(
        pegawai=pegawai,
        medan=medan,
        nilai=nilai,
        bukti=berkas or bukti(),
        oleh=lain.pop("oleh", pegawai.pengguna),
        **lain,
    )


def kode_tolak(fungsi, **isi):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(**isi)
    return galat.value.kode


def test_ajukan_perbaikan_memulai_jam_menurut_aturan(referensi):
    pegawai = PegawaiFactory(nama="Yublina Nale")

    with time_machine.travel(SENIN, tick=False):
        perbaikan = ajukan(pegawai)

    assert perbaikan.ingatkan_pada == SENIN + timedelta(hours=48)
    assert perbaikan.batas_pada == SENIN + timedelta(hours=72)
    assert perbaikan.nilai_lama == "Yublina Nale"
    assert perbaikan.bukti.name.startswith("bukti/")
    assert "sk" not in perbaikan.bukti.name


def test_ajukan_perbaikan_mengabari_pengelola_unit_bukan_kota(referensi, analis):
    opd = UnitKerjaFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    akun_berperan(Peran.PENGELOLA_OPD)  # another unit's, who must not hear of it

    ajukan(PegawaiFactory(unit_kerja=opd))

    assert [p.penerima for p in Pemberitahuan.objects.all()] == [pengelola]


def test_ajukan_perbaikan_tanpa_pengelola_mengabari_analis(referensi, analis):
    ajukan(PegawaiFactory())

    assert [p.penerima for p in Pemberitahuan.objects.all()] == [analis]


@pytest.mark.parametrize(
    ("medan", "nilai", "kode"),
    [
        ("NAMA", "   ", "nilai_kosong"),
        ("NAMA", "12345", "nilai_salah"),
        ("NAMA", "a" * 151, "nilai_panjang"),
        ("NAMA", "Yublina Nale", "nilai_sama"),
        ("TANGGAL_LAHIR", "kemarin", "nilai_salah"),
        ("TANGGAL_LAHIR", "2020-01-01", "lahir_mustahil"),
        ("TMT_CPNS", "1989-12-31", "nilai_salah"),
        ("TMT_PNS", "2011-01-01", "nilai_salah"),
        ("JENIS_KELAMIN", "X", "nilai_salah"),
        ("SUREL_DINAS", "bukan surel", "nilai_salah"),
        ("GAJI", "1", "data_asing"),
    ],
)
def test_ajukan_perbaikan_nilai_tidak_mungkin_ditolak(referensi, medan, nilai, kode):
    pegawai = PegawaiFactory(nama="Yublina Nale", tmt_cpns=date(2012, 1, 1))

    assert kode_tolak(ajukan, pegawai=pegawai, medan=medan, nilai=nilai) == kode
    assert not PermintaanPerbaikan.objects.exists()


@pytest.mark.parametrize(
    ("berkas", "kode"),
    [
        (bukti("sk.pdf", b"MZ bukan pdf"), "bukti_bentuk"),
        (bukti("sk.html", b"<html>"), "bukti_bentuk"),
        (bukti("besar.pdf", b"%PDF-" + b"0" * (5 * 1024 * 1024)), "berkas_besar"),
    ],
)
def test_ajukan_perbaikan_bukti_dinilai_dari_isinya(referensi, berkas, kode):
    assert kode_tolak(ajukan, pegawai=PegawaiFactory(), berkas=berkas) == kode


@pytest.mark.parametrize(
    ("awal", "jenis"), [(b"%PDF-1.7", "pdf"), (b"\xff\xd8\xff\xe0", "jpg")]
)
def test_ajukan_perbaikan_jenis_bukti_bukan_dari_namanya(referensi, awal, jenis):
    perbaikan = ajukan(PegawaiFactory(), berkas=bukti("apa.exe", awal))

    assert perbaikan.bukti_jenis == jenis
    assert perbaikan.bukti.name.endswith(f".{jenis}")


def test_ajukan_perbaikan_untuk_orang_lain_ditolak(referensi, orang_lain):
    kode = kode_tolak(ajukan, pegawai=PegawaiFactory(), oleh=orang_lain)

    assert kode == "bukan_sendiri"


def test_ajukan_perbaikan_kedua_untuk_data_sama_ditolak_data_lain_boleh(referensi):
    pegawai = PegawaiFactory()
    ajukan(pegawai)

    assert kode_tolak(ajukan, pegawai=pegawai) == "masih_menunggu"
    assert ajukan(pegawai, medan="GELAR_DEPAN", nilai="Dr.").menunggu


def test_ajukan_perbaikan_kesebelas_ditolak(referensi):
    pegawai = PegawaiFactory()
    PerbaikanFactory.create_batch(10, pegawai=pegawai, medan="LAIN")

    assert kode_tolak(ajukan, pegawai=pegawai) == "terlalu_banyak"


def test_terima_perbaikan_menulis_nilai_dengan_riwayat_dan_kabar(referensi, analis):
    pegawai = PegawaiFactory(nama="Yublina Nale", pengguna__nama="Yublina Nale")
    perbaikan = ajukan(pegawai)

    terima_perbaikan(perbaikan=perbaikan, nilai_dilihat="Yublina Nale", oleh=analis)

    pegawai = Pegawai.objects.get(pk=pegawai.pk)
    assert (pegawai.nama, pegawai.versi) == ("Yublina Nalle", 2)
    assert pegawai.pengguna.nama == "Yublina Nalle"
    kejadian = perubahan_pegawai(pegawai, pribadi=True)[0]
    assert kejadian.perubahan[0].sesudah == "Yublina Nalle"
    kabar = Pemberitahuan.objects.get(penerima=pegawai.pengguna)
    assert kabar.judul == "Permintaan perbaikan diterima"


def test_terima_perbaikan_dua_kali_tidak_mengubah_apa_pun(referensi, analis):
    perbaikan = ajukan(PegawaiFactory())
    pertama = terima_perbaikan(perbaikan=perbaikan, oleh=analis)

    kedua = terima_perbaikan(perbaikan=perbaikan, oleh=analis)

    assert kedua.diputuskan_pada == pertama.diputuskan_pada
    assert Pegawai.objects.get(pk=perbaikan.pegawai_id).versi == 2


def test_terima_perbaikan_yang_didahului_orang_lain_ditolak(referensi, analis):
    perbaikan = ajukan(PegawaiFactory())
    tolak_perbaikan(perbaikan=perbaikan, alasan="Buram.", oleh=akun_berperan("ANALIS"))

    kode = kode_tolak(terima_perbaikan, perbaikan=perbaikan, oleh=analis)

    assert kode == "sudah_diputuskan"
    assert Pegawai.objects.get(pk=perbaikan.pegawai_id).versi == 1


def test_terima_perbaikan_nilai_berubah_sejak_dilihat_ditolak(referensi, analis):
    perbaikan = ajukan(PegawaiFactory(nama="Yublina Nale"))

    kode = kode_tolak(
        terima_perbaikan, perbaikan=perbaikan, nilai_dilihat="Lama", oleh=analis
    )

    assert kode == "nilai_berubah"


def test_terima_perbaikan_bagian_perlu_tindak_lanjut_dan_tidak_menulis(
    referensi, analis
):
    pegawai = PegawaiFactory()
    perbaikan = ajukan(pegawai, medan="PENDIDIKAN", nilai="S-1 Akuntansi, lulus 2012")

    tanpa = kode_tolak(terima_perbaikan, perbaikan=perbaikan, oleh=analis)
    terima_perbaikan(perbaikan=perbaikan, alasan="Sudah diganti.", oleh=analis)

    assert tanpa == "tindak_lanjut_kosong"
    assert Pegawai.objects.get(pk=pegawai.pk).versi == 1


@pytest.mark.parametrize("putuskan", [terima_perbaikan, tolak_perbaikan])
def test_putuskan_perbaikan_sendiri_ditolak(referensi, putuskan):
    analis = akun_berperan(Peran.ANALIS)
    perbaikan = ajukan(PegawaiFactory(pengguna=analis))

    kode = kode_tolak(putuskan, perbaikan=perbaikan, alasan="Ya.", oleh=analis)

    assert kode == "putusan_sendiri"


def test_tolak_perbaikan_perlu_alasan_lalu_pemohon_membacanya(referensi, analis):
    perbaikan = ajukan(PegawaiFactory())

    tanpa = kode_tolak(tolak_perbaikan, perbaikan=perbaikan, alasan="  ", oleh=analis)
    tolak_perbaikan(perbaikan=perbaikan, alasan="Foto buram.", oleh=analis)

    assert tanpa == "alasan_kosong"
    kabar = Pemberitahuan.objects.get(penerima=perbaikan.pegawai.pengguna)
    assert "Foto buram." in kabar.isi


def test_tolak_perbaikan_dua_kali_tidak_mengubah_apa_pun(referensi, analis):
    perbaikan = ajukan(PegawaiFactory())
    pertama = tolak_perbaikan(perbaikan=perbaikan, alasan="Buram.", oleh=analis)

    kedua = tolak_perbaikan(perbaikan=perbaikan, alasan="Lain.", oleh=analis)

    assert (kedua.alasan, kedua.diputuskan_pada) == ("Buram.", pertama.diputuskan_pada)


def test_batalkan_perbaikan_oleh_pemohon_lalu_tidak_dapat_diterima(referensi, analis):
    perbaikan = ajukan(PegawaiFactory())

    batalkan_perbaikan(perbaikan=perbaikan, oleh=perbaikan.pegawai.pengguna)
    lagi = batalkan_perbaikan(perbaikan=perbaikan, oleh=perbaikan.pegawai.pengguna)

    assert lagi.status == Status.DIBATALKAN
    kode = kode_tolak(terima_perbaikan, perbaikan=perbaikan, oleh=analis)
    assert kode == "sudah_diputuskan"


def test_batalkan_perbaikan_orang_lain_atau_terputus_ditolak(referensi, analis):
    perbaikan = ajukan(PegawaiFactory())
    orang = kode_tolak(batalkan_perbaikan, perbaikan=perbaikan, oleh=analis)
    terima_perbaikan(perbaikan=perbaikan, oleh=analis)

    kode = kode_tolak(
        batalkan_perbaikan, perbaikan=perbaikan, oleh=perbaikan.pegawai.pengguna
    )

    assert (orang, kode) == ("bukan_sendiri", "sudah_diputuskan")


def test_ingatkan_perbaikan_sekali_pada_jam_ke_48(referensi, analis):
    opd = UnitKerjaFactory()
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    with time_machine.travel(SENIN, tick=False):
        ajukan(PegawaiFactory(unit_kerja=opd))
    batas = SENIN + timedelta(hours=48)

    sebelum = ingatkan_perbaikan(sekarang=batas - timedelta(seconds=1))
    tepat = ingatkan_perbaikan(sekarang=batas)
    ulang = ingatkan_perbaikan(sekarang=batas + timedelta(hours=30))

    assert (sebelum, tepat, ulang) == (0, 2, 0)
    ingat = Pemberitahuan.objects.filter(kunci__startswith="ingat:perbaikan:")
    assert {p.penerima for p in ingat} == {pengelola, analis}
    assert "24 jam lagi" in ingat[0].isi


def test_ingatkan_perbaikan_yang_sudah_diputuskan_diam(referensi, analis):
    with time_machine.travel(SENIN, tick=False):
        perbaikan = ajukan(PegawaiFactory())
        tolak_perbaikan(perbaikan=perbaikan, alasan="Buram.", oleh=analis)

    assert ingatkan_perbaikan(sekarang=SENIN + timedelta(hours=60)) == 0


def berkas_bukti():
    """Stored evidence files."""
    akar = Path(settings.MEDIA_ROOT) / "bukti"
    return set(akar.iterdir()) if akar.exists() else set()


def test_bukti_ikut_hilang_bila_transaksinya_urung(
    referensi, django_capture_on_commit_callbacks
):
    """KEAMANAN B.5 row 12: no file without its row, also when an outer act fails."""
    pegawai, awal = PegawaiFactory(), berkas_bukti()

    tersimpan = []

    @transaction.atomic
    def urung_di_luar():
        ajukan(pegawai)
        tersimpan.extend(berkas_bukti() - awal)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        urung_di_luar()
    urung = berkas_bukti() - awal
    with django_capture_on_commit_callbacks(execute=True):
        perbaikan = ajukan(pegawai)

    assert (len(tersimpan), urung) == (1, set())
    assert berkas_bukti() - awal == {Path(perbaikan.bukti.path)}
    assert perbaikan.bukti.storage.exists(perbaikan.bukti.name)


@pytest.mark.parametrize(
    ("medan", "nilai", "peringatan"),
    [
        (
            "TANGGAL_LAHIR",
            "1991-01-01",
            ["Tanggal lahir berbeda dengan digit 1–8 NIP."],
        ),
        ("JENIS_KELAMIN", "P", ["Jenis kelamin berbeda dengan digit ke-15 NIP."]),
        ("TANGGAL_LAHIR", "1990-01-01", []),
        ("NAMA", "Yublina", []),
    ],
)
def test_perbaikan_yang_berlawanan_dengan_nip_diperingatkan_bukan_ditolak(
    referensi, analis, medan, nilai, peringatan
):
    pegawai = PegawaiFactory(nip="199001012012121001")
    Pegawai.objects.filter(pk=pegawai.pk).update(tanggal_lahir="1989-05-05")
    perbaikan = ajukan(pegawai, medan, nilai)
    saat_menunggu = peringatan_nip(perbaikan)

    diterima = terima_perbaikan(perbaikan=perbaikan, oleh=analis)

    assert saat_menunggu == peringatan
    assert diterima.status == Status.DITERIMA
    assert peringatan_nip(diterima) == []
