"""Lines of a plan, and the progress that follows them."""

from datetime import timedelta

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pekerjaan
from pelatihan.models import Peserta
from pelatihan.signals import pengembangan_diverifikasi
from penilaian.models import RencanaPengembangan
from penilaian.queries.rencana import butir_rencana
from penilaian.services.rencana_butir import (
    IsiButir,
    catat_butir,
    hapus_butir,
    tambah_butir,
    ubah_butir,
)
from penilaian.services.rencana_kemajuan import (
    segarkan_kemajuan_dari_riwayat,
    segarkan_kemajuan_rencana,
)
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    KompetensiFactory,
    PenggunaFactory,
)
from tests.pabrik.pelatihan import (
    AngkatanFactory,
    BentukPengembanganFactory,
    PesertaFactory,
    RiwayatPengembanganFactory,
    SasaranPelatihanFactory,
)
from tests.pabrik.rencana import (
    ButirRencanaFactory,
    RencanaDisetujuiFactory,
    RencanaFactory,
)

Status = RencanaPengembangan.Status


def isi(**lain):
    bawaan = {
        "kompetensi": lain.pop("kompetensi", None) or KompetensiFactory(),
        "level_target": 3,
        "triwulan": 2,
        "kegiatan": "Bimbingan oleh atasan",
        "bentuk": BentukPengembanganFactory(),
        "jp": 8,
    }
    return IsiButir(**(bawaan | lain))


def tambah(rencana, **lain):
    return tambah_butir(rencana=rencana, isi=isi(**lain), oleh=rencana.pegawai.pengguna)


def ditolak(kode, fungsi, *posisi, **lain):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(*posisi, **lain)
    assert galat.value.kode == kode


def test_tambah_butir_pelatihan_memakai_bentuk_dan_jp_katalog():
    sasaran = SasaranPelatihanFactory(pelatihan__jp=24)
    rencana = RencanaFactory()
    CapaianKompetensiFactory(
        pegawai=rencana.pegawai, kompetensi=sasaran.kompetensi, level=2
    )

    butir = tambah(
        rencana,
        kompetensi=sasaran.kompetensi,
        pelatihan=sasaran.pelatihan,
        jp=None,
        bentuk=None,
    )

    assert (butir.jp, butir.bentuk, butir.kegiatan) == (
        24,
        sasaran.pelatihan.bentuk,
        "",
    )
    assert butir.level_sekarang == 2
    rencana.refresh_from_db()
    assert rencana.versi == 2


def test_tambah_butir_kegiatan_lain():
    butir = tambah(RencanaFactory())

    assert butir.nama_kegiatan == "Bimbingan oleh atasan"
    assert butir.level_sekarang is None


def test_tambah_butir_pelatihan_sama_ditolak():
    sasaran = SasaranPelatihanFactory()
    rencana = RencanaFactory()
    sama = {"kompetensi": sasaran.kompetensi, "pelatihan": sasaran.pelatihan}
    tambah(rencana, **sama)

    ditolak("butir_ganda", tambah, rencana, **sama)


@pytest.mark.parametrize(
    ("kode", "lain"),
    [
        ("butir_tanpa_kegiatan", {"kegiatan": " "}),
        ("butir_tanpa_kegiatan", {"bentuk": None}),
        ("butir_tanpa_jp", {"jp": None}),
    ],
)
def test_tambah_butir_kurang_lengkap_ditolak(kode, lain):
    ditolak(kode, tambah, RencanaFactory(), **lain)


def test_tambah_butir_pelatihan_yang_tidak_menyasar_ditolak():
    pelatihan = SasaranPelatihanFactory().pelatihan

    ditolak("pelatihan_tidak_menyasar", tambah, RencanaFactory(), pelatihan=pelatihan)


def test_tambah_butir_tingkat_tidak_naik_ditolak():
    rencana = RencanaFactory()
    capaian = CapaianKompetensiFactory(pegawai=rencana.pegawai, level=3)

    ditolak("butir_level_tidak_naik", tambah, rencana, kompetensi=capaian.kompetensi)


@pytest.mark.parametrize("status", [Status.DIAJUKAN])
def test_tambah_butir_rencana_diajukan_ditolak(status):
    ditolak("rencana_tertutup", tambah, RencanaFactory(status=status))


def test_isi_rencana_disetujui_beku():
    butir = ButirRencanaFactory(rencana=RencanaDisetujuiFactory())
    oleh = butir.rencana.pegawai.pengguna

    ditolak("rencana_tertutup", hapus_butir, butir=butir, oleh=oleh)
    ditolak("rencana_tertutup", ubah_butir, butir=butir, isi=isi(), oleh=oleh)


def test_tambah_butir_rencana_penuh_ditolak(monkeypatch):
    monkeypatch.setattr("penilaian.services.rencana_butir.BATAS_BUTIR", 1)
    rencana = ButirRencanaFactory().rencana

    ditolak("rencana_penuh", tambah, rencana)


def test_ubah_butir_menaikkan_versi():
    butir = ButirRencanaFactory()

    hasil = ubah_butir(
        butir=butir, isi=isi(jp=12), versi=1, oleh=butir.rencana.pegawai.pengguna
    )

    assert (hasil.jp, hasil.versi) == (12, 2)


def test_ubah_butir_versi_lama_ditolak():
    butir = ButirRencanaFactory(versi=2)

    ditolak(
        "versi_usang",
        ubah_butir,
        butir=butir,
        isi=isi(),
        versi=1,
        oleh=PenggunaFactory(),
    )


def test_hapus_butir_dua_kali():
    butir = ButirRencanaFactory()
    oleh = butir.rencana.pegawai.pengguna

    hapus_butir(butir=butir, oleh=oleh)
    hapus_butir(butir=butir, oleh=oleh)

    butir.rencana.refresh_from_db()
    assert butir.rencana.butir.count() == 0
    assert butir.rencana.versi == 2


def test_catat_butir_selesai_memajukan_rencana():
    rencana = RencanaDisetujuiFactory()
    pertama = ButirRencanaFactory(rencana=rencana)
    kedua = ButirRencanaFactory(rencana=rencana)
    oleh = rencana.pegawai.pengguna

    catat_butir(butir=pertama, selesai_pada=hari_ini(), oleh=oleh)

    rencana.refresh_from_db()
    assert rencana.status == Status.BERJALAN
    catat_butir(butir=kedua, selesai_pada=hari_ini(), oleh=oleh)
    rencana.refresh_from_db()
    assert rencana.status == Status.SELESAI


def test_catat_butir_dua_kali_tanggal_pertama_tetap():
    butir = ButirRencanaFactory(rencana=RencanaDisetujuiFactory())
    kemarin = hari_ini() - timedelta(days=1)
    catat_butir(butir=butir, selesai_pada=kemarin, oleh=PenggunaFactory())

    hasil = catat_butir(butir=butir, selesai_pada=hari_ini(), oleh=PenggunaFactory())

    assert hasil.selesai_pada == kemarin


def test_catat_butir_yang_tidak_boleh_ditolak():
    disetujui = RencanaDisetujuiFactory()
    pelatihan = ButirRencanaFactory(
        rencana=disetujui, kegiatan="", pelatihan=SasaranPelatihanFactory().pelatihan
    )
    bebas = ButirRencanaFactory(rencana=disetujui)
    oleh, hari = PenggunaFactory(), hari_ini()

    ditolak(
        "rencana_belum_disetujui",
        catat_butir,
        butir=ButirRencanaFactory(),
        selesai_pada=hari,
        oleh=oleh,
    )
    ditolak(
        "butir_pelatihan", catat_butir, butir=pelatihan, selesai_pada=hari, oleh=oleh
    )
    ditolak(
        "tanggal_mendatang",
        catat_butir,
        butir=bebas,
        selesai_pada=hari + timedelta(days=1),
        oleh=oleh,
    )


def test_kemajuan_mengikuti_pelatihan():
    rencana = RencanaDisetujuiFactory()
    angkatan = AngkatanFactory()
    ButirRencanaFactory(rencana=rencana, kegiatan="", pelatihan=angkatan.pelatihan)
    peserta = PesertaFactory(angkatan=angkatan, pegawai=rencana.pegawai)

    assert [b.kemajuan for b in butir_rencana(rencana)] == ["DIIKUTI"]
    Peserta.objects.filter(pk=peserta.pk).update(
        status="LULUS",
        diputuskan_oleh=PenggunaFactory(),
        diputuskan_pada=peserta.diajukan_pada,
        dinilai_oleh=PenggunaFactory(),
        dinilai_pada=peserta.diajukan_pada,
    )
    assert [b.kemajuan for b in butir_rencana(rencana)] == ["SELESAI"]


def test_kemajuan_pelatihan_tahun_lalu_tidak_dihitung():
    rencana = RencanaDisetujuiFactory(tahun=2026)
    butir = ButirRencanaFactory(
        rencana=rencana, kegiatan="", pelatihan=SasaranPelatihanFactory().pelatihan
    )
    lama = RiwayatPengembanganFactory(
        pegawai=rencana.pegawai,
        pelatihan=butir.pelatihan,
        tanggal_mulai="2025-12-01",
        tanggal_selesai="2025-12-31",
    )

    assert [b.kemajuan for b in butir_rencana(rencana)] == ["BELUM"]
    lama.tanggal_selesai = "2026-01-02"
    lama.save()
    assert [b.kemajuan for b in butir_rencana(rencana)] == ["SELESAI"]


def test_segarkan_kemajuan_dua_kali_tidak_mengubah_apa_pun():
    rencana = RencanaDisetujuiFactory()
    ButirRencanaFactory(rencana=rencana, selesai_pada=hari_ini())

    pertama = segarkan_kemajuan_rencana(pegawai_ids=[rencana.pegawai_id])
    kedua = segarkan_kemajuan_rencana(pegawai_ids=[rencana.pegawai_id])

    assert (pertama, kedua) == (1, 0)


def test_pengembangan_diverifikasi_menyelesaikan_rencana():
    rencana = RencanaDisetujuiFactory(tahun=2026)
    butir = ButirRencanaFactory(
        rencana=rencana, kegiatan="", pelatihan=SasaranPelatihanFactory().pelatihan
    )
    riwayat = RiwayatPengembanganFactory(
        pegawai=rencana.pegawai, pelatihan=butir.pelatihan
    )

    pengembangan_diverifikasi.send(
        sender=None, riwayat_ids=[riwayat.pk], oleh=PenggunaFactory()
    )

    pekerjaan = Pekerjaan.objects.get()
    hasil = segarkan_kemajuan_dari_riwayat(pekerjaan=pekerjaan, **pekerjaan.argumen)
    rencana.refresh_from_db()
    assert (hasil, rencana.status) == ({"berubah": 1}, Status.SELESAI)
