"""Pages of programmes and assignments."""

import pytest
from django.urls import reverse

from pegawai.dasar.models import Aturan
from pegawai.models import Agenda, Peran
from penilaian.models import Penugasan, ProgramPembangunan
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    PegawaiFactory,
    UnitKerjaFactory,
    akun_berperan,
)
from tests.pabrik.rencana import KebutuhanFactory, PenugasanFactory, ProgramFactory


@pytest.fixture(autouse=True)
def _tanpa_faktor_kedua(settings):
    settings.WAJIB_FAKTOR_KEDUA = False


@pytest.fixture
def _sel_terkecil():
    Aturan.objects.create(
        kode="sel_terkecil", edisi="Uji", berlaku_mulai="2024-01-01", nilai=5
    )


@pytest.fixture
def cocok():
    """A programme with one need, and a person of its OPD who meets it."""
    butuh = KebutuhanFactory(level=2)
    orang = PegawaiFactory(
        nama="Yohana Cocok", unit_kerja=butuh.program.opd, atasan=PegawaiFactory()
    )
    CapaianKompetensiFactory(pegawai=orang, kompetensi=butuh.kompetensi)
    return butuh.program, orang


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    client.force_login(akun_berperan(Peran.ANALIS))
    ProgramFactory.create_batch(jumlah)
    client.get(reverse("penilaian:program-daftar"))

    with django_assert_num_queries(4):
        respons = client.get(reverse("penilaian:program-daftar"))

    assert len(respons.context["halaman"]) == jumlah


def test_daftar_pengelola_hanya_opd_sendiri(client):
    milik = ProgramFactory()
    ProgramFactory()
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=milik.opd))

    respons = client.get(reverse("penilaian:program-daftar"))

    assert list(respons.context["halaman"]) == [milik]


def test_daftar_angka_orang(client):
    butuh = KebutuhanFactory(jumlah_orang=4)
    KebutuhanFactory(program=butuh.program, jumlah_orang=3)
    PenugasanFactory(program=butuh.program)
    client.force_login(akun_berperan(Peran.PIMPINAN))

    respons = client.get(reverse("penilaian:program-daftar"), {"cari": "program"})

    (program,) = respons.context["halaman"]
    assert (program.jumlah_kebutuhan, program.jumlah_orang) == (2, 7)
    assert program.jumlah_ditugaskan == 0


@pytest.mark.usefixtures("_sel_terkecil")
def test_rinci_pimpinan_angka_kecil_disamarkan(client, cocok):
    program, _orang = cocok
    for _ in range(6):
        PegawaiFactory(unit_kerja=program.opd)
    client.force_login(akun_berperan(Peran.PIMPINAN))

    respons = client.get(program.get_absolute_url())

    (siap,) = respons.context["kesiapan"]
    assert (siap.punya, siap.kurang, siap.dinilai, siap.jumlah_asn) == (
        None,
        None,
        None,
        7,
    )
    assert "disamarkan" in respons.content.decode()


@pytest.mark.usefixtures("_sel_terkecil")
def test_rinci_pimpinan_hanya_angka_tanpa_nama(client, cocok):
    program, orang = cocok
    PenugasanFactory(program=program, pegawai__nama="Markus Ditugaskan")
    for _ in range(5):
        CapaianKompetensiFactory(
            pegawai=PegawaiFactory(unit_kerja=program.opd),
            kompetensi=program.kebutuhan.get().kompetensi,
        )
    client.force_login(akun_berperan(Peran.PIMPINAN))
    isi = client.get(program.get_absolute_url()).content.decode()

    assert "6 dari 6 yang hasilnya berlaku" in isi
    assert "1 menunggu" in isi
    assert orang.nama not in isi
    assert "Markus Ditugaskan" not in isi


def test_rinci_analis_melihat_calon(client, cocok):
    program, orang = cocok
    client.force_login(akun_berperan(Peran.ANALIS))

    isi = client.get(program.get_absolute_url(), {"cakupan": "kota"}).content.decode()

    assert orang.nama in isi


@pytest.mark.parametrize("jumlah", [1, 3])
def test_rinci_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    program = ProgramFactory()
    for _ in range(jumlah):
        butuh = KebutuhanFactory(program=program, level=2)
        CapaianKompetensiFactory(
            pegawai__unit_kerja=program.opd, kompetensi=butuh.kompetensi
        )
        PenugasanFactory(program=program)
    client.force_login(akun_berperan(Peran.ANALIS))

    with django_assert_num_queries(11):
        respons = client.get(program.get_absolute_url())

    assert len(respons.context["calon"]) == jumlah


def test_buat_program_dan_kebutuhan(client):
    opd = UnitKerjaFactory()
    kompetensi = KebutuhanFactory().kompetensi
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=opd))

    client.post(
        reverse("penilaian:program-buat"),
        {
            "kode": "2.16.02",
            "nama": "Kota cerdas",
            "opd": opd.uid,
            "tanggal_mulai": "1-1-2026",
            "tanggal_selesai": "31 Desember 2027",
            "status": "BERJALAN",
        },
    )
    program = ProgramPembangunan.objects.get(kode="2.16.02")
    client.post(
        reverse("penilaian:program-tambah-kebutuhan", kwargs={"uid": program.uid}),
        {"kompetensi": kompetensi.uid, "level": "4", "jumlah_orang": "3"},
    )

    assert program.kebutuhan.get().jumlah_orang == 3


def test_buat_program_opd_luar_cakupan_ditolak(client):
    client.force_login(akun_berperan(Peran.PENGELOLA_OPD))

    respons = client.post(
        reverse("penilaian:program-buat"),
        {
            "kode": "X",
            "nama": "Y",
            "opd": UnitKerjaFactory().uid,
            "tanggal_mulai": "1-1-2026",
            "tanggal_selesai": "2-1-2026",
            "status": "BERJALAN",
        },
    )

    assert "di luar unit yang Anda kelola" in respons.content.decode()


def test_ubah_program_versi_lama_menampilkan_keduanya(client):
    program = ProgramFactory(versi=2, nama="Nama tersimpan")
    client.force_login(akun_berperan(Peran.ANALIS))
    url = reverse("penilaian:program-ubah", kwargs={"uid": program.uid})
    awal = client.get(url).context["form"].initial

    isi = client.post(url, awal | {"nama": "Nama ketikan", "versi": 1}).content.decode()

    assert "Nama tersimpan" in isi
    assert 'value="Nama ketikan"' in isi


def test_usulkan_lalu_atasan_menyetujui(client, cocok):
    program, orang = cocok
    Agenda.objects.create(
        pegawai=orang,
        kunci="peserta:1",
        jenis="PELATIHAN",
        judul="Pelatihan lama",
        tanggal_mulai="2026-03-10",
        tanggal_selesai="2026-03-12",
    )
    client.force_login(akun_berperan(Peran.KEPALA_OPD, unit_kerja=program.opd))
    url = reverse(
        "penilaian:penugasan-usulkan",
        kwargs={"uid": program.uid, "pegawai_uid": orang.uid},
    )
    assert "Pelatihan lama" in client.get(url).content.decode()

    client.post(
        url,
        {
            "peran_tugas": "Koordinator",
            "tanggal_mulai": "1-3-2026",
            "tanggal_selesai": "30-6-2026",
        },
    )

    penugasan = Penugasan.objects.get()
    client.force_login(orang.atasan.pengguna)
    assert "Pelatihan lama" in client.get(penugasan.get_absolute_url()).text
    client.post(reverse("penilaian:penugasan-setujui", kwargs={"uid": penugasan.uid}))
    penugasan.refresh_from_db()
    assert penugasan.status == Penugasan.Status.DISETUJUI


def test_usulkan_tanggal_di_luar_program_menyimpan_isian(client, cocok):
    program, orang = cocok
    client.force_login(akun_berperan(Peran.ANALIS))

    respons = client.post(
        reverse(
            "penilaian:penugasan-usulkan",
            kwargs={"uid": program.uid, "pegawai_uid": orang.uid},
        ),
        {
            "peran_tugas": "Koordinator",
            "tanggal_mulai": "1-3-2020",
            "tanggal_selesai": "30-6-2026",
        },
    )

    isi = respons.content.decode()
    assert "dalam masa program" in isi
    assert 'value="Koordinator"' in isi


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_penugasan_jumlah_kueri_tetap(client, jumlah, django_assert_num_queries):
    client.force_login(akun_berperan(Peran.ANALIS))
    PenugasanFactory.create_batch(jumlah)
    client.get(reverse("penilaian:penugasan-daftar"))

    with django_assert_num_queries(4):
        respons = client.get(reverse("penilaian:penugasan-daftar"))

    assert len(respons.context["halaman"]) == jumlah


def test_agenda_orang_luar_cakupan_tidak_bocor(client):
    penugasan = PenugasanFactory()
    Agenda.objects.create(
        pegawai=penugasan.pegawai,
        kunci="x",
        jenis="PELATIHAN",
        judul="Pelatihan rahasia",
        tanggal_mulai=penugasan.tanggal_mulai,
        tanggal_selesai=penugasan.tanggal_selesai,
    )
    pemilik = akun_berperan(Peran.PENGELOLA_OPD, unit_kerja=penugasan.program.opd)
    client.force_login(pemilik)

    respons = client.get(penugasan.get_absolute_url())

    assert respons.status_code == 200
    assert "Pelatihan rahasia" not in respons.content.decode()


def test_tolak_dan_batalkan_lewat_halaman(client):
    ditolak, batal = PenugasanFactory(), PenugasanFactory()
    client.force_login(ditolak.pegawai.atasan.pengguna)
    client.post(
        reverse("penilaian:penugasan-tolak", kwargs={"uid": ditolak.uid}),
        {"alasan": "Beban penuh"},
    )
    client.force_login(akun_berperan(Peran.ANALIS))
    client.post(
        reverse("penilaian:penugasan-batalkan", kwargs={"uid": batal.uid}),
        {"alasan": "Program ditunda"},
    )

    ditolak.refresh_from_db()
    batal.refresh_from_db()
    assert (ditolak.status, batal.status) == ("DITOLAK", "DIBATALKAN")
