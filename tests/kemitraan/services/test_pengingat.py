from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.core import mail
from django.db import connection

from kemitraan.services.pengingat import ingatkan
from kemitraan.tasks import ingatkan as tugas_ingatkan
from pegawai.dasar.models import Pemberitahuan, Pengguna
from pegawai.dasar.services.surat import kirim_semua
from pegawai.models import Peran
from tests.pabrik.kemitraan import PenggunaMitraFactory, PerjanjianFactory
from tests.pabrik.pegawai import PenggunaFactory, UnitKerjaFactory, akun_berperan
from tests.pabrik.pengingat import aturan_pengingat
from tests.pegawai.dasar.services.test_surat import server as server_smtp

AKHIR = date(2027, 2, 22)
LAMA = datetime(2025, 1, 2, tzinfo=UTC)
server = server_smtp


@pytest.fixture(autouse=True)
def _aturan():
    aturan_pengingat()


def _perjanjian(**lain):
    return PerjanjianFactory(
        **({"tanggal_berakhir": AKHIR, "dibuat_pada": LAMA} | lain)
    )


def _sisa(jumlah):
    return AKHIR - timedelta(days=jumlah)


def _penerima():
    return set(Pemberitahuan.objects.values_list("penerima", flat=True))


def test_ingatkan_90_hari_pic_pengelola_dan_analis():
    opd = UnitKerjaFactory()
    pic, analis = PenggunaFactory(), akun_berperan(Peran.ANALIS)
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd)
    akun_berperan(Peran.PENGELOLA_OPD)  # of another OPD
    akun_berperan(Peran.ADMIN)
    perjanjian = _perjanjian(opd=opd, pic_kota=pic)
    PenggunaMitraFactory(mitra=perjanjian.mitra)

    jumlah = ingatkan(hari_ini=_sisa(90))

    assert jumlah == 3
    assert _penerima() == {pic.pk, analis.pk, pengelola.pk}
    assert "22 Februari 2027" in pic.pemberitahuan.get().isi
    assert pic.pemberitahuan.get().judul == "Perjanjian berakhir 90 hari lagi"


def test_ingatkan_pengelola_unit_di_atas_opd():
    kota = UnitKerjaFactory(jenis="PEMDA")
    pengelola = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=kota)
    _perjanjian(opd=UnitKerjaFactory(induk=kota))

    ingatkan(hari_ini=_sisa(90))

    assert _penerima() == {pengelola.pk}


@pytest.mark.parametrize(("sisa", "ikut"), [(90, False), (62, False), (31, True)])
def test_ingatkan_pengguna_mitra_hanya_pada_60_dan_30(sisa, ikut):
    # 60 days before is 24 December, joint leave: sent on the 23rd; 30 is a Saturday.
    perjanjian = _perjanjian()
    akun = PenggunaMitraFactory(mitra=perjanjian.mitra).pengguna
    PenggunaMitraFactory()  # of another institution

    ingatkan(hari_ini=_sisa(sisa))

    assert _penerima() == ({akun.pk} if ikut else set())


def test_ingatkan_dua_kali_hanya_sekali():
    akun_berperan(Peran.ANALIS)
    _perjanjian()

    pertama = ingatkan(hari_ini=_sisa(90))
    kedua = ingatkan(hari_ini=_sisa(90))
    besok = ingatkan(hari_ini=_sisa(89))

    assert (pertama, kedua, besok) == (1, 0, 0)


def test_ingatkan_yang_terlewat_dikejar_dengan_sisa_sebenarnya():
    analis = akun_berperan(Peran.ANALIS)
    _perjanjian()

    ingatkan(hari_ini=_sisa(87))  # the beat was down for three days

    assert analis.pemberitahuan.get().judul == "Perjanjian berakhir 87 hari lagi"


@pytest.mark.parametrize(
    "keadaan",
    [
        {"status": "DIHENTIKAN", "alasan_henti": "x", "dihentikan_pada": AKHIR},
        {"status": "RANCANGAN", "tanggal_ttd": None},
        {"dibuat_pada": datetime(2026, 11, 25, tzinfo=UTC)},
        {"tanggal_mulai": date(2026, 11, 25)},
    ],
)
def test_ingatkan_yang_tidak_berlaku_atau_belum_ada_dilewati(keadaan):
    akun_berperan(Peran.ANALIS)
    _perjanjian(**keadaan)

    assert ingatkan(hari_ini=_sisa(88)) == 0


def test_ingatkan_yang_sudah_diperpanjang_memakai_akhir_baru():
    analis = akun_berperan(Peran.ANALIS)
    perjanjian = _perjanjian()
    baru = AKHIR + timedelta(days=365)
    PerjanjianFactory(
        mitra=perjanjian.mitra,
        induk=perjanjian,
        jenis="ADENDUM",
        tanggal_mulai=AKHIR + timedelta(days=1),
        tanggal_berakhir=baru,
        dibuat_pada=LAMA,
    )

    lama = ingatkan(hari_ini=_sisa(90))
    sesudah = ingatkan(hari_ini=baru - timedelta(days=90))

    assert (lama, sesudah) == (0, 1)
    assert "22 Februari 2028" in analis.pemberitahuan.get().isi


def test_tugas_ingatkan_menerima_hari():
    akun_berperan(Peran.ANALIS)
    _perjanjian()

    tugas_ingatkan(hari_ini=_sisa(90).isoformat())

    assert Pemberitahuan.objects.count() == 1


def test_ingatkan_semua_hari_itu_satu_surat(server):
    analis = akun_berperan(Peran.ANALIS)
    _perjanjian(judul="Magang")
    _perjanjian(judul="Penelitian")
    pagi = datetime(2026, 11, 23, 22, 15, tzinfo=UTC)

    ingatkan(hari_ini=_sisa(90), sekarang=pagi)
    terlalu_pagi = kirim_semua(sekarang=pagi)
    kirim_semua(sekarang=pagi + timedelta(minutes=15))

    [(tujuan, isi)] = server.surat
    assert terlalu_pagi == 0
    assert tujuan == [analis.surel]
    assert "Magang (" in isi
    assert "Penelitian (" in isi
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_ingatkan_dua_beat_serentak_hanya_sekali():
    for _ in range(5):
        akun_berperan(Peran.ANALIS)
    _perjanjian()
    pagar, jumlah = Barrier(4), []

    def jalan():
        pagar.wait()
        jumlah.append(ingatkan(hari_ini=_sisa(90)))
        connection.close()

    utas = [Thread(target=jalan) for _ in range(4)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()

    assert sum(jumlah) == 5
    assert Pengguna.objects.filter(pemberitahuan__isnull=False).count() == 5


@pytest.mark.parametrize(
    ("judul", "sebutan"),
    [
        ("Magang dengan Universitas Nusa Cendana", ""),
        ("Magang dengan Undana", " (Universitas Nusa Cendana)"),
    ],
)
def test_ingatkan_menyebut_mitra_sekali(analis, judul, sebutan):
    _perjanjian(judul=judul, mitra__nama="Universitas Nusa Cendana")

    ingatkan(hari_ini=_sisa(90))

    isi = Pemberitahuan.objects.get(penerima=analis).isi
    assert isi == f"{judul}{sebutan} berakhir 22 Februari 2027."
