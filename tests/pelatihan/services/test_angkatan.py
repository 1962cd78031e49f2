"""Batches and their results."""

from datetime import timedelta

import pytest

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pemberitahuan
from pegawai.models import Agenda
from pelatihan.models import Kehadiran
from pelatihan.queries.peserta import peserta_menunggu
from pelatihan.services.angkatan import (
    MEDAN,
    batalkan_angkatan,
    buka_angkatan,
    mulai_angkatan,
    tutup_angkatan,
    ubah_angkatan,
)
from pelatihan.services.hasil import catat_hasil, catat_kehadiran
from pelatihan.services.peserta import daftarkan_peserta
from pelatihan.services.peserta_putus import setujui_peserta
from pelatihan.services.sertifikat import terbitkan_sertifikat
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory
from tests.pabrik.pelatihan import (
    AngkatanBerjalanFactory,
    AngkatanFactory,
    PelatihanFactory,
    PesertaFactory,
)
from tests.pelatihan.bantu import peserta_disetujui, peserta_lulus

pytestmark = pytest.mark.usefixtures("referensi")


def kode_galat(fungsi, **isi):
    with pytest.raises(AturanDilanggar) as galat:
        fungsi(**isi)
    return galat.value.kode


def data(angkatan, **lain):
    return {m: getattr(angkatan, m) for m in MEDAN} | lain


def test_buka_mulai_tutup_berurutan_dan_boleh_diulang(analis):
    hari = hari_ini()
    angkatan = AngkatanFactory(
        status="RANCANGAN",
        tanggal_mulai=hari,
        tanggal_selesai=hari,
        pendaftaran_sampai=hari,
    )

    status = [
        layanan(angkatan=angkatan, oleh=analis).status
        for layanan in (
            buka_angkatan,
            buka_angkatan,
            mulai_angkatan,
            mulai_angkatan,
            tutup_angkatan,
            tutup_angkatan,
        )
    ]

    assert status == [
        "DIBUKA",
        "DIBUKA",
        "BERJALAN",
        "BERJALAN",
        "SELESAI",
        "SELESAI",
    ]


@pytest.mark.parametrize(
    ("layanan", "angkatan", "kode"),
    [
        (buka_angkatan, {"status": "SELESAI"}, "status_angkatan"),
        (mulai_angkatan, {"status": "RANCANGAN"}, "status_angkatan"),
        (mulai_angkatan, {"status": "DIBUKA"}, "belum_waktunya"),
        (tutup_angkatan, {"status": "DIBUKA"}, "status_angkatan"),
        (tutup_angkatan, {"status": "BERJALAN"}, "belum_waktunya"),
    ],
)
def test_status_yang_salah_ditolak(analis, layanan, angkatan, kode):
    angkatan = AngkatanFactory(**angkatan)

    hasil = kode_galat(layanan, angkatan=angkatan, oleh=analis)

    assert hasil == kode


def test_buka_pelatihan_draf_ditolak(analis):
    angkatan = AngkatanFactory(
        status="RANCANGAN", pelatihan=PelatihanFactory(status="DRAF")
    )

    kode = kode_galat(buka_angkatan, angkatan=angkatan, oleh=analis)

    assert kode == "pelatihan_belum_terbit"


def test_tutup_dengan_peserta_tanpa_hasil_ditolak_sesudah_dinilai_boleh(analis):
    angkatan = AngkatanBerjalanFactory(terisi=2)
    p = peserta_disetujui(angkatan)
    menunggu = PesertaFactory(angkatan=angkatan)

    kode = kode_galat(tutup_angkatan, angkatan=angkatan, oleh=analis)
    catat_hasil(angkatan=angkatan, hasil={p.pk: "LULUS"}, oleh=analis)
    ditutup = tutup_angkatan(angkatan=angkatan, oleh=analis)

    menunggu.refresh_from_db()
    assert (kode, ditutup.status) == ("hasil_belum_lengkap", "SELESAI")
    assert (menunggu.status, ditutup.terisi) == ("KEDALUWARSA", 1)


def test_ubah_versi_lama_dan_kuota_di_bawah_terisi_ditolak(analis):
    angkatan = AngkatanFactory(kuota=5, terisi=3)

    kode = [
        kode_galat(
            ubah_angkatan,
            angkatan=angkatan,
            data=data(angkatan, kuota=kuota),
            versi=versi,
            oleh=analis,
        )
        for kuota, versi in [(9, 7), (2, 1)]
    ]
    diubah = ubah_angkatan(
        angkatan=angkatan, data=data(angkatan, kuota=3), versi=1, oleh=analis
    )

    assert kode == ["versi_usang", "kuota_di_bawah_terisi"]
    assert (diubah.kuota, diubah.versi) == (3, 2)


def test_ubah_tanggal_memindahkan_agenda_dan_mengabari(atasan, analis):
    pegawai = atasan.bawahan.get()
    angkatan = AngkatanFactory()
    peserta = daftarkan_peserta(
        angkatan=angkatan, pegawai=pegawai, oleh=pegawai.pengguna
    )
    setujui_peserta(peserta=peserta, oleh=atasan.pengguna)
    baru = angkatan.tanggal_mulai + timedelta(days=7)

    ubah_angkatan(
        angkatan=angkatan,
        data=data(angkatan, tanggal_mulai=baru, tanggal_selesai=baru),
        versi=1,
        oleh=analis,
    )

    assert Agenda.objects.get().tanggal_mulai == baru
    assert Pemberitahuan.objects.filter(
        penerima=pegawai.pengguna, judul="Jadwal pelatihan berubah"
    ).exists()


def test_batalkan_menghapus_agenda_dan_mengabari_sekali(atasan, analis):
    pegawai = atasan.bawahan.get()
    angkatan = AngkatanFactory()
    peserta = daftarkan_peserta(
        angkatan=angkatan, pegawai=pegawai, oleh=pegawai.pengguna
    )
    setujui_peserta(peserta=peserta, oleh=atasan.pengguna)

    tanpa = kode_galat(batalkan_angkatan, angkatan=angkatan, alasan=" ", oleh=analis)
    for _ in range(2):
        hasil = batalkan_angkatan(angkatan=angkatan, alasan="Pengajar", oleh=analis)

    assert (tanpa, hasil.status) == ("alasan_kosong", "DIBATALKAN")
    assert not Agenda.objects.exists()
    assert (
        Pemberitahuan.objects.filter(
            penerima=pegawai.pengguna, judul="Pelatihan dibatalkan"
        ).count()
        == 1
    )


def test_batalkan_melepas_kursi_dan_usul_yang_menunggu(atasan, analis):
    bawahan = atasan.bawahan.get()
    angkatan = AngkatanFactory(terisi=1)
    disetujui = peserta_disetujui(angkatan)
    menunggu = daftarkan_peserta(
        angkatan=angkatan, pegawai=bawahan, oleh=bawahan.pengguna
    )

    sebelum = list(peserta_menunggu(atasan.pengguna))
    batalkan_angkatan(angkatan=angkatan, alasan="Pengajar", oleh=analis)

    angkatan.refresh_from_db()
    isi = set(angkatan.peserta.values_list("pk", "status", "alasan"))
    assert sebelum == [menunggu]
    assert not peserta_menunggu(atasan.pengguna)
    assert angkatan.terisi == 0
    assert isi == {
        (disetujui.pk, "DIBATALKAN", "Pelatihan dibatalkan: Pengajar"),
        (menunggu.pk, "DIBATALKAN", "Pelatihan dibatalkan: Pengajar"),
    }
    assert not angkatan.peserta.filter(berakhir_pada=None).exists()


def test_kehadiran_disimpan_dan_diulang_tidak_menggandakan(analis):
    angkatan = AngkatanBerjalanFactory()
    p = peserta_disetujui(angkatan)
    hari = [angkatan.tanggal_mulai, angkatan.tanggal_selesai]

    catat_kehadiran(angkatan=angkatan, hadir={p.pk: set(hari)}, oleh=analis)
    catat_kehadiran(angkatan=angkatan, hadir={p.pk: {hari[0]}}, oleh=analis)

    isi = Kehadiran.objects.order_by("tanggal").values_list("tanggal", "hadir")
    assert list(isi) == [(hari[0], True), (hari[1], False)]


def test_kehadiran_dan_hasil_diri_sendiri_ditolak():
    angkatan = AngkatanBerjalanFactory()
    diri = peserta_disetujui(angkatan)
    akun = diri.pegawai.pengguna

    kode = {
        kode_galat(
            catat_kehadiran, angkatan=angkatan, hadir={diri.pk: set()}, oleh=akun
        ),
        kode_galat(catat_hasil, angkatan=angkatan, hasil={diri.pk: "LULUS"}, oleh=akun),
    }

    assert kode == {"diri_sendiri"}
    assert not Kehadiran.objects.exists()


def test_kehadiran_hari_yang_belum_tiba_ditolak(analis):
    angkatan = AngkatanBerjalanFactory(tanggal_selesai=hari_ini() + timedelta(days=2))
    p = peserta_disetujui(angkatan)
    besok = hari_ini() + timedelta(days=1)

    kode = kode_galat(
        catat_kehadiran, angkatan=angkatan, hadir={p.pk: {besok}}, oleh=analis
    )

    assert kode == "hari_di_luar_jadwal"


@pytest.mark.parametrize(
    ("angkatan", "siapa", "nilai", "kode"),
    [
        ({"status": "DIBUKA"}, "peserta", "LULUS", "angkatan_belum_mulai"),
        ({}, "peserta", "HEBAT", "hasil_tidak_dikenal"),
        ({}, "asing", "LULUS", "bukan_peserta"),
        ({}, "menunggu", "LULUS", "bukan_peserta"),
    ],
)
def test_hasil_yang_salah_ditolak(analis, angkatan, siapa, nilai, kode):
    angkatan = AngkatanBerjalanFactory(**angkatan)
    p = {
        "peserta": lambda: peserta_disetujui(angkatan),
        "asing": lambda: peserta_disetujui(AngkatanBerjalanFactory()),
        "menunggu": lambda: PesertaFactory(angkatan=angkatan),
    }[siapa]()

    hasil = kode_galat(catat_hasil, angkatan=angkatan, hasil={p.pk: nilai}, oleh=analis)

    assert hasil == kode


def test_hasil_yang_sudah_bersertifikat_tidak_dapat_diubah(analis):
    angkatan = AngkatanBerjalanFactory(status="SELESAI")
    p = peserta_lulus(angkatan)
    terbitkan_sertifikat(angkatan=angkatan, oleh=analis)

    kode = kode_galat(
        catat_hasil, angkatan=angkatan, hasil={p.pk: "TIDAK_LULUS"}, oleh=analis
    )

    assert kode == "sudah_bersertifikat"


def test_hasil_diulang_tidak_mengubah_apa_pun(analis):
    angkatan = AngkatanBerjalanFactory()
    p = peserta_disetujui(angkatan, pegawai=PegawaiFactory())

    jumlah = [
        catat_hasil(angkatan=angkatan, hasil={p.pk: "LULUS"}, oleh=akun)
        for akun in (analis, PenggunaFactory())
    ]

    p.refresh_from_db()
    assert jumlah == [1, 0]
    assert p.dinilai_oleh == analis
