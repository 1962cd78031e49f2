from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from django.db import connection

from pegawai.dasar.alat.pengingat import Tanda
from pegawai.dasar.models import Pemberitahuan
from pegawai.dasar.services.pengingat import Pengingat, jam_surat, tulis_pengingat
from tests.pabrik.pegawai import PenggunaFactory

PAGI = datetime(2026, 11, 23, 22, 15, tzinfo=UTC)  # 24 November, 06.15 WITA


def _pengingat(penerima, objek="7:2027-02-22", hari=90):
    return Pengingat(
        jenis="perjanjian",
        objek=objek,
        tanda=Tanda(hari, hari),
        penerima_id=penerima.pk,
        judul="Perjanjian akan berakhir",
        isi="Berakhir 90 hari lagi.",
    )


def test_tulis_pengingat_dua_kali_hanya_sekali():
    penerima = PenggunaFactory()

    pertama = tulis_pengingat(daftar=[_pengingat(penerima)], sekarang=PAGI)
    kedua = tulis_pengingat(daftar=[_pengingat(penerima)], sekarang=PAGI)

    assert (pertama, kedua) == (1, 0)
    assert penerima.pemberitahuan.get().surat == "MENUNGGU"


def test_tulis_pengingat_tanda_lain_ditulis_lagi():
    penerima = PenggunaFactory()

    tulis_pengingat(
        daftar=[_pengingat(penerima), _pengingat(penerima, hari=60)], sekarang=PAGI
    )

    assert penerima.pemberitahuan.count() == 2


def test_tulis_pengingat_batas_baru_ditulis_lagi():
    penerima = PenggunaFactory()
    tulis_pengingat(daftar=[_pengingat(penerima)], sekarang=PAGI)

    baru = tulis_pengingat(
        daftar=[_pengingat(penerima, objek="7:2028-02-22")], sekarang=PAGI
    )

    assert baru == 1


def test_tulis_pengingat_tanpa_surel_tetap_di_pusat_pemberitahuan():
    penerima = PenggunaFactory(surel="")

    tulis_pengingat(daftar=[_pengingat(penerima)], sekarang=PAGI)

    assert penerima.pemberitahuan.get().surat == "TANPA"


def test_tulis_pengingat_akun_tertutup_dilewati():
    penerima = PenggunaFactory(is_active=False)

    assert tulis_pengingat(daftar=[_pengingat(penerima)], sekarang=PAGI) == 0


@pytest.mark.parametrize(
    ("menit", "harap"), [(15, (22, 30)), (24, (22, 30)), (26, (23, 0)), (0, (22, 30))]
)
def test_jam_surat_setengah_jam_berikutnya(menit, harap):
    hasil = jam_surat(PAGI.replace(minute=menit)).astimezone(UTC)

    assert (hasil.hour, hasil.minute) == harap


@pytest.mark.django_db(transaction=True)
def test_tulis_pengingat_dua_puluh_serentak_hanya_sekali():
    daftar = [_pengingat(PenggunaFactory()) for _ in range(300)]
    pagar, jumlah = Barrier(20), []

    def tulis():
        pagar.wait()
        jumlah.append(tulis_pengingat(daftar=daftar, sekarang=PAGI))
        connection.close()

    utas = [Thread(target=tulis) for _ in range(20)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()

    assert sum(jumlah) == 300
    assert Pemberitahuan.objects.count() == 300
