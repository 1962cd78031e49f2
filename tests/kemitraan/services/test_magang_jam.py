"""ASN sent to a partner: their stay earns hours and a certificate (NKL12)."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine

from kemitraan.services.magang import (
    batalkan_penempatan,
    mulai_penempatan,
    nilai_penempatan,
    selesaikan_penempatan,
    tolak_penempatan,
)
from kemitraan.services.magang_program import buat_program
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pekerjaan
from pegawai.dasar.services.pekerjaan import jalankan
from pelatihan.models import (
    Angkatan,
    BentukPengembangan,
    Pelatihan,
    Penyelenggara,
    Peserta,
    RiwayatPengembangan,
    Sertifikat,
)
from pelatihan.queries.riwayat import rekap_jp
from pelatihan.services.sertifikat import cabut_sertifikat
from tests.pabrik.kemitraan import (
    MitraFactory,
    PenempatanFactory,
    PenempatanKeluarFactory,
    PenggunaMitraFactory,
    PerjanjianFactory,
)
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory
from tests.pabrik.pelatihan import PenyelenggaraFactory

pytestmark = pytest.mark.usefixtures("referensi")
SELESAI_RENCANA = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _hari_ini():
    with time_machine.travel("2026-11-24T10:00:00+08:00", tick=False):
        yield


def _program(analis, **lain):
    isi = {
        "perjanjian": lain.pop("perjanjian", None) or PerjanjianFactory(),
        "arah": "KELUAR",
        "nama": "Magang ASN 2026",
        "tanggal_mulai": date(2026, 1, 5),
        "tanggal_selesai": date(2026, 12, 18),
        "oleh": analis,
    }
    return buat_program(**(isi | lain))


def _berjalan(analis, selesai=SELESAI_RENCANA, **lain):
    penempatan = PenempatanKeluarFactory(
        status="DITERIMA",
        tanggal_mulai=date(2026, 10, 1),
        tanggal_selesai=selesai,
        **lain,
    )
    return mulai_penempatan(penempatan=penempatan, hari=date(2026, 11, 24), oleh=analis)


def test_program_keluar_menjadi_entri_katalog_bentuk_magang(analis):
    mitra = MitraFactory(kode="MTR-25", nama="Kantor Regional X BKN")

    program = _program(analis, perjanjian=PerjanjianFactory(mitra=mitra))

    entri = program.pelatihan
    assert (entri.bentuk.kode, entri.jp, entri.status) == ("NKL12", 20, "TERBIT")
    assert entri.nama == "Magang ASN 2026"
    assert entri.penyelenggara.nama == "Kantor Regional X BKN"
    mitra.refresh_from_db()
    assert mitra.penyelenggara == entri.penyelenggara


def test_program_masuk_tidak_masuk_katalog(analis):
    program = _program(analis, arah="MASUK")

    assert program.pelatihan is None
    assert not Pelatihan.objects.exists()


def test_jp_yang_diisi_menang_atas_tabel(analis):
    assert _program(analis, jp=32).pelatihan.jp == 32


def test_program_kedua_memakai_penyelenggara_yang_sama(analis):
    perjanjian = PerjanjianFactory()
    _program(analis, perjanjian=perjanjian)

    _program(analis, perjanjian=perjanjian, nama="Magang ASN 2027")

    assert Penyelenggara.objects.count() == 1


def test_penyelenggara_bernama_sama_dipakai_dan_kode_terpakai_diberi_ekor(analis):
    lama = PenyelenggaraFactory(kode="MTR-1", nama="universitas A")
    sama = PerjanjianFactory(mitra=MitraFactory(kode="X", nama="Universitas A"))
    lain = PerjanjianFactory(mitra=MitraFactory(kode="MTR-1", nama="Universitas B"))

    pertama = _program(analis, perjanjian=sama)
    kedua = _program(analis, perjanjian=lain)

    assert pertama.pelatihan.penyelenggara == lama
    assert kedua.pelatihan.penyelenggara.kode == "MTR-1-2"


def test_tanpa_bentuk_magang_program_asn_ditolak_dengan_sebab(analis):
    BentukPengembangan.objects.filter(kode="NKL12").delete()

    with pytest.raises(AturanDilanggar) as galat:
        _program(analis)

    assert galat.value.kode == "bentuk_belum_ada"


def test_tabel_tanpa_angka_meminta_jp(analis):
    BentukPengembangan.objects.filter(kode="NKL12").update(jp_nasional=None)

    with pytest.raises(AturanDilanggar) as galat:
        _program(analis)

    assert (galat.value.kode, galat.value.medan) == ("jp_wajib", "jp")
    assert _program(analis, jp=15).pelatihan.jp == 15


def test_magang_yang_dimulai_menjadi_kepesertaan(analis):
    penempatan = _berjalan(analis)

    peserta = penempatan.kepesertaan
    assert peserta.pegawai == penempatan.pegawai
    assert (peserta.status, peserta.angkatan.status) == ("DISETUJUI", "BERJALAN")
    assert (peserta.angkatan.kuota, peserta.angkatan.terisi) == (1, 1)
    assert rekap_jp(penempatan.pegawai).jp == 0


def test_mulai_dua_kali_satu_kepesertaan(analis):
    penempatan = _berjalan(analis)

    mulai_penempatan(penempatan=penempatan, hari=date(2026, 11, 24), oleh=analis)

    assert Peserta.objects.count() == 1


def test_penempatan_kedua_menjadi_angkatan_sendiri(analis):
    satu = _berjalan(analis)
    _berjalan(analis, program=satu.program)

    assert sorted(Angkatan.objects.values_list("nama", flat=True)) == [
        "Penempatan 1",
        "Penempatan 2",
    ]


def test_selesai_dan_dinilai_memberi_jp_dan_sertifikat(analis):
    penempatan = _berjalan(analis)

    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=Decimal("85"), oleh=analis)

    riwayat = RiwayatPengembangan.objects.get()
    assert (riwayat.pegawai, riwayat.jp) == (penempatan.pegawai, 20)
    assert (riwayat.bentuk.kode, riwayat.status) == ("NKL12", "TERVERIFIKASI")
    assert riwayat.sertifikat.nomor == riwayat.nomor_sertifikat
    assert rekap_jp(penempatan.pegawai, 2026).jp == 20


def test_selesai_tanpa_nilai_menunggu_nilai_untuk_jp(analis):
    penempatan = _berjalan(analis)
    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=None, oleh=analis)
    assert rekap_jp(penempatan.pegawai, 2026).jp == 0

    nilai_penempatan(penempatan=penempatan, nilai_akhir=Decimal("90"), oleh=analis)

    assert rekap_jp(penempatan.pegawai, 2026).jp == 20


def test_menilai_dua_kali_satu_sertifikat(analis):
    penempatan = _berjalan(analis)
    isi = {"penempatan": penempatan, "nilai_akhir": Decimal("85"), "oleh": analis}
    selesaikan_penempatan(**isi)
    selesaikan_penempatan(**isi)
    nilai_penempatan(**isi)

    assert Sertifikat.objects.count() == 1
    assert rekap_jp(penempatan.pegawai, 2026).jp == 20


@pytest.mark.parametrize(("mitra", "bertaut"), [(True, False), (False, True)])
def test_nilai_dari_mitra_mencetak_tanpa_tautan_yang_menolaknya(analis, mitra, bertaut):
    penempatan = _berjalan(analis)
    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=None, oleh=analis)
    akun = PenggunaMitraFactory(mitra=penempatan.program.perjanjian.mitra).pengguna

    nilai_penempatan(
        penempatan=penempatan,
        nilai_akhir=Decimal("88"),
        oleh=akun if mitra else analis,
    )

    cetak = Pekerjaan.objects.get(judul__startswith="Cetak 1 sertifikat")
    jalankan(pk=cetak.pk)
    assert bool(cetak.tautan) is bertaut
    assert Sertifikat.objects.get().dokumen.berkas


def test_selesai_lebih_awal_dihitung_menurut_hari_terakhir_yang_nyata(analis):
    penempatan = _berjalan(analis, selesai=date(2027, 1, 15))

    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=Decimal("85"), oleh=analis)

    assert RiwayatPengembangan.objects.get().tanggal_selesai == date(2026, 11, 24)
    assert rekap_jp(penempatan.pegawai, 2026).jp == 20
    assert rekap_jp(penempatan.pegawai, 2027).jp == 0


def test_dinilai_kemudian_tetap_dihitung_pada_hari_selesai(analis):
    penempatan = _berjalan(analis, selesai=date(2026, 12, 15))
    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=None, oleh=analis)

    with time_machine.travel("2027-01-10T10:00:00+08:00", tick=False):
        nilai_penempatan(penempatan=penempatan, nilai_akhir=Decimal("90"), oleh=analis)

    assert RiwayatPengembangan.objects.get().tanggal_selesai == date(2026, 11, 24)


def test_magang_yang_dibatalkan_tidak_memberi_jp(analis):
    penempatan = _berjalan(analis)

    batalkan_penempatan(penempatan=penempatan, alasan="Sakit", oleh=analis)

    peserta = Peserta.objects.get()
    assert (peserta.status, peserta.alasan) == ("DIBATALKAN", "Sakit")
    assert (peserta.angkatan.status, peserta.angkatan.terisi) == ("DIBATALKAN", 0)
    assert not RiwayatPengembangan.objects.exists()


def test_yang_ditolak_atau_dibatalkan_sebelum_mulai_tidak_menjadi_kepesertaan(analis):
    tolak_penempatan(
        penempatan=PenempatanKeluarFactory(), alasan="Kurang orang", oleh=analis
    )
    batalkan_penempatan(
        penempatan=PenempatanKeluarFactory(), alasan="Sakit", oleh=analis
    )

    assert not Peserta.objects.exists()


def test_mahasiswa_tidak_menjadi_peserta_pelatihan(analis):
    penempatan = PenempatanFactory(
        status="BERJALAN",
        pembimbing=PegawaiFactory(),
        tanggal_selesai=SELESAI_RENCANA,
    )

    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=Decimal("85"), oleh=analis)

    assert not Peserta.objects.exists()


def test_yang_berjalan_sebelum_aturan_ini_tercatat_saat_selesai(analis):
    penempatan = PenempatanKeluarFactory(
        status="BERJALAN", tanggal_selesai=SELESAI_RENCANA
    )

    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=Decimal("85"), oleh=analis)

    assert rekap_jp(penempatan.pegawai, 2026).jp == 20


def test_orang_yang_menyelesaikan_magangnya_sendiri_tidak_disertifikati():
    akun = PenggunaFactory()
    pegawai = PegawaiFactory(pengguna=akun)
    penempatan = _berjalan(PenggunaFactory(), pegawai=pegawai)

    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=Decimal("85"), oleh=akun)

    assert not Sertifikat.objects.exists()


def test_putusan_penyelenggara_tidak_lulus_tetap_berlaku(analis):
    penempatan = _berjalan(analis)
    Peserta.objects.update(
        status="TIDAK_LULUS",
        dinilai_oleh=analis,
        dinilai_pada="2026-11-24T00:00:00Z",
    )

    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=Decimal("85"), oleh=analis)

    assert not Sertifikat.objects.exists()
    assert Peserta.objects.get().status == "TIDAK_LULUS"


def test_sertifikat_yang_dicabut_menarik_jp_nya(analis):
    penempatan = _berjalan(analis)
    selesaikan_penempatan(penempatan=penempatan, nilai_akhir=Decimal("85"), oleh=analis)

    cabut_sertifikat(
        sertifikat=Sertifikat.objects.get(),
        alasan="SALAH_DATA",
        keterangan="",
        oleh=analis,
    )

    assert rekap_jp(penempatan.pegawai, 2026).jp == 0
