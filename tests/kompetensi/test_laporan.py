"""Reports of the registry: counts against a slow oracle, scope, small cells, cost."""

import csv
import io
import random
from collections import Counter
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kompetensi.laporan.cakupan import cakupan_laporan
from kompetensi.laporan.pensiun import laporan_pensiun
from kompetensi.laporan.queries import nama_umur, susunan_pegawai
from pegawai.models import Golongan, Jenjang, Pegawai, Peran, TingkatPendidikan
from tests.pabrik.pegawai import (
    JabatanFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)

HARI = date(2026, 11, 24)
pytestmark = pytest.mark.usefixtures("referensi")
KERJA = {"AKTIF", "TUGAS_BELAJAR"}


@pytest.fixture(autouse=True)
def _jam():
    with time_machine.travel("2026-11-24 10:00+08:00", tick=False):
        yield


def buat_kota(jumlah, benih=1):
    """Invented people over three agencies, some without post, grade, education."""
    acak = random.Random(benih)
    opd = [UnitKerjaFactory(nama=f"Dinas {h}") for h in "ABC"]
    unit = [*opd, UnitKerjaFactory(induk=opd[0], jenis="BIDANG", nama="Bidang A1")]
    jenjang = list(Jenjang.objects.all())
    jabatan = [
        JabatanFactory(
            nama=f"{acak.choice(['Guru', 'Penata', 'Analis'])} {i}",
            jenjang=(j := acak.choice([None, *jenjang])),
            jenis=j.jenis if j else "",
        )
        for i in range(8)
    ]
    golongan = {
        s: [None, *Golongan.objects.filter(status=s)[:4]] for s in ("PNS", "PPPK")
    }
    pendidikan = [None, *TingkatPendidikan.objects.all()[:5]]
    for _ in range(jumlah):
        jenis = acak.choice(Pegawai.Jenis.values)
        PegawaiFactory(
            unit_kerja=acak.choice([None, *unit]),
            jenis_kepegawaian=jenis,
            kedudukan_hukum=acak.choice(["AKTIF"] * 6 + Pegawai.Kedudukan.values),
            jenis_kelamin=acak.choice("LP"),
            golongan=acak.choice(golongan["PPPK" if jenis == "PPPK" else "PNS"]),
            tingkat_pendidikan=acak.choice(pendidikan),
            jabatan=acak.choice([None, *jabatan]),
            tanggal_lahir=HARI - timedelta(days=acak.randrange(20 * 365, 63 * 365)),
        )
    return opd


def umur(lahir):
    lewat = (HARI.month, HARI.day) < (lahir.month, lahir.day)
    usia = HARI.year - lahir.year - lewat
    return nama_umur(sum(usia >= batas for batas in (26, 31, 36, 41, 46, 51, 56, 61)))


def hitung_pelan(orang):
    """The oracle: one person at a time, in Python."""
    hasil = {}

    def catat(tabel, nama):
        hasil.setdefault(tabel, Counter())[nama] += 1

    for p in orang:
        catat("kedudukan", p.get_kedudukan_hukum_display())
        if p.kedudukan_hukum not in KERJA:
            continue
        opd = p.unit_kerja and p.unit_kerja.opd
        gol = "PPPK" if p.jenis_kepegawaian == "PPPK" else "PNS"
        jenjang = p.jabatan and p.jabatan.jenjang
        catat("opd", opd.nama if opd else "Tanpa perangkat daerah")
        catat("jenis", p.get_jenis_kepegawaian_display())
        catat("kelamin", p.get_jenis_kelamin_display())
        catat("umur", umur(p.tanggal_lahir))
        catat(
            "golongan", f"{gol} {p.golongan.kode if p.golongan else 'belum tercatat'}"
        )
        didik = p.tingkat_pendidikan
        catat("pendidikan", didik.nama if didik else "Belum tercatat")
        catat("jenjang", jenjang.nama if jenjang else "Belum dikenali")
        catat(
            "jenis_jabatan",
            jenjang.get_jenis_display() if jenjang else "Belum dikenali",
        )
    return hasil


def pensiun_pelan(orang):
    """The oracle of retirement years within the window."""
    khusus = {"JPT_UTAMA", "JPT_MADYA", "JPT_PRATAMA", "JF_AHLI_MADYA"}
    hasil = Counter()
    for p in orang:
        if p.kedudukan_hukum not in KERJA:
            continue
        kode = p.jabatan and p.jabatan.jenjang and p.jabatan.jenjang.kode
        bup = 65 if kode == "JF_AHLI_UTAMA" else 60 if kode in khusus else 58
        if p.jabatan and p.jabatan.nama.lower().split()[0] == "guru":
            bup = 60
        bulan = p.tanggal_lahir.month
        tmt = date(p.tanggal_lahir.year + bup + bulan // 12, bulan % 12 + 1, 1)
        if tmt <= HARI:
            hasil["lewat"] += 1
        elif tmt <= date(HARI.year + 5, 12, 31):
            hasil[tmt.year] += 1
    return hasil


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_susunan_sama_dengan_hitungan_pelan(analis, benih):
    buat_kota(60, benih)
    cakupan = cakupan_laporan(analis)

    hasil = susunan_pegawai(cakupan, cakupan.orang, HARI, {})

    tabel = {t.kunci: {b.nama: b.jumlah for b in t.baris} for t in hasil.tabel}
    assert tabel == hitung_pelan(Pegawai.objects.all())
    assert all(sum(b.jumlah for b in t.baris) == t.baris[0].dari for t in hasil.tabel)


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_pensiun_sama_dengan_hitungan_pelan(analis, benih):
    buat_kota(60, benih)
    cakupan = cakupan_laporan(analis)

    hasil = laporan_pensiun(cakupan, cakupan.orang, HARI, {})

    pelan = pensiun_pelan(Pegawai.objects.all())
    assert hasil.lewat == pelan.pop("lewat", 0)
    assert {t.tahun: t.jumlah for t in hasil.tahun if t.jumlah} == dict(pelan)
    assert hasil.jumlah == pelan.total()
    for daftar in (hasil.opd, hasil.jenjang):
        assert sum(b.jumlah for b in daftar) == hasil.jumlah


def test_susunan_pengelola_hanya_unitnya():
    opd = buat_kota(40)
    PegawaiFactory(unit_kerja=opd[1])  # another agency's, must not be counted
    akun = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd[0])
    cakupan = cakupan_laporan(akun)

    hasil = susunan_pegawai(cakupan, cakupan.orang, HARI, {})

    dalam = Pegawai.objects.filter(unit_kerja__opd=opd[0])
    tabel = {t.kunci: {b.nama: b.jumlah for b in t.baris} for t in hasil.tabel}
    assert tabel == hitung_pelan(dalam)


def test_susunan_saringan_unit(client, analis):
    opd = buat_kota(40)
    client.force_login(analis)

    respons = client.get(reverse("laporan"), {"unit": opd[0].uid, "jenis": "PPPK"})

    orang = Pegawai.objects.filter(unit_kerja__opd=opd[0], jenis_kepegawaian="PPPK")
    kerja = orang.filter(kedudukan_hukum__in=KERJA).count()
    assert respons.context["laporan"].aktif == kerja


def test_saringan_unit_luar_cakupan_tidak_menyaring(client):
    opd = buat_kota(30)
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd[0]))

    respons = client.get(reverse("laporan"), {"unit": opd[1].uid})

    dalam = Pegawai.objects.filter(unit_kerja__opd=opd[0], kedudukan_hukum__in=KERJA)
    assert respons.context["laporan"].aktif == dalam.count()
    assert respons.context["saring"].errors["unit"]


@pytest.mark.parametrize("benih", range(6))
def test_pimpinan_tidak_dapat_menghitung_sel_kecil(benih):
    buat_kota(90, benih)
    cakupan = cakupan_laporan(akun_berperan(Peran.PIMPINAN))

    hasil = susunan_pegawai(cakupan, cakupan.orang, HARI, {"unit": "abaikan"})

    nyata = hitung_pelan(Pegawai.objects.all())
    assert "jenjang" not in {t.kunci for t in hasil.tabel}
    assert hasil.semua is None
    for tabel in hasil.tabel:
        assert not [b for b in tabel.baris if b.url]
        assert not [b for b in tabel.baris if b.jumlah and b.jumlah < 5]
        if tabel.kunci in {"kedudukan", "golongan"}:
            continue
        hilang = [b.nama for b in tabel.baris if b.jumlah is None]
        assert len(hilang) != 1
        assert sum(nyata[tabel.kunci][n] for n in hilang) not in {1, 2, 3, 4}
    golongan = next(t for t in hasil.tabel if t.kunci == "golongan").baris
    for awalan in ("PNS", "PPPK"):
        hilang = [
            b.nama for b in golongan if b.nama.split()[0] == awalan and b.jumlah is None
        ]
        assert len(hilang) != 1


@pytest.mark.parametrize("benih", range(4))
def test_pimpinan_pensiun_sel_kecil_disamarkan(benih):
    buat_kota(90, benih)
    cakupan = cakupan_laporan(akun_berperan(Peran.PIMPINAN))

    hasil = laporan_pensiun(cakupan, cakupan.orang, HARI, {})

    assert hasil.jenjang == []
    assert not [t for t in hasil.tahun if (t.jumlah and t.jumlah < 5) or t.url]
    assert all(t.pns is None and t.pppk is None for t in hasil.tahun)
    hilang = [t.tahun for t in hasil.tahun if t.jumlah is None]
    assert len(hilang) != 1
    for b in hasil.opd:
        assert not (b.jumlah and b.jumlah < 5)
        assert b.jumlah is None or not 0 < b.dari - b.jumlah < 5
        assert b.url == ""


def test_pimpinan_kota_kecil_tidak_menampilkan_apa_pun(client):
    for _ in range(3):
        PegawaiFactory()
    client.force_login(akun_berperan(Peran.PIMPINAN))

    for nama in ("laporan", "laporan-pensiun"):
        respons = client.get(reverse(nama))
        assert "Terlalu sedikit orang" in respons.content.decode()


def test_laporan_kosong_menyebutkan_cara(client, analis):
    client.force_login(analis)

    for nama in ("laporan", "laporan-pensiun"):
        assert "Belum ada data ASN" in client.get(reverse(nama)).content.decode()


@pytest.mark.parametrize(
    "peran", [Peran.ASESOR, Peran.PENYELENGGARA, Peran.MITRA, Peran.ADMIN]
)
def test_laporan_ditolak_bagi_peran_lain(client, peran):
    client.force_login(akun_berperan(peran))

    for nama in (
        "laporan",
        "laporan-unduh",
        "laporan-pensiun",
        "laporan-pensiun-unduh",
    ):
        assert client.get(reverse(nama)).status_code == 403


def test_unduh_csv_aman_dari_rumus(client, analis):
    jabat = UnitKerjaFactory(nama="=1+1")
    PegawaiFactory(unit_kerja=jabat)
    client.force_login(analis)

    respons = client.get(reverse("laporan-unduh"))

    baris = list(csv.reader(io.StringIO(respons.content.decode("utf-8-sig"))))
    assert baris[0] == ["bagian", "kelompok", "jumlah", "dari", "persen"]
    assert baris[1] == ["Perangkat daerah", "'=1+1", "1", "1", "100.00"]
    assert respons["Content-Disposition"].endswith('"susunan-pegawai-2026-11-24.csv"')


def test_unduh_pensiun_berisi_semua_tahun(client, analis):
    PegawaiFactory(tanggal_lahir=date(1970, 5, 17), jabatan=None)
    client.force_login(analis)

    respons = client.get(reverse("laporan-pensiun-unduh"))

    teks = respons.content.decode("utf-8-sig")
    assert "Tahun pensiun,2028,1,1,100.00" in teks
    assert "Tahun pensiun,2031,0,1,0.00" in teks


@pytest.mark.parametrize("nama", ["laporan", "laporan-pensiun"])
def test_laporan_jumlah_kueri_tetap(client, analis, nama):
    client.force_login(analis)
    jumlah = []
    for banyak in (1, 3):
        for _ in range(banyak):
            PegawaiFactory(unit_kerja=UnitKerjaFactory())
        with CaptureQueriesContext(connection) as kueri:
            client.get(reverse(nama))
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 12


def test_tautan_membuka_daftar_dengan_jumlah_yang_sama(client, analis):
    buat_kota(60)
    client.force_login(analis)
    laporan = client.get(reverse("laporan")).context["laporan"]
    pensiun = client.get(reverse("laporan-pensiun")).context["laporan"]

    baris = [b for t in laporan.tabel for b in t.baris if b.url]
    baris += [t for t in pensiun.tahun if t.url]
    baris += [b for b in (*pensiun.opd, *pensiun.jenjang) if b.url]

    assert len(baris) > 20
    for b in baris:
        halaman = client.get(b.url).context["halaman"]
        assert (b.url, len(halaman)) == (b.url, min(b.jumlah, 50))
    lewat = client.get(pensiun.lewat_url).context["halaman"]
    assert len(lewat) == pensiun.lewat
