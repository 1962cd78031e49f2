"""Editions: draft, edit, publish; published ones are frozen."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.models import (
    CapaianKompetensi,
    LevelKompetensi,
    StandarButir,
    StandarKompetensi,
    StandarSyarat,
)
from pegawai.queries.penyusun import penyusun
from pegawai.services.standar import (
    IsiStandar,
    KepalaStandar,
    Syarat,
    buat_draf_standar,
    hapus_draf_standar,
    ubah_draf_standar,
)
from pegawai.services.standar_terbit import terbitkan_standar
from pegawai.tasks import segarkan_standar
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    JabatanFactory,
    KompetensiFactory,
    PenggunaFactory,
    StandarButirFactory,
    StandarKompetensiFactory,
    lengkapi_standar,
)

KEPALA = KepalaStandar("2026", "061/9/2026", None, date(2026, 12, 1))


def tingkat(standar):
    return dict(standar.butir.values_list("kompetensi", "level"))


@pytest.fixture
def draf():
    butir = StandarButirFactory(standar__status="DRAF", level=2)
    return lengkapi_standar(butir.standar)


def test_buat_draf_menyalin_yang_berlaku():
    berlaku = StandarButirFactory(level=4)

    draf = buat_draf_standar(
        jabatan=berlaku.standar.jabatan, kepala=KEPALA, oleh=PenggunaFactory()
    )

    assert draf.status == "DRAF"
    assert tingkat(draf) == {berlaku.kompetensi_id: 4}


def test_buat_draf_jabatan_tanpa_standar_menyalin_standar_jenjang():
    jabatan = JabatanFactory()
    umum = StandarButirFactory(
        standar__jabatan=None, standar__jenjang=jabatan.jenjang, level=1
    )

    draf = buat_draf_standar(jabatan=jabatan, kepala=KEPALA, oleh=PenggunaFactory())

    assert tingkat(draf) == {umum.kompetensi_id: 1}


def test_buat_draf_jenjang():
    umum = StandarButirFactory(
        standar__jabatan=None, standar__jenjang=JabatanFactory().jenjang
    )

    draf = buat_draf_standar(
        jenjang=umum.standar.jenjang, kepala=KEPALA, oleh=PenggunaFactory()
    )

    assert tingkat(draf) == {umum.kompetensi_id: 3}


def test_buat_draf_kedua_ditolak(draf):
    with pytest.raises(AturanDilanggar) as galat:
        buat_draf_standar(jabatan=draf.jabatan, kepala=KEPALA, oleh=PenggunaFactory())

    assert galat.value.kode == "draf_sudah_ada"


def test_ubah_draf_mengubah_menambah_dan_mengurangi(draf):
    lama = draf.butir.get()
    baru, hapus = KompetensiFactory(), StandarButirFactory(standar=draf)

    hasil = ubah_draf_standar(
        standar=draf,
        kepala=KEPALA,
        level={lama.kompetensi_id: 5, baru.pk: 1, hapus.kompetensi_id: None},
        versi=1,
        oleh=PenggunaFactory(),
    )

    assert tingkat(draf) == {lama.kompetensi_id: 5, baru.pk: 1}
    assert (hasil.edisi, hasil.versi) == ("2026", 2)


def test_ubah_draf_versi_usang_tidak_menyimpan_apa_pun(draf):
    with pytest.raises(AturanDilanggar) as galat:
        ubah_draf_standar(
            standar=draf, kepala=KEPALA, level={}, versi=9, oleh=PenggunaFactory()
        )

    draf.refresh_from_db()
    assert galat.value.kode == "versi_usang"
    assert draf.edisi == "2025"


def test_terbitkan_lalu_dua_kali_tidak_mengubah(draf):
    oleh = PenggunaFactory()

    pertama = terbitkan_standar(standar=draf, oleh=oleh)
    kedua = terbitkan_standar(standar=draf, oleh=PenggunaFactory())

    assert pertama.status == "TERBIT"
    assert (kedua.diterbitkan_oleh, kedua.diterbitkan_pada) == (
        oleh,
        pertama.diterbitkan_pada,
    )


def test_terbitkan_tanpa_butir_ditolak():
    kosong = StandarKompetensiFactory(status="DRAF")

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_standar(standar=kosong, oleh=PenggunaFactory())

    assert galat.value.kode == "standar_kosong"


def test_terbitkan_tanggal_sama_ditolak(draf):
    StandarKompetensiFactory(jabatan=draf.jabatan, berlaku_mulai=draf.berlaku_mulai)

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_standar(standar=draf, oleh=PenggunaFactory())

    assert galat.value.kode == "tanggal_ganda"


def test_yang_terbit_tidak_dapat_diubah_atau_dihapus_lewat_layanan(draf):
    oleh = PenggunaFactory()
    terbitkan_standar(standar=draf, oleh=oleh)

    with pytest.raises(AturanDilanggar) as ubah:
        ubah_draf_standar(standar=draf, kepala=KEPALA, level={}, versi=2, oleh=oleh)
    with pytest.raises(AturanDilanggar) as hapus:
        hapus_draf_standar(standar=draf, oleh=oleh)

    assert {ubah.value.kode, hapus.value.kode} == {"standar_terbit"}


def test_terbitkan_oleh_penyusunnya_sendiri_ditolak(draf):
    oleh = PenggunaFactory()
    draf = ubah_draf_standar(standar=draf, kepala=KEPALA, level={}, versi=1, oleh=oleh)

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_standar(standar=draf, oleh=oleh)

    assert galat.value.kode == "orang_kedua"


@pytest.mark.parametrize(
    ("medan", "kosong", "kode"),
    [
        ("ikhtisar", "", "tanpa_ikhtisar"),
        ("tanggal_keputusan", None, "tanpa_keputusan"),
        ("golongan_minimum", None, "tanpa_pangkat"),
        ("pendidikan_minimum", None, "tanpa_pendidikan"),
    ],
)
def test_terbitkan_berlubang_ditolak_dengan_sebab(draf, medan, kosong, kode):
    setattr(draf, medan, kosong)
    draf.save()

    with pytest.raises(AturanDilanggar) as galat:
        terbitkan_standar(standar=draf, oleh=PenggunaFactory())

    assert galat.value.kode == kode


def test_terbitkan_tanpa_kompetensi_inti_menyebut_namanya(draf):
    KompetensiFactory(nama="Integritas")

    with pytest.raises(AturanDilanggar, match="Integritas") as galat:
        terbitkan_standar(standar=draf, oleh=PenggunaFactory())

    assert galat.value.kode == "inti_kurang"


def test_terbitkan_membekukan_rumusan_dan_nama(draf):
    terbitkan_standar(standar=draf, oleh=PenggunaFactory())
    LevelKompetensi.objects.update(uraian="rumusan lain")

    butir = draf.butir.get()

    assert (butir.uraian, butir.indikator_perilaku) == ("uraian 2", "a\nb")
    assert butir.nama == butir.kompetensi.nama
    draf.refresh_from_db()
    assert draf.nama_jabatan == draf.jabatan.nama


def test_terbitkan_mengubah_kesenjangan_pemegangnya_saja(draf):
    kompetensi = draf.butir.get().kompetensi
    pemegang = CapaianKompetensiFactory(
        kompetensi=kompetensi, pegawai__jabatan=draf.jabatan, level=1
    )
    lain = CapaianKompetensiFactory(kompetensi=kompetensi, level=1)

    terbitkan_standar(standar=draf, oleh=PenggunaFactory())

    kini = dict(
        CapaianKompetensi.objects.values_list("pegawai", "kesenjangan").order_by()
    )
    assert (kini[pemegang.pegawai_id], kini[lain.pegawai_id]) == (1, 1)
    pemegang.refresh_from_db()
    assert pemegang.level_standar == 2


def test_edisi_yang_belum_berlaku_mengubah_kesenjangan_pada_harinya(draf):
    draf.berlaku_mulai = date(2999, 1, 1)
    draf.save()
    capaian = CapaianKompetensiFactory(
        kompetensi=draf.butir.get().kompetensi,
        pegawai__jabatan=draf.jabatan,
        level=1,
        level_standar=1,
        kesenjangan=0,
    )

    terbitkan_standar(standar=draf, oleh=PenggunaFactory())
    capaian.refresh_from_db()
    sebelum = capaian.kesenjangan
    segarkan_standar(hari_ini="2999-01-01")

    capaian.refresh_from_db()
    assert (sebelum, capaian.kesenjangan) == (0, 1)


def test_ubah_draf_menyimpan_dokumen_dan_syarat_lalu_tersalin_ke_edisi_baru(draf):
    syarat = [
        Syarat("PELATIHAN_TEKNIS", "Arsip dinamis", "MUTLAK"),
        Syarat("PENGALAMAN", "Dua tahun pelayanan", "PERLU"),
    ]
    isi = IsiStandar(
        ikhtisar="Melayani.",
        golongan_minimum=draf.golongan_minimum,
        pendidikan_minimum=draf.pendidikan_minimum,
    )

    draf = ubah_draf_standar(
        standar=draf,
        kepala=KEPALA._replace(
            tanggal_keputusan=date(2026, 1, 2), berlaku_mulai=date(2026, 1, 2)
        ),
        level={},
        versi=1,
        isi=isi,
        syarat=[*syarat, syarat[0]],
        oleh=PenggunaFactory(),
    )
    terbitkan_standar(standar=draf, oleh=PenggunaFactory())
    berikut = buat_draf_standar(
        jabatan=draf.jabatan, kepala=KEPALA, oleh=PenggunaFactory()
    )

    daftar = berikut.syarat.order_by("urutan").values_list("jenis", "uraian", "tanda")
    assert [Syarat(*s) for s in daftar] == syarat
    assert berikut.ikhtisar == "Melayani."


def test_hapus_draf(draf):
    hapus_draf_standar(standar=draf, oleh=PenggunaFactory())

    assert not StandarKompetensi.objects.filter(pk=draf.pk).exists()


@pytest.mark.parametrize(
    "langgar",
    [
        lambda s: StandarButir.objects.filter(standar=s).update(level=1),
        lambda s: StandarButir.objects.filter(standar=s).delete(),
        lambda s: StandarKompetensi.objects.filter(pk=s.pk).update(edisi="lain"),
        lambda s: StandarKompetensi.objects.filter(pk=s.pk).update(status="DRAF"),
        lambda s: StandarKompetensi.objects.filter(pk=s.pk).update(ikhtisar="lain"),
        lambda s: StandarButirFactory(standar=s),
        lambda s: StandarSyarat.objects.create(
            standar=s, jenis="PENGALAMAN", uraian="x", tanda="PERLU"
        ),
        lambda s: StandarKompetensi.objects.filter(pk=s.pk).delete(),
    ],
)
def test_basis_data_membekukan_yang_terbit(draf, langgar):
    langgar_draf = transaction.atomic()(lambda: langgar(draf))
    with transaction.atomic():  # the same act works on a draft ...
        langgar_draf()
        transaction.set_rollback(True)
    terbitkan_standar(standar=draf, oleh=PenggunaFactory())

    with pytest.raises(IntegrityError, match="sudah terbit"), transaction.atomic():
        langgar(draf)

    assert tingkat(draf) == {draf.butir.get().kompetensi_id: 2}


def test_terbitkan_oleh_penyunting_terdahulu_ditolak_lewat_jejak(draf):
    pertama, kedua, ketiga = PenggunaFactory.create_batch(3)
    for versi, oleh in enumerate((pertama, kedua), 1):
        draf = ubah_draf_standar(
            standar=draf, kepala=KEPALA, level={}, versi=versi, oleh=oleh
        )

    draf = lengkapi_standar(draf)
    kode = set()
    for oleh in (pertama, kedua):
        with pytest.raises(AturanDilanggar) as galat:
            terbitkan_standar(standar=draf, oleh=oleh)
        kode.add(galat.value.kode)

    assert kode == {"orang_kedua"}
    assert {pertama, kedua} <= set(penyusun(draf))
    assert terbitkan_standar(standar=draf, oleh=ketiga).status == "TERBIT"
