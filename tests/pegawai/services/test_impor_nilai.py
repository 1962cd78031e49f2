"""Rows against the registry: KETENTUAN IMP-1 to IMP-10, N-7, scopes."""

from datetime import date

import pytest

from pegawai.models import Jabatan, NamaImpor, Peran, UnitKerja
from pegawai.services.impor import pilih_impor
from pegawai.services.impor_periksa import nilai_baris
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, baca, satu
from tests.pabrik.pegawai import (
    JabatanFactory,
    NomorPegawaiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)

KOLOM_UNIT = ("NIP BARU", "NAMA", "UNOR NAMA", "SATUAN KERJA INDUK NAMA")


def tindakan(impor):
    return list(impor.baris.order_by("nomor_baris").values_list("tindakan", flat=True))


def sebab(impor):
    return [b.galat["sebab"] for b in impor.baris.order_by("nomor_baris") if b.galat]


def peringatan(impor):
    return [p["kolom"] for p in satu(impor).peringatan]


def test_nilai_kembar_yang_sama_dihitung_sekali():
    impor = baca((NIP, "Maria"), (f"'{NIP}", "Maria"))

    assert tindakan(impor) == ["BARU", "SAMA"]


def test_nilai_kembar_yang_berbeda_ditolak_semua_dengan_nomor_baris():
    impor = baca((NIP, "Maria"), (NIP_LAIN, "Ester"), (NIP, "Marta"))

    assert tindakan(impor) == ["DITOLAK", "BARU", "DITOLAK"]
    assert "baris 4 " in sebab(impor)[0]
    assert "baris 2 " in sebab(impor)[1]


def test_nilai_orang_sama_lewat_dua_nomor_ditolak():
    maria = PegawaiFactory(nip=NIP)
    NomorPegawaiFactory(pegawai=maria, nomor=NIP_LAIN)

    impor = baca((NIP, "Maria"), (NIP_LAIN, "Maria S."))

    assert tindakan(impor) == ["DITOLAK", "DITOLAK"]


def test_nilai_sel_kosong_membiarkan_hapus_menghapus():
    PegawaiFactory(nip=NIP, nama="Maria", gelar_depan="Dr.", pendidikan="S-1")
    kolom = ("NIP BARU", "NAMA", "GELAR DEPAN", "PENDIDIKAN NAMA")

    kosong = baca((NIP, "Maria", "-", ""), kolom=kolom)
    hapus = baca((NIP, "Maria", "HAPUS", ""), kolom=kolom)

    assert tindakan(kosong) == ["SAMA"]
    assert satu(hapus).perubahan == [
        {"kolom": "GELAR DEPAN", "jenis": "identitas", "lama": "Dr.", "baru": ""}
    ]


def test_nilai_hapus_nama_ditolak():
    PegawaiFactory(nip=NIP, nama="Maria")

    assert sebab(baca((NIP, "HAPUS"))) == ["Nama tidak dapat dihapus."]


def test_nilai_nama_kosong_hanya_untuk_yang_terdaftar():
    PegawaiFactory(nip=NIP, nama="Maria")

    assert tindakan(baca((NIP, ""))) == ["SAMA"]
    assert sebab(baca((NIP_LAIN, ""))) == ["Nama kosong."]


def test_nilai_pns_id_pertama_ditambahkan():
    PegawaiFactory(nip=NIP, nama="Maria")

    impor = baca((NIP, "Maria", "A-1"), kolom=("NIP BARU", "NAMA", "PNS ID"))

    assert satu(impor).perubahan == [
        {"kolom": "PNS ID", "jenis": "nomor", "lama": "", "baru": "A-1"}
    ]


def test_nilai_pns_id_dan_nomor_milik_dua_orang_ditolak_menyebut_keduanya():
    PegawaiFactory(nip=NIP, nama="Maria", pns_id="A-1")
    PegawaiFactory(nip=NIP_LAIN, nama="Ester", pns_id="A-2")

    impor = baca((NIP_LAIN, "Ester", "A-1"), kolom=("NIP BARU", "NAMA", "PNS ID"))

    assert sebab(impor) == ["PNS ID milik Maria, sedangkan NIP milik Ester."]


KOLOM_PNS_ID = ("NIP BARU", "NAMA", "PNS ID")
NI_BARU = "199203152026212009"


@pytest.fixture
def dua_pppk():
    """Two PPPK whose contracts, and so their numbers, are about to be renewed."""
    return (
        PegawaiFactory(
            nip=NIP_PPPK, nama="Yuli", pns_id="Y-1", jenis_kepegawaian="PPPK"
        ),
        PegawaiFactory(
            nip="199203152023212006",
            nama="Rina",
            pns_id="R-1",
            jenis_kepegawaian="PPPK",
        ),
    )


def test_nilai_ni_pppk_baru_diaku_dua_orang_terdaftar_ditolak_keduanya(dua_pppk):
    impor = baca((NI_BARU, "Yuli", "Y-1"), (NI_BARU, "Rina", "R-1"), kolom=KOLOM_PNS_ID)

    assert tindakan(impor) == ["DITOLAK", "DITOLAK"]
    assert sebab(impor) == [
        "Nomor ini juga dipakai pegawai lain pada baris 3.",
        "Nomor ini juga dipakai pegawai lain pada baris 2.",
    ]


def test_nilai_ni_pppk_diaku_orang_baru_dan_yang_terdaftar_ditolak_keduanya(dua_pppk):
    impor = baca(
        (NI_BARU, "Yuli", "Y-1"), (NI_BARU, "Orang Baru", "B-1"), kolom=KOLOM_PNS_ID
    )

    assert tindakan(impor) == ["DITOLAK", "DITOLAK"]


def test_nilai_ni_pppk_orang_lain_diaku_ditolak(dua_pppk):
    NomorPegawaiFactory(pegawai=dua_pppk[1], nomor=NI_BARU)

    kini = baca((NIP_PPPK, "Rina", "R-1"), kolom=KOLOM_PNS_ID)
    lama = baca((NI_BARU, "Yuli", "Y-1"), kolom=KOLOM_PNS_ID)
    tanpa_catatan = baca((NI_BARU, "Baru", "B-1"), kolom=KOLOM_PNS_ID)

    assert sebab(kini) == ["PNS ID milik Rina, sedangkan NIP milik Yuli."]
    assert sebab(lama) == ["PNS ID milik Yuli, sedangkan NIP milik Rina."]
    assert sebab(tanpa_catatan) == ["NIP ini milik Rina dengan PNS ID lain."]


def test_nilai_ni_pppk_yang_diperbarui_tiap_orang_diterima(dua_pppk):
    impor = baca(
        (NI_BARU, "Yuli", "Y-1"),
        (f"{NI_BARU[:-1]}8", "Rina", "R-1"),
        kolom=KOLOM_PNS_ID,
    )

    assert tindakan(impor) == ["BERUBAH", "BERUBAH"]
    assert [p["baru"] for b in impor.baris.order_by("pk") for p in b.perubahan] == [
        NI_BARU,
        f"{NI_BARU[:-1]}8",
    ]


def test_nilai_nomor_dengan_pns_id_lain_ditolak():
    PegawaiFactory(nip=NIP, nama="Maria", pns_id="A-1")

    impor = baca((NIP, "Maria", "A-9"), kolom=("NIP BARU", "NAMA", "PNS ID"))

    assert sebab(impor) == ["NIP ini milik Maria dengan PNS ID lain."]


def test_nilai_nomor_baru_lewat_pns_id():
    PegawaiFactory(nip=NIP, nama="Maria", pns_id="A-1", jenis_kepegawaian="PNS")

    impor = baca((NIP_LAIN, "Maria", "A-1"), kolom=("NIP BARU", "NAMA", "PNS ID"))

    assert satu(impor).perubahan == [
        {"kolom": "NIP BARU", "jenis": "nomor", "lama": NIP, "baru": NIP_LAIN}
    ]
    assert peringatan(impor) == ["NIP BARU"]


def test_nilai_nomor_lama_menemukan_orangnya_tanpa_mengubah_nomor():
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    NomorPegawaiFactory(pegawai=maria, nomor=NIP_PPPK)

    impor = baca((NIP_PPPK, "Maria"))

    assert tindakan(impor) == ["SAMA"]
    assert peringatan(impor) == ["NIP BARU"]


def test_nilai_unit_dan_jabatan_asing_diterima_dengan_peringatan():
    PegawaiFactory(nip=NIP, nama="Maria")
    kolom = ("NIP BARU", "NAMA", "UNOR NAMA", "JABATAN NAMA")

    impor = baca((NIP, "Maria", "Bidang Gaib", "Jabatan Gaib"), kolom=kolom)

    assert tindakan(impor) == ["SAMA"]
    assert peringatan(impor) == ["UNOR NAMA", "JABATAN NAMA"]
    assert list(
        impor.nama_asing.order_by("jenis").values_list("jenis", "nama", "jumlah")
    ) == [("JABATAN", "Jabatan Gaib", 1), ("UNIT", "Bidang Gaib", 1)]


def test_nilai_nama_asing_disebut_sekali_dengan_jumlahnya():
    impor = baca(
        (NIP, "Maria", "Bidang Gaib", "Dinas A"),
        (NIP_LAIN, "Ester", "BIDANG  gaib", "Dinas A"),
        kolom=KOLOM_UNIT,
    )

    assert [(n.nama.lower(), n.jumlah) for n in impor.nama_asing.all()] == [
        ("bidang gaib", 2)
    ]


def test_nilai_unit_dicari_di_bawah_opd_yang_disebut():
    a, b = UnitKerjaFactory(nama="Dinas A"), UnitKerjaFactory(nama="Dinas B")
    UnitKerjaFactory(nama="Sekretariat", jenis="SEKRETARIAT", induk=a)
    dituju = UnitKerjaFactory(nama="Sekretariat", jenis="SEKRETARIAT", induk=b)

    impor = baca((NIP, "Maria", "sekretariat", "Dinas B"), kolom=KOLOM_UNIT)

    assert satu(impor).unit_kerja == dituju


def test_nilai_unor_id_menang_atas_nama():
    unit = UnitKerjaFactory(nama="Nama Baru", unor_id="U-1")

    impor = baca(
        (NIP, "Maria", "Nama Lama", "U-1"),
        kolom=("NIP BARU", "NAMA", "UNOR NAMA", "UNOR ID"),
    )

    assert satu(impor).unit_kerja == unit


def test_nilai_kedudukan_hukum_bawaannya_tidak_diubah():
    PegawaiFactory(nip=NIP, nama="Maria", kedudukan_hukum="PENSIUN")
    kolom = ("NIP BARU", "NAMA", "KEDUDUKAN HUKUM NAMA")

    mati = baca((NIP, "Maria", "Aktif"), kolom=kolom)
    nyala = baca((NIP, "Maria", "Aktif"), kolom=kolom, pilihan={"kedudukan": True})

    assert (tindakan(mati), peringatan(mati)) == (["SAMA"], ["KEDUDUKAN HUKUM NAMA"])
    assert tindakan(nyala) == ["BERUBAH"]


def test_nilai_pengelola_opd_hanya_pegawai_dan_unitnya():
    a, b = UnitKerjaFactory(nama="Dinas A"), UnitKerjaFactory(nama="Dinas B")
    oleh = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=a)
    PegawaiFactory(nip=NIP, nama="Maria", unit_kerja=a)
    PegawaiFactory(nip=NIP_LAIN, nama="Ester", unit_kerja=b)

    impor = baca(
        (NIP, "Maria S.", ""),
        (NIP_LAIN, "Ester L.", ""),
        (NIP_PPPK, "Orang Baru", "Dinas A"),
        kolom=("NIP BARU", "NAMA", "UNOR NAMA"),
        oleh=oleh,
    )
    pindah = baca(
        (NIP, "Maria", "Dinas B"), kolom=("NIP BARU", "NAMA", "UNOR NAMA"), oleh=oleh
    )

    assert tindakan(impor) == ["BERUBAH", "DITOLAK", "BARU"]
    assert sebab(impor) == ["Pegawai ini berada di luar unit yang Anda kelola."]
    assert sebab(pindah) == ["Unit kerja pada baris ini bukan unit yang Anda kelola."]


def test_nilai_analis_sekota_tanpa_batas_unit(analis):
    PegawaiFactory(nip=NIP, nama="Maria")

    assert tindakan(baca((NIP, "Maria S."), oleh=analis)) == ["BERUBAH"]


def test_pilih_petakan_unit_memakai_unit_yang_ada(analis):
    unit = UnitKerjaFactory(nama="Bidang Nyata")
    impor = baca((NIP, "Maria", "Bidang Gaib", ""), kolom=KOLOM_UNIT, oleh=analis)
    asing = impor.nama_asing.get()

    pilih_impor(
        impor=impor,
        semua="",
        nama={str(asing.uid): ("PETAKAN", "bidang nyata")},
        oleh=analis,
    )

    assert satu(impor).unit_kerja == unit
    assert satu(impor).peringatan == []


def test_pilih_petakan_ke_nama_yang_tidak_ada_ditolak(analis):
    impor = baca((NIP, "Maria", "Bidang Gaib", ""), kolom=KOLOM_UNIT, oleh=analis)
    asing = impor.nama_asing.get()

    with pytest.raises(Exception, match="bukan nama satu unit kerja"):
        pilih_impor(
            impor=impor,
            semua="",
            nama={str(asing.uid): ("PETAKAN", "Entah")},
            oleh=analis,
        )


def test_pilih_buat_semua_tampil_sebagai_perubahan_tanpa_menulis(analis):
    PegawaiFactory(nip=NIP, nama="Maria")
    impor = baca(
        (NIP, "Maria", "Bidang Gaib", "Dinas A"), kolom=KOLOM_UNIT, oleh=analis
    )

    pilih_impor(impor=impor, semua="BUAT", nama={}, oleh=analis)

    assert [p["baru"] for p in satu(impor).perubahan] == ["Bidang Gaib (dibuat)"]
    assert not UnitKerja.objects.filter(nama="Bidang Gaib").exists()


def test_pilih_buat_oleh_pengelola_opd_ditolak():
    oleh = akun_berperan(Peran.PENGELOLA_OPD)
    impor = baca((NIP, "Maria", "Bidang Gaib", ""), kolom=KOLOM_UNIT, oleh=oleh)

    with pytest.raises(Exception, match="dibuat oleh BKPSDM"):
        pilih_impor(impor=impor, semua="BUAT", nama={}, oleh=oleh)


def test_nilai_ulang_membuang_nama_yang_kini_dikenal():
    impor = baca((NIP, "Maria", "Bidang Gaib", ""), kolom=KOLOM_UNIT)
    UnitKerjaFactory(nama="Bidang Gaib")

    nilai_baris(impor=impor)

    assert not NamaImpor.objects.exists()


def test_nilai_jabatan_dicari_di_unit_baris():
    a, b = UnitKerjaFactory(nama="Dinas A"), UnitKerjaFactory(nama="Dinas B")
    JabatanFactory(nama="Arsiparis", unit_kerja=a)
    dituju = JabatanFactory(nama="Arsiparis", unit_kerja=b)

    impor = baca(
        (NIP, "Maria", "Dinas B", "arsiparis", "01-03-2024"),
        kolom=("NIP BARU", "NAMA", "UNOR NAMA", "JABATAN NAMA", "TMT JABATAN"),
    )

    assert satu(impor).jabatan == dituju
    assert satu(impor).tmt_jabatan == date(2024, 3, 1)
    assert Jabatan.objects.count() == 2
