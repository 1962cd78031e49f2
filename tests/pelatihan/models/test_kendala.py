"""What the database itself refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from pelatihan.models import Angkatan, BentukPengembangan, Peserta
from pelatihan.services.referensi import muat_bentuk
from tests.pabrik.pelatihan import (
    AngkatanFactory,
    PelatihanFactory,
    PesertaFactory,
    RiwayatPengembanganFactory,
)


def test_muat_bentuk_dua_kali_tidak_menambah():
    pertama = muat_bentuk()

    kedua = muat_bentuk()

    assert (pertama, kedua) == (26, 0)
    assert BentukPengembangan.objects.get(kode="NKL12").jp_nasional == 20


@pytest.mark.parametrize("terisi", [-1, 3])
def test_terisi_di_luar_kuota_ditolak(terisi):
    angkatan = AngkatanFactory(kuota=2, terisi=2)

    with pytest.raises(IntegrityError), transaction.atomic():
        Angkatan.objects.filter(pk=angkatan.pk).update(terisi=terisi)

    angkatan.refresh_from_db()
    assert angkatan.terisi == 2


def test_angkatan_selesai_sebelum_mulai_ditolak():
    with pytest.raises(IntegrityError, match="angkatan_urut"):
        AngkatanFactory(
            tanggal_mulai=date(2026, 3, 2),
            tanggal_selesai=date(2026, 3, 1),
            pendaftaran_mulai=date(2026, 2, 1),
            pendaftaran_sampai=date(2026, 2, 2),
        )


def test_jp_sepuluh_ribu_ditolak():
    with pytest.raises(IntegrityError, match="pelatihan_jp"):
        PelatihanFactory(jp=10_000)


def test_peserta_aktif_kedua_ditolak_tetapi_sesudah_batal_boleh():
    lama = PesertaFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        PesertaFactory(angkatan=lama.angkatan, pegawai=lama.pegawai)
    lama.status = Peserta.Status.DIBATALKAN
    lama.berakhir_pada = lama.diajukan_pada + timedelta(hours=1)
    lama.save()

    baru = PesertaFactory(angkatan=lama.angkatan, pegawai=lama.pegawai)

    assert baru.pk != lama.pk


def test_peserta_disetujui_tanpa_pemutus_ditolak():
    with pytest.raises(IntegrityError, match="peserta_diputuskan_lengkap"):
        PesertaFactory(status=Peserta.Status.DISETUJUI)


@pytest.mark.parametrize(
    ("nama", "kembar"),
    [
        ("BIMBINGAN  teknis, e-arsip", True),
        ("Bimbingan – Teknis (Earsip).", True),
        ("Bimbingan Teknis E Arsip", True),
        ("Bimbingan Teknis E-Arsip (Lanjutan)", False),
    ],
)
def test_riwayat_kembar_jp_1(nama, kembar):
    """KETENTUAN JP-1: same start, end and name without case, punctuation, spaces."""
    lama = RiwayatPengembanganFactory(nama="Bimbingan Teknis E-Arsip")

    try:
        with transaction.atomic():
            RiwayatPengembanganFactory(pegawai=lama.pegawai, nama=nama)
    except IntegrityError:
        ditolak = True
    else:
        ditolak = False

    assert ditolak is kembar


def test_riwayat_nomor_sertifikat_kembar_ditolak_kecuali_dicabut():
    lama = RiwayatPengembanganFactory(nomor_sertifikat="1/X", penyelenggara="LAN RI")
    with pytest.raises(IntegrityError), transaction.atomic():
        RiwayatPengembanganFactory(
            pegawai=lama.pegawai, nomor_sertifikat="1/X", penyelenggara="lan  ri"
        )
    lama.status = "DICABUT"
    lama.save()

    baru = RiwayatPengembanganFactory(
        pegawai=lama.pegawai, nomor_sertifikat="1/X", penyelenggara="LAN RI"
    )

    assert baru.status == "TERVERIFIKASI"
