from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from pegawai.dasar.alat.kode_masuk import tiket_undangan, tulis_kode_masuk
from pegawai.dasar.models import KodeMasuk, Pengguna
from pegawai.dasar.services.kode import pakai_kode, terbitkan_kode
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.dasar.services.surat import kirim_satu_surat
from tests.pabrik.pegawai import PenggunaFactory

NIP = "199001012020121007"
SANDI = "kuda biru makan rumput 7"
TIDAK_BERLAKU = "NIP dan kode ini tidak cocok atau tidak berlaku lagi."


@pytest.fixture
def pengguna():
    return PenggunaFactory(nama_akun=NIP, nama="Maria Bano")


def _beri(pengguna):
    return terbitkan_kode(
        daftar_akun=[pengguna.pk], sekarang=timezone.now(), oleh=None
    )[pengguna.pk]


def _ketik(client, teks, nama=NIP):
    return client.post(reverse("dasar:kode-masuk"), {"nama_akun": nama, "kode": teks})


def _buat_sandi(client, sandi=SANDI):
    return client.post(reverse("dasar:kode-sandi"), {"sandi": sandi, "ulang": sandi})


def test_kode_benar_lalu_sandi_lalu_masuk(client, pengguna):
    _, teks = _beri(pengguna)

    lanjut = _ketik(client, tulis_kode_masuk(teks).lower(), "19900101 202012 1 007")
    simpan = _buat_sandi(client)
    masuk = client.post(reverse("account_login"), {"login": NIP, "password": SANDI})

    assert lanjut["Location"] == reverse("dasar:kode-sandi")
    assert simpan["Location"] == reverse("account_login")
    assert masuk.status_code == 302


def test_kode_hanya_sekali(client, pengguna):
    _, teks = _beri(pengguna)
    _ketik(client, teks)
    _buat_sandi(client)

    lagi = _ketik(client, teks)

    assert TIDAK_BERLAKU in lagi.content.decode()
    assert KodeMasuk.objects.get().dipakai_pada is not None


@pytest.mark.parametrize(("jam", "berlaku"), [(71, True), (72, False)])
def test_kode_berlaku_72_jam(client, pengguna, jam, berlaku):
    dengan_jam = timezone.now()
    _, teks = terbitkan_kode(daftar_akun=[pengguna.pk], sekarang=dengan_jam, oleh=None)[
        pengguna.pk
    ]

    with time_machine.travel(dengan_jam + timedelta(hours=jam), tick=False):
        jawaban = _ketik(client, teks)

    assert (jawaban.status_code == 302) is berlaku
    assert berlaku or TIDAK_BERLAKU in jawaban.content.decode()


def test_kode_salah_lain_akun_dicabut_satu_kalimat(client, pengguna):
    _, lama = _beri(pengguna)
    _, teks = _beri(pengguna)
    lain = PenggunaFactory()

    jawaban = [
        _ketik(client, "AAAAAAAAAA"),
        _ketik(client, teks, lain.nama_akun),
        _ketik(client, teks, "tidak-ada"),
        _ketik(client, lama),
    ]

    assert [TIDAK_BERLAKU in j.content.decode() for j in jawaban] == [True] * 4
    assert _ketik(client, teks).status_code == 302


def test_kode_akun_nonaktif_tidak_berlaku(client, pengguna):
    _, teks = _beri(pengguna)
    Pengguna.objects.filter(pk=pengguna.pk).update(is_active=False)

    assert TIDAK_BERLAKU in _ketik(client, teks).content.decode()


def test_kode_dicoba_keenam_ditunda(client, pengguna):
    _, teks = _beri(pengguna)
    for _ in range(6):
        _ketik(client, "SALAH")

    ditunda = _ketik(client, teks)

    assert "Terlalu banyak percobaan" in ditunda.content.decode()


def test_kode_disimpan_sebagai_sidik(pengguna):
    _, teks = _beri(pengguna)

    baris = KodeMasuk.objects.values_list()[0]

    assert teks not in [str(isi) for isi in baris]
    assert len(teks) == 10


@pytest.mark.parametrize("sandi", ["pendek", "kupangkupangkupang", NIP])
def test_kode_sandi_lemah_ditolak_dan_kode_tetap(client, pengguna, sandi):
    _, teks = _beri(pengguna)
    _ketik(client, teks)

    jawaban = _buat_sandi(client, sandi)

    assert jawaban.status_code == 200
    assert KodeMasuk.objects.get().dipakai_pada is None


def test_sandi_tanpa_kode_ditolak(client, pengguna):
    jawaban = _buat_sandi(client)

    assert jawaban["Location"] == reverse("dasar:kode-masuk")
    pengguna.refresh_from_db()
    assert not pengguna.has_usable_password()


def test_kode_mengakhiri_sesi_dan_sandi_lama(client, pengguna):
    pengguna.set_password("sandi lama yang panjang")
    pengguna.save()
    client.force_login(pengguna)
    kode, _ = _beri(pengguna)
    assert client.get(reverse("dasar:pemberitahuan-daftar")).status_code == 200

    pakai_kode(kode=kode, sandi=SANDI, sekarang=timezone.now())

    assert client.get(reverse("dasar:pemberitahuan-daftar")).status_code == 302


def test_undangan_dari_surat_membuka_pembuatan_sandi(client, pengguna):
    kode, _ = _beri(pengguna)
    kabari(
        kunci=f"undangan:{kode.uid}", penerima=pengguna, judul="Undangan", isi="Buka:"
    )

    kirim_satu_surat(sekarang=timezone.now())
    tautan = mail.outbox[0].body.split("Buka:\n")[1].split("\n")[0]
    tautan = "/undangan/" + tautan.split("/undangan/")[1]
    lanjut = client.get(tautan)

    assert lanjut["Location"] == reverse("dasar:kode-sandi")
    assert _buat_sandi(client)["Location"] == reverse("account_login")
    assert client.get(tautan).status_code == 404


def test_undangan_palsu_ditolak(client, pengguna):
    kode, _ = _beri(pengguna)
    palsu = reverse("dasar:undangan", kwargs={"tiket": f"{kode.uid}:palsu"})
    benar = reverse("dasar:undangan", kwargs={"tiket": tiket_undangan(str(kode.uid))})

    assert client.get(palsu).status_code == 404
    assert client.get(benar).status_code == 302
