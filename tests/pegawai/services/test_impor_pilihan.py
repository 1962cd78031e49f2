"""What the preview leaves out, who is missing, and the office's share (IMP-10, IMP-13)."""

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.models import NomorPegawai, Pegawai, RiwayatJabatan
from pegawai.queries.impor import tidak_ada_dalam_berkas
from pegawai.services.impor import jalankan_impor
from pegawai.services.impor_pilihan import ikutkan_baris, lewati_baris, pilih_jenis
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, baca
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
)

KOLOM = ("NIP BARU", "NAMA", "UNOR NAMA", "JABATAN NAMA", "PENDIDIKAN NAMA")


def jalan(impor):
    impor = jalankan_impor(impor=impor, setuju=True, oleh=impor.oleh)
    jalankan(pk=impor.pekerjaan_id)
    impor.refresh_from_db()
    return impor


def tindakan(impor):
    return list(impor.baris.order_by("nomor_baris").values_list("tindakan", flat=True))


def test_lewati_baris_tidak_ditulis_dan_dapat_diikutkan_lagi(analis):
    PegawaiFactory(nip=NIP, nama="Maria")
    impor = baca(
        (NIP, "Maria S."), (NIP_LAIN, "Ester"), (NIP_PPPK, "Yuli"), oleh=analis
    )

    impor = lewati_baris(impor=impor, nomor=[2, 3], oleh=analis)
    dilewati = tindakan(impor)
    impor = ikutkan_baris(impor=impor, nomor=[2], oleh=analis)
    jalan(impor)

    assert dilewati == ["DILEWATI", "DILEWATI", "BARU"]
    assert set(Pegawai.objects.values_list("nama", flat=True)) == {"Maria S.", "Yuli"}


def test_lewati_baris_sesudah_berjalan_ditolak(analis):
    impor = jalan(baca((NIP, "Maria"), oleh=analis))

    with pytest.raises(AturanDilanggar, match="tidak sedang menunggu"):
        lewati_baris(impor=impor, nomor=[2], oleh=analis)


def test_pilih_jenis_jabatan_dilewati_membiarkan_jabatan_dan_riwayatnya(analis):
    JabatanFactory(nama="Perencana", unit_kerja=UnitKerjaFactory(nama="Dinas Uji"))
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    RiwayatJabatanFactory(pegawai=maria)
    impor = baca(
        (NIP, "Maria S.", "Dinas Uji", "Perencana", "Hukum"), kolom=KOLOM, oleh=analis
    )
    semua = impor.ringkasan["jenis"]

    impor = pilih_jenis(impor=impor, ikut=["identitas", "pendidikan"], oleh=analis)
    jalan(impor)

    maria.refresh_from_db()
    assert set(semua) == {"identitas", "jabatan", "pendidikan", "baru"}
    assert (maria.nama, maria.pendidikan) == ("Maria S.", "Hukum")
    assert maria.jabatan.nama != "Perencana"
    assert RiwayatJabatan.objects.get().jabatan == maria.jabatan


def test_pilih_jenis_jabatan_ikut_mengubah_jabatan(analis):
    JabatanFactory(nama="Perencana", unit_kerja=UnitKerjaFactory(nama="Dinas Uji"))
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    impor = baca(
        (NIP, "Maria S.", "Dinas Uji", "Perencana", "Hukum"), kolom=KOLOM, oleh=analis
    )

    impor = pilih_jenis(impor=impor, ikut=["jabatan"], oleh=analis)
    jalan(impor)

    maria.refresh_from_db()
    assert (maria.nama, maria.jabatan.nama) == ("Maria", "Perencana")


def test_pilih_jenis_baru_dilewati_hanya_mengubah_yang_ada(analis):
    PegawaiFactory(nip=NIP, nama="Maria")
    impor = baca((NIP, "Maria S."), (NIP_LAIN, "Ester"), oleh=analis)

    impor = pilih_jenis(impor=impor, ikut=["identitas"], oleh=analis)
    jalan(impor)

    assert Pegawai.objects.get().nama == "Maria S."


def test_pilih_jenis_nomor_dilewati_tidak_mencatat_nomor_baru(analis):
    maria = PegawaiFactory(nip=NIP, nama="Maria", pns_id="A-1")
    impor = baca(
        (NIP_LAIN, "Maria S.", "A-1"), kolom=("NIP BARU", "NAMA", "PNS ID"), oleh=analis
    )

    impor = pilih_jenis(impor=impor, ikut=["identitas"], oleh=analis)
    jalan(impor)

    maria.refresh_from_db()
    assert (maria.nip, maria.nama) == (NIP, "Maria S.")
    assert not NomorPegawai.objects.filter(nomor=NIP_LAIN).exists()


def test_pilih_jenis_kedudukan_hukum_baru_diubah_bila_ditandai(analis):
    PegawaiFactory(nip=NIP, nama="Maria", kedudukan_hukum="PENSIUN")
    impor = baca(
        (NIP, "Maria", "Aktif"),
        kolom=("NIP BARU", "NAMA", "KEDUDUKAN HUKUM NAMA"),
        oleh=analis,
    )
    bawaan = tindakan(impor)

    impor = pilih_jenis(impor=impor, ikut=["kedudukan"], oleh=analis)

    assert (bawaan, impor.ringkasan["jenis"]) == (["SAMA"], {"kedudukan": 1, "baru": 0})
    assert tindakan(impor) == ["BERUBAH"]


def test_tidak_ada_hanya_dalam_cakupan_berkas(analis):
    opd, lain = UnitKerjaFactory(), UnitKerjaFactory()
    PegawaiFactory(nip=NIP, nama="Maria", unit_kerja=opd)
    hilang = PegawaiFactory(unit_kerja=opd)
    PegawaiFactory(unit_kerja=opd, jenis_kepegawaian="PPPK")
    PegawaiFactory(unit_kerja=opd, kedudukan_hukum="PENSIUN")
    PegawaiFactory(unit_kerja=lain)

    impor = baca((NIP, "Maria"), oleh=analis)

    assert list(tidak_ada_dalam_berkas(impor)) == [hilang]
    assert (impor.ringkasan["tidak_ada"], impor.ringkasan["terdaftar"]) == (1, 2)


@pytest.fixture
def tiga_opd():
    """One person in each of three OPDs."""
    return [
        PegawaiFactory(unit_kerja=UnitKerjaFactory(nama=f"Dinas {nama}"))
        for nama in "ABC"
    ]


def test_opd_yang_seluruhnya_tidak_ada_disebut(analis, tiga_opd):
    impor = baca(*[(p.nip, p.nama) for p in tiga_opd[:2]], oleh=analis)

    assert list(tidak_ada_dalam_berkas(impor)) == [tiga_opd[2]]
    assert [(o["nama"], o["jumlah"]) for o in impor.ringkasan["opd_tidak_ada"]] == [
        ("Dinas C", 1)
    ]
    assert (impor.ringkasan["tidak_ada"], impor.ringkasan["terdaftar"]) == (1, 3)


def test_berkas_satu_opd_tidak_menyebut_opd_lain(analis, tiga_opd):
    impor = baca((tiga_opd[0].nip, tiga_opd[0].nama), oleh=analis)

    assert impor.ringkasan["opd_tidak_ada"] == []
    assert impor.ringkasan["tidak_ada"] == 0


def test_opd_yang_hanya_berisi_jenis_lain_tidak_disebut(analis, tiga_opd):
    Pegawai.objects.filter(pk=tiga_opd[2].pk).update(jenis_kepegawaian="PPPK")

    impor = baca(*[(p.nip, p.nama) for p in tiga_opd[:2]], oleh=analis)

    assert impor.ringkasan["opd_tidak_ada"] == []


def test_jalankan_melewati_ambang_minta_persetujuan(analis):
    unit = UnitKerjaFactory()
    PegawaiFactory(nip=NIP, nama="Maria", unit_kerja=unit)
    PegawaiFactory.create_batch(9, unit_kerja=unit)
    impor = baca((NIP, "Maria S."), oleh=analis)

    with pytest.raises(AturanDilanggar, match=r"10 dari 10 pegawai.*lebih dari 5%"):
        jalankan_impor(impor=impor, oleh=analis)
    setuju = jalankan_impor(impor=impor, setuju=True, oleh=analis)

    assert setuju.status == "BERJALAN"


def test_jalankan_di_bawah_ambang_tidak_bertanya(analis):
    unit = UnitKerjaFactory()
    daftar = PegawaiFactory.create_batch(40, unit_kerja=unit)
    isi = [(p.nip, p.nama) for p in daftar[1:]]
    impor = baca((daftar[0].nip, "Maria S."), *isi, oleh=analis)

    impor = jalankan_impor(impor=impor, oleh=analis)

    assert impor.ringkasan["berubah"] == 1
    assert impor.status == "BERJALAN"
