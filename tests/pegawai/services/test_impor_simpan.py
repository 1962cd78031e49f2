"""What a run must leave alone, and what follows from what it writes."""

from datetime import date

import pytest

from pegawai.dasar.models import Pengguna
from pegawai.models import Pegawai, PemberianPeran, RiwayatJabatan
from pegawai.services.impor_pilihan import pilih_jenis
from tests.pabrik.lembar import NIP, NIP_LAIN, NIP_PPPK, baca
from tests.pabrik.pegawai import (
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    PemberianPeranFactory,
    RiwayatJabatanFactory,
    UnitKerjaFactory,
)
from tests.pegawai.services.test_impor_jalan import KOLOM, jalan

KEDUDUKAN = ("NIP BARU", "NAMA", "KEDUDUKAN HUKUM NAMA")


@pytest.fixture
def perencana():
    return JabatanFactory(
        nama="Perencana", unit_kerja=UnitKerjaFactory(nama="Dinas Uji")
    )


@pytest.fixture
def maria():
    """Somebody who moves to another post on 1 January 2027: decreed, not yet begun."""
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    RiwayatJabatanFactory(
        pegawai=maria, tmt=date(2021, 1, 1), sampai=date(2026, 12, 31)
    )
    RiwayatJabatanFactory(
        pegawai=maria,
        jabatan=JabatanFactory(nama="Kepala Seksi"),
        tmt=date(2027, 1, 1),
        diterapkan=False,
    )
    return maria


def masa(orang):
    return list(
        orang.riwayat_jabatan.order_by("tmt").values_list(
            "jabatan__nama", "tmt", "sampai", "diterapkan"
        )
    )


def test_jalan_jabatan_lain_membiarkan_mutasi_yang_direncanakan(
    analis, perencana, maria
):
    jalan(
        baca(
            (NIP, "Maria", "Dinas Uji", "Perencana", "01-10-2026"),
            kolom=KOLOM,
            oleh=analis,
        )
    )

    assert masa(maria) == [
        (maria.jabatan.nama, date(2021, 1, 1), date(2026, 9, 30), True),
        ("Perencana", date(2026, 10, 1), date(2026, 12, 31), True),
        ("Kepala Seksi", date(2027, 1, 1), None, False),
    ]
    assert Pegawai.objects.get(pk=maria.pk).jabatan == perencana


def test_jalan_tmt_mundur_membiarkan_mutasi_yang_direncanakan(analis, perencana, maria):
    jalan(
        baca(
            (NIP, "Maria", "Dinas Uji", "Perencana", "01-01-2019"),
            kolom=KOLOM,
            oleh=analis,
        )
    )

    assert masa(maria) == [
        ("Perencana", date(2021, 1, 1), date(2026, 12, 31), True),
        ("Kepala Seksi", date(2027, 1, 1), None, False),
    ]


def test_jalan_hapus_jabatan_mengakhiri_yang_kini_bukan_yang_direncanakan(
    analis, maria
):
    jalan(
        baca((NIP, "Maria", "HAPUS"), kolom=(*KOLOM[:2], "JABATAN NAMA"), oleh=analis)
    )

    assert masa(maria) == [
        (maria.jabatan.nama, date(2021, 1, 1), date(2026, 11, 23), True),
        ("Kepala Seksi", date(2027, 1, 1), None, False),
    ]
    assert Pegawai.objects.get(pk=maria.pk).jabatan is None


def test_jalan_hapus_jabatan_tanpa_rencana_mengakhiri_yang_terbuka(analis):
    maria = PegawaiFactory(nip=NIP, nama="Maria")
    RiwayatJabatanFactory(pegawai=maria)

    jalan(
        baca((NIP, "Maria", "HAPUS"), kolom=(*KOLOM[:2], "JABATAN NAMA"), oleh=analis)
    )

    assert RiwayatJabatan.objects.get().sampai == date(2026, 11, 23)


def test_jalan_menutup_akun_yang_keluar_dan_hanya_itu(analis):
    keluar = PegawaiFactory(nip=NIP, nama="Maria")
    tinggal = PegawaiFactory(nip=NIP_LAIN, nama="Ester")
    for orang in (keluar, tinggal):
        PemberianPeranFactory(pengguna=orang.pengguna)
    impor = baca(
        (NIP, "Maria", "Pensiun"),
        (NIP_LAIN, "Ester B.", "Tugas Belajar"),
        kolom=KEDUDUKAN,
        oleh=analis,
    )

    jalan(pilih_jenis(impor=impor, ikut=["identitas", "kedudukan"], oleh=analis))

    aktif = dict(
        Pengguna.objects.filter(pegawai__isnull=False).values_list(
            "nama_akun", "is_active"
        )
    )
    dicabut = PemberianPeran.objects.filter(dicabut_pada__isnull=False)
    assert aktif == {NIP: False, NIP_LAIN: True}
    assert [p.pengguna_id for p in dicabut] == [keluar.pengguna_id]
    assert Pegawai.objects.get(nip=NIP_LAIN).kedudukan_hukum == "TUGAS_BELAJAR"


def test_jalan_kedudukan_tidak_dipilih_membiarkan_akun(analis):
    maria = PegawaiFactory(nip=NIP, nama="Maria")

    jalan(baca((NIP, "Maria S.", "Pensiun"), kolom=KEDUDUKAN, oleh=analis))

    maria.refresh_from_db()
    assert (maria.nama, maria.kedudukan_hukum) == ("Maria S.", "AKTIF")
    assert maria.pengguna.is_active


def test_jalan_orang_baru_ditulis_sekali_dengan_atasannya(analis):
    """The head is two units above; whoever has left gets nobody."""
    dinas = UnitKerjaFactory(nama="Dinas Uji")
    UnitKerjaFactory(nama="Seksi Uji", jenis="SEKSI", induk=dinas)
    kadis = PegawaiFactory(
        nip=NIP_PPPK,
        unit_kerja=dinas,
        jabatan=JabatanFactory(
            nama="Kepala Dinas",
            unit_kerja=dinas,
            jenis="STRUKTURAL",
            jenjang=JenjangFactory(kode="JPT_PRATAMA", jenis="STRUKTURAL", urutan=3),
        ),
    )
    impor = baca(
        (NIP, "Maria", "Seksi Uji", "Aktif"),
        (NIP_LAIN, "Anna", "Seksi Uji", "Pensiun"),
        kolom=("NIP BARU", "NAMA", "UNOR NAMA", "KEDUDUKAN HUKUM NAMA"),
        oleh=analis,
        pilihan={"kedudukan": True},
    )

    jalan(impor)

    maria, anna = Pegawai.objects.get(nip=NIP), Pegawai.objects.get(nip=NIP_LAIN)
    assert (maria.atasan, anna.atasan) == (kadis, None)
    riwayat = Pegawai.pgh_event_model.objects.filter(pgh_obj=maria)
    assert [(r.pgh_label, r.atasan_id) for r in riwayat] == [("insert", kadis.pk)]
