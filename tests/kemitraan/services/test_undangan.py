from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kemitraan.models import PenggunaMitra
from kemitraan.queries.mitra import mitra_sendiri
from kemitraan.services.undangan import (
    akhiri_pengguna_mitra,
    kirim_ulang_undangan,
    undang_pemagang,
    undang_pengguna_mitra,
)
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import KodeMasuk, Pengguna
from pegawai.dasar.services.surat import kirim_satu_surat
from pegawai.models import PemberianPeran, Peran
from tests.pabrik.kemitraan import (
    MitraFactory,
    PenempatanFactory,
    PenempatanKeluarFactory,
    PenggunaMitraFactory,
)
from tests.pabrik.pegawai import PegawaiFactory

SANDI = "kuda biru makan rumput 7"


def _undang(admin, mitra=None, surel="kerjasama@kampus.ac.id", **lain):
    isi = {"nama": "Yohana Lado", "tanggal_selesai": hari_ini() + timedelta(days=90)}
    return undang_pengguna_mitra(
        mitra=mitra or MitraFactory(), surel=surel, oleh=admin, **isi | lain
    )


def _tautan():
    kirim_satu_surat(sekarang=timezone.now())
    return "/undangan/" + mail.outbox[-1].body.split("/undangan/")[1].split("\n")[0]


def test_undang_pengguna_mitra_dari_surat_sampai_masuk(client, admin):
    anggota = _undang(admin)

    client.get(_tautan())
    client.post(reverse("dasar:kode-sandi"), {"sandi": SANDI, "ulang": SANDI})
    masuk = client.post(
        reverse("account_login"),
        {"login": "kerjasama@kampus.ac.id", "password": SANDI},
    )

    akun = Pengguna.objects.get(pk=anggota.pengguna_id)
    assert masuk.status_code == 302
    assert list(mitra_sendiri(akun)) == [anggota.mitra]


def test_undang_pengguna_mitra_dua_kali_tidak_mengubah_apa_pun(admin):
    pertama = _undang(admin)

    kedua = _undang(admin, pertama.mitra)

    assert kedua == pertama
    assert KodeMasuk.objects.count() == 1


def test_undang_pengguna_mitra_keenam_ditolak(admin):
    mitra = MitraFactory()
    PenggunaMitraFactory.create_batch(4, mitra=mitra)
    PenggunaMitraFactory(mitra=mitra, tanggal_selesai=date(2021, 1, 1))
    _undang(admin, mitra)

    with pytest.raises(AturanDilanggar) as galat:
        _undang(admin, mitra, "lain@kampus.ac.id")

    assert galat.value.kode == "pengguna_penuh"


def test_undang_pengguna_mitra_surel_akun_lain_ditolak(admin):
    akun = PegawaiFactory(pengguna__surel="asn@contoh.go.id").pengguna

    with pytest.raises(AturanDilanggar) as galat:
        _undang(admin, surel="ASN@contoh.go.id")

    assert galat.value.kode == "surel_terpakai"
    assert not PemberianPeran.objects.filter(pengguna=akun).exists()


@pytest.mark.parametrize(
    ("mitra", "isi", "kode"),
    [
        ({"aktif": False}, {}, "mitra_tidak_aktif"),
        ({}, {"tanggal_selesai": date(2020, 1, 1)}, "undangan_tanggal"),
    ],
)
def test_undang_pengguna_mitra_ditolak(admin, mitra, isi, kode):
    with pytest.raises(AturanDilanggar) as galat:
        _undang(admin, MitraFactory(**mitra), **isi)

    assert galat.value.kode == kode
    assert not PenggunaMitra.objects.exists()


def test_kirim_ulang_undangan_membatalkan_tautan_lama(client, admin):
    anggota = _undang(admin)
    lama = _tautan()

    kirim_ulang_undangan(pengguna=anggota.pengguna, oleh=admin)

    assert client.get(lama).status_code == 404
    assert client.get(_tautan()).status_code == 302


def test_kirim_ulang_undangan_setelah_bersandi_ditolak(admin):
    anggota = _undang(admin)
    anggota.pengguna.set_password(SANDI)
    anggota.pengguna.save()

    with pytest.raises(AturanDilanggar) as galat:
        kirim_ulang_undangan(pengguna=anggota.pengguna, oleh=admin)

    assert galat.value.kode == "sudah_bersandi"


@pytest.mark.parametrize("mulai", [date(2024, 1, 1), None])
def test_akhiri_pengguna_mitra_pada_permintaan_berikutnya(admin, mulai):
    anggota = _undang(admin)
    if mulai:
        PenggunaMitra.objects.filter(pk=anggota.pk).update(tanggal_mulai=mulai)
        anggota.refresh_from_db()
    client = Client()
    client.force_login(anggota.pengguna)
    assert client.get(reverse("kemitraan:beranda-mitra")).status_code == 200

    akhiri_pengguna_mitra(keanggotaan=anggota, oleh=admin)
    akhiri_pengguna_mitra(keanggotaan=anggota, oleh=admin)

    assert client.get(reverse("kemitraan:beranda-mitra")).status_code == 403
    assert KodeMasuk.objects.get().dicabut_pada is not None


def test_undang_pemagang_sampai_empat_belas_hari_sesudah_selesai(admin):
    penempatan = PenempatanFactory(
        tanggal_mulai=hari_ini(), tanggal_selesai=hari_ini() + timedelta(days=30)
    )

    peserta = undang_pemagang(
        penempatan=penempatan, surel="mhs@kampus.ac.id", oleh=admin
    )
    lagi = undang_pemagang(penempatan=penempatan, surel="x@kampus.ac.id", oleh=admin)

    peran = PemberianPeran.objects.get(pengguna=peserta.pengguna)
    assert lagi.pengguna == peserta.pengguna
    assert peran.peran == Peran.PEMAGANG
    assert peran.berlaku_sampai == penempatan.tanggal_selesai + timedelta(days=14)


def test_undang_pemagang_tanpa_penempatan_berlaku_ditolak(admin):
    penempatan = PenempatanFactory(
        tanggal_mulai=date(2024, 1, 1), tanggal_selesai=date(2024, 3, 1)
    )

    with pytest.raises(AturanDilanggar) as lama:
        undang_pemagang(penempatan=penempatan, surel="m@kampus.ac.id", oleh=admin)
    with pytest.raises(AturanDilanggar) as asn:
        undang_pemagang(
            penempatan=PenempatanKeluarFactory(), surel="m@kampus.ac.id", oleh=admin
        )

    assert (lama.value.kode, asn.value.kode) == ("tanpa_penempatan", "bukan_mahasiswa")


@pytest.mark.parametrize("jumlah", [1, 3])
def test_halaman_mitra_jumlah_kueri_pengguna_tetap(
    client, admin, jumlah, django_assert_max_num_queries
):
    mitra = MitraFactory()
    PenggunaMitraFactory.create_batch(jumlah, mitra=mitra)
    client.force_login(admin)

    with django_assert_max_num_queries(8):
        jawaban = client.get(mitra.get_absolute_url())

    assert len(jawaban.context["daftar_pengguna"]) == jumlah


def test_undang_pengguna_mitra_lewat_halaman(client, admin):
    mitra = MitraFactory()
    client.force_login(admin)
    alamat = reverse("kemitraan:pengguna-undang", kwargs={"uid": mitra.uid})

    salah = client.post(alamat, {"nama": "A", "surel": "bukan-surel"})
    benar = client.post(
        alamat,
        {"nama": "A", "surel": "a@kampus.ac.id", "tanggal_selesai": "31-12-2099"},
    )

    assert "alamat surel lengkap" in salah.content.decode()
    assert benar["Location"] == mitra.get_absolute_url()
