"""Main posts, acting posts, grades, numbers and standing over time."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.models import (
    Jenjang,
    Peran,
    RiwayatGolongan,
    RiwayatJabatan,
    TingkatPendidikan,
)
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.services.berlaku import berlakukan_jatuh_tempo
from pegawai.services.golongan import catat_golongan, catat_pendidikan
from pegawai.services.mutasi import batalkan_mutasi, pindahkan_pegawai
from pegawai.services.pegawai import ubah_pegawai
from pegawai.services.rangkap import akhiri_rangkap, tugaskan_rangkap
from pegawai.signals import jabatan_berganti
from tests.pabrik.pegawai import (
    GolonganFactory,
    JabatanFactory,
    JenjangFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
    akun_berperan,
)

SK = "800.1.3/12/2026"


def _struktural(**lain):
    jenjang = JenjangFactory(
        kode="PENGAWAS",
        jenis=Jenjang.Jenis.STRUKTURAL,
        kelompok=Jenjang.Kelompok.MANAJERIAL,
        urutan=5,
    )
    return JabatanFactory(jenjang=jenjang, jenis=Jenjang.Jenis.STRUKTURAL, **lain)


def _riwayat(pegawai, *jenis):
    return list(
        RiwayatJabatan.objects.filter(pegawai=pegawai, jenis__in=jenis or ["UTAMA"])
        .order_by("tmt")
        .values_list("jabatan_id", "tmt", "sampai")
    )


def test_pindahkan_pegawai_mundur_berlaku_seketika(analis):
    pegawai = PegawaiFactory()
    lama, baru = pegawai.jabatan, JabatanFactory()
    tmt = hari_ini() - timedelta(days=30)

    pindahkan_pegawai(pegawai=pegawai, jabatan=baru, tmt=tmt, nomor_sk=SK, oleh=analis)

    pegawai.refresh_from_db()
    assert (pegawai.jabatan, pegawai.unit_kerja) == (baru, baru.unit_kerja)
    assert _riwayat(pegawai) == [
        (lama.pk, date(2021, 1, 1), tmt - timedelta(days=1)),
        (baru.pk, tmt, None),
    ]


def test_pindahkan_pegawai_dua_kali_tidak_mengubah_apa_pun(analis):
    pegawai, baru = PegawaiFactory(), JabatanFactory()
    isi = {"jabatan": baru, "tmt": hari_ini(), "nomor_sk": SK, "oleh": analis}
    pindahkan_pegawai(pegawai=pegawai, versi=1, **isi)
    pertama = _riwayat(pegawai)

    pindahkan_pegawai(pegawai=pegawai, versi=1, **isi)

    assert _riwayat(pegawai) == pertama


def test_pindahkan_pegawai_mendatang_baru_berlaku_pukul_nol_wita(analis):
    pegawai = PegawaiFactory()
    lama, baru = pegawai.unit_kerja, JabatanFactory()
    pengelola_lama = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=lama)
    pengelola_baru = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=baru.unit_kerja)
    kabar = []
    jabatan_berganti.connect(lambda pegawai_ids, **k: kabar.append(pegawai_ids), weak=0)

    def melihat():
        return [
            pegawai_terlihat(type(p).objects.get(pk=p.pk))
            .filter(pk=pegawai.pk)
            .exists()
            for p in (pengelola_lama, pengelola_baru)
        ]

    with time_machine.travel("2026-11-24 08:00+08:00", tick=False):
        pindahkan_pegawai(
            pegawai=pegawai,
            jabatan=baru,
            tmt=date(2026, 12, 1),
            nomor_sk=SK,
            oleh=analis,
        )
        berlakukan_jatuh_tempo()
        sebelum = melihat()
    with time_machine.travel("2026-11-30 23:59:59+08:00", tick=False):
        berlakukan_jatuh_tempo()
        malam = melihat()
    with time_machine.travel("2026-12-01 00:00+08:00", tick=False):
        jumlah = [berlakukan_jatuh_tempo(), berlakukan_jatuh_tempo()]
        sesudah = melihat()

    assert [sebelum, malam, sesudah] == [[True, False], [True, False], [False, True]]
    assert jumlah == [1, 0]
    assert kabar == [[pegawai.pk]]


def test_batalkan_mutasi_mendatang_menyambung_jabatan_lama(analis):
    pegawai = PegawaiFactory()
    isi = {"pegawai": pegawai, "jabatan": JabatanFactory(), "oleh": analis}
    pindahkan_pegawai(tmt=hari_ini() + timedelta(days=9), nomor_sk=SK, **isi)

    hasil = [batalkan_mutasi(pegawai=pegawai, oleh=analis) for _ in range(2)]

    assert hasil == [True, False]
    assert _riwayat(pegawai) == [(pegawai.jabatan_id, date(2021, 1, 1), None)]


def test_pindahkan_pegawai_sk_lama_hanya_melengkapi_riwayat(analis):
    pegawai, dulu = PegawaiFactory(), JabatanFactory()
    kini = pegawai.jabatan

    pindahkan_pegawai(
        pegawai=pegawai, jabatan=dulu, tmt=date(2018, 3, 1), nomor_sk=SK, oleh=analis
    )

    pegawai.refresh_from_db()
    assert pegawai.jabatan == kini
    assert _riwayat(pegawai) == [
        (dulu.pk, date(2018, 3, 1), date(2020, 12, 31)),
        (kini.pk, date(2021, 1, 1), None),
    ]


def test_pindahkan_pegawai_tmt_sebelum_lahir_ditolak(analis):
    pegawai = PegawaiFactory(tanggal_lahir=date(1990, 1, 1))
    isi = {"pegawai": pegawai, "jabatan": JabatanFactory(), "oleh": analis}

    with pytest.raises(AturanDilanggar) as galat:
        pindahkan_pegawai(tmt=date(1989, 12, 31), nomor_sk=SK, **isi)

    assert galat.value.kode == "tmt_sebelum_lahir"
    assert _riwayat(pegawai) == []


def test_pindahkan_pegawai_ke_jabatan_struktural_terisi_ditolak(analis):
    kursi = _struktural(nama="Kepala Seksi Data")
    pemegang = PegawaiFactory(jabatan=kursi, nama="Maria Taolin")
    RiwayatJabatanFactory(pegawai=pemegang)
    calon = PegawaiFactory()
    isi = {"jabatan": kursi, "nomor_sk": SK, "oleh": analis}

    with pytest.raises(AturanDilanggar) as galat:
        pindahkan_pegawai(pegawai=calon, tmt=hari_ini(), **isi)

    assert galat.value.kode == "jabatan_sudah_terisi"
    assert "Maria Taolin" in galat.value.pesan
    pindahkan_pegawai(
        pegawai=pemegang,
        jabatan=JabatanFactory(),
        tmt=hari_ini(),
        nomor_sk=SK,
        oleh=analis,
    )
    assert pindahkan_pegawai(pegawai=calon, tmt=hari_ini(), **isi).jabatan == kursi


def test_pindahkan_pegawai_versi_usang_ditolak(analis):
    pegawai = PegawaiFactory()
    ubah_pegawai(pegawai=pegawai, versi=1, nama="Nama Lain", oleh=analis)
    isi = {"pegawai": pegawai, "jabatan": JabatanFactory(), "oleh": analis}

    with pytest.raises(AturanDilanggar) as galat:
        pindahkan_pegawai(tmt=hari_ini(), nomor_sk=SK, versi=1, **isi)

    assert galat.value.kode == "versi_usang"
    pindahkan_pegawai(tmt=hari_ini(), nomor_sk=SK, versi=2, **isi)
    assert len(_riwayat(pegawai)) == 2


def test_jabatan_utama_bertumpuk_ditolak_basis_data():
    pegawai = PegawaiFactory()
    RiwayatJabatanFactory(pegawai=pegawai, sampai=date(2022, 12, 31))

    with (
        pytest.raises(IntegrityError, match="utama_tidak_bertumpuk"),
        transaction.atomic(),
    ):
        RiwayatJabatanFactory(pegawai=pegawai, tmt=date(2022, 12, 31))

    RiwayatJabatanFactory(pegawai=pegawai, tmt=date(2023, 1, 1))


def test_tugaskan_rangkap_satu_orang_pada_satu_masa(analis):
    kursi = _struktural()
    isi = {"jabatan": kursi, "nomor_sk": SK, "oleh": analis, "jenis": "PLT"}
    awal = hari_ini()
    pertama = tugaskan_rangkap(
        pegawai=PegawaiFactory(), tmt=awal, sampai=awal + timedelta(days=30), **isi
    )

    with pytest.raises(AturanDilanggar) as galat:
        tugaskan_rangkap(
            pegawai=PegawaiFactory(),
            tmt=awal + timedelta(days=30),
            sampai=awal + timedelta(days=60),
            **isi,
        )

    assert galat.value.kode == "riwayat_jabatan_rangkap_satu_orang"
    akhiri_rangkap(
        pegawai=pertama.pegawai,
        riwayat_id=pertama.pk,
        sampai=awal + timedelta(days=9),
        oleh=analis,
    )
    assert tugaskan_rangkap(
        pegawai=PegawaiFactory(),
        tmt=awal + timedelta(days=10),
        sampai=awal + timedelta(days=60),
        **isi,
    ).pk


def test_tugaskan_rangkap_plt_saat_ada_definitif_ditolak(analis):
    kursi = _struktural()
    RiwayatJabatanFactory(pegawai=PegawaiFactory(jabatan=kursi))
    isi = {
        "pegawai": PegawaiFactory(),
        "jabatan": kursi,
        "tmt": hari_ini(),
        "sampai": hari_ini() + timedelta(days=5),
        "nomor_sk": SK,
        "oleh": analis,
    }

    with pytest.raises(AturanDilanggar) as galat:
        tugaskan_rangkap(jenis="PLT", **isi)

    assert galat.value.kode == "jabatan_sudah_terisi"
    assert tugaskan_rangkap(jenis="PLH", **isi).jenis == "PLH"


def test_catat_golongan_terbaru_yang_sudah_mulai_yang_berlaku(analis):
    pegawai = PegawaiFactory(tmt_golongan=date(2020, 4, 1))
    iiib = GolonganFactory(kode="III/b", pangkat="Penata Muda Tk. I", urutan=10)
    iiic = GolonganFactory(kode="III/c", pangkat="Penata", urutan=11)
    depan = hari_ini() + timedelta(days=40)

    catat_golongan(pegawai=pegawai, golongan=iiic, tmt=depan, nomor_sk=SK, oleh=analis)
    catat_golongan(
        pegawai=pegawai, golongan=iiib, tmt=date(2024, 4, 1), nomor_sk=SK, oleh=analis
    )

    pegawai.refresh_from_db()
    assert (pegawai.golongan, pegawai.tmt_golongan) == (iiib, date(2024, 4, 1))
    assert RiwayatGolongan.objects.filter(pegawai=pegawai).count() == 3
    with time_machine.travel(depan):
        assert berlakukan_jatuh_tempo() == 1
    pegawai.refresh_from_db()
    assert pegawai.golongan == iiic


def test_catat_golongan_pppk_untuk_pns_ditolak(analis):
    pegawai = PegawaiFactory()
    ix = GolonganFactory(status="PPPK", kode="IX", pangkat="", urutan=9)

    with pytest.raises(AturanDilanggar) as galat:
        catat_golongan(
            pegawai=pegawai, golongan=ix, tmt=hari_ini(), nomor_sk=SK, oleh=analis
        )

    assert galat.value.kode == "golongan_bukan_jenisnya"


def test_catat_pendidikan_yang_tertinggi_yang_tampil(analis, referensi):

    tingkat = TingkatPendidikan.objects.in_bulk(field_name="kode")
    pegawai = PegawaiFactory(tingkat_pendidikan=tingkat["40"], pendidikan="Hukum")
    isi = {"lembaga": "Undana", "nomor_ijazah": "1/2020", "oleh": analis}

    catat_pendidikan(
        pegawai=pegawai,
        tingkat_pendidikan=tingkat["45"],
        jurusan="Ilmu Administrasi",
        tahun_lulus=2020,
        **isi,
    )
    catat_pendidikan(
        pegawai=pegawai,
        tingkat_pendidikan=tingkat["15"],
        jurusan="IPS",
        tahun_lulus=2008,
        **isi,
    )

    pegawai.refresh_from_db()
    assert (pegawai.tingkat_pendidikan, pegawai.pendidikan) == (
        tingkat["45"],
        "Ilmu Administrasi",
    )
    assert pegawai.riwayat_pendidikan.count() == 3
