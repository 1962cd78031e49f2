import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import Pengguna
from pegawai.models import PemberianPeran, Peran
from pegawai.queries.peran import berlaku_sekota
from pegawai.services.admin_awal import buat_admin_awal
from tests.pabrik.pegawai import akun_berperan


def buat(nama_akun="admin.bkpsdm", nama="Maria Seran", **lain):
    return buat_admin_awal(
        nama_akun=nama_akun, nama=nama, nomor_sk="800.1/1/2026", **lain
    )


def test_admin_awal_di_kota_kosong_masuk_dengan_kode_lalu_mengelola_peran(client, db):
    akun, kode = buat(surel="maria@contoh.go.id")

    jawaban = client.post(
        reverse("dasar:kode-masuk"), {"nama_akun": "Admin.BKPSDM", "kode": kode}
    )
    assert jawaban.status_code == 302
    sandi = "tiga kata yang panjang 2026"
    client.post(reverse("dasar:kode-sandi"), {"sandi": sandi, "ulang": sandi})
    akun.refresh_from_db()

    assert akun.check_password(sandi)
    assert berlaku_sekota(akun, Peran.ADMIN)
    pemberian = PemberianPeran.objects.get()
    assert pemberian.berlaku_sampai == hari_ini() + timedelta(days=365)
    assert pemberian.diberikan_oleh is None
    assert pemberian.nomor_sk == "800.1/1/2026"


def test_admin_kedua_masih_boleh_yang_ketiga_lewat_halaman_peran(db):
    buat()
    buat("198001012005011001", "Yohanes Lay")

    with pytest.raises(AturanDilanggar) as galat:
        buat("198001012005011002", "Ester Kase")

    assert galat.value.kode == "admin_sudah_ada"
    assert Pengguna.objects.count() == 2


def test_dijalankan_lagi_memberi_kode_baru_bukan_pemberian_kedua(db):
    akun, lama = buat()

    lagi, baru = buat()

    assert lagi == akun
    assert baru != lama
    assert PemberianPeran.objects.count() == 1
    assert akun.kode_masuk.filter(dicabut_pada=None).count() == 1


def test_admin_yang_ditangguhkan_semuanya_dapat_dipulihkan(db):
    akun = akun_berperan(Peran.ADMIN)
    PemberianPeran.objects.update(ditangguhkan_pada=timezone.now())

    buat(akun.nama_akun, "")

    assert berlaku_sekota(Pengguna.objects.get(pk=akun.pk), Peran.ADMIN)


def test_akun_nonaktif_ditolak(db):
    akun = akun_berperan(Peran.ADMIN)
    Pengguna.objects.update(is_active=False)

    with pytest.raises(AturanDilanggar) as galat:
        buat(akun.nama_akun)

    assert galat.value.kode == "akun_nonaktif"


def test_perintah_buat_admin_mencetak_kode_dan_alamatnya(db, settings):
    keluar = io.StringIO()

    call_command(
        "buat_admin",
        "1980 0101 200501 1 001",
        nama="Yohanes Lay",
        sk="800.1/1/2026",
        stdout=keluar,
    )

    akun = Pengguna.objects.get()
    assert akun.nama_akun == "198001012005011001"
    assert f"{settings.ALAMAT_SITUS}{reverse('dasar:kode-masuk')}" in keluar.getvalue()
    assert "72 jam" in keluar.getvalue()


def test_perintah_buat_admin_menolak_dengan_satu_kalimat(db):
    buat()
    buat("lain", "Lain")

    with pytest.raises(CommandError, match="halaman Peran dan akun"):
        call_command("buat_admin", "ketiga", nama="Ketiga", sk="1")
