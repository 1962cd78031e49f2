import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kemitraan.models import Perjanjian
from pegawai.dasar.alat.berkas import LIMA_MB
from pegawai.models import Peran
from tests.pabrik.kemitraan import (
    MitraFactory,
    PenempatanFactory,
    PerjanjianFactory,
    ProgramMagangFactory,
)
from tests.pabrik.pegawai import PegawaiFactory, UnitKerjaFactory, akun_berperan


@pytest.fixture(autouse=True)
def _masuk(client, analis, settings, tmp_path):
    settings.WAJIB_FAKTOR_KEDUA = False
    settings.MEDIA_ROOT = tmp_path
    client.force_login(analis)


def _isian(**lain):
    return {
        "mitra": MitraFactory().pk,
        "jenis": "KERJA_SAMA",
        "judul": "Magang",
        "nomor_kota": "17/PKS/BKPSDM/2026",
        "opd": UnitKerjaFactory().pk,
        "tanggal_mulai": "24 November 2026",
        "tanggal_berakhir": "23-11-2027",
        "pembiayaan": "TANPA",
    } | lain


def test_buat_perjanjian_dengan_berkas(client, tmp_path):
    pdf = SimpleUploadedFile("../../naskah.pdf", b"%PDF-1.7 isi")

    respons = client.post(reverse("kemitraan:perjanjian-buat"), _isian(berkas=pdf))

    perjanjian = Perjanjian.objects.get()
    assert respons["Location"] == perjanjian.get_absolute_url()
    assert perjanjian.berkas.name.startswith("perjanjian/")
    assert "naskah" not in perjanjian.berkas.name
    unduh = client.get(reverse("kemitraan:perjanjian-berkas", args=[perjanjian.uid]))
    assert b"".join(unduh.streaming_content) == b"%PDF-1.7 isi"
    assert unduh["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"MZ program", "bukan PDF"),
        (b"%PDF-" + b"0" * LIMA_MB, "lebih dari 5 MB"),
    ],
)
def test_buat_perjanjian_berkas_buruk_ditolak(client, isi, pesan):
    pdf = SimpleUploadedFile("naskah.pdf", isi)

    respons = client.post(reverse("kemitraan:perjanjian-buat"), _isian(berkas=pdf))

    assert respons.status_code == 200
    assert pesan in respons.content.decode()
    assert "17/PKS/BKPSDM/2026" in respons.content.decode()
    assert not Perjanjian.objects.exists()


@pytest.mark.parametrize(
    ("lain", "pesan"),
    [
        ({"tanggal_berakhir": "1-1-2026"}, "tidak boleh sebelum tanggal mulai"),
        ({"tanggal_mulai": "kemarin"}, "Tulis tanggal seperti"),
        ({"judul": ""}, "Isi judul"),
        ({"jenis": "ADENDUM"}, "jenis"),
    ],
)
def test_buat_perjanjian_isian_buruk_diterangkan(client, lain, pesan):
    respons = client.post(reverse("kemitraan:perjanjian-buat"), _isian(**lain))

    assert respons.status_code == 200
    assert pesan in respons.content.decode()


def test_buat_perjanjian_nomor_ganda_diterangkan(client):
    PerjanjianFactory(nomor_kota="17/PKS/BKPSDM/2026")

    respons = client.post(reverse("kemitraan:perjanjian-buat"), _isian())

    assert "sudah dipakai" in respons.content.decode()


def test_dari_rancangan_sampai_diperpanjang(client):
    client.post(
        reverse("kemitraan:perjanjian-buat"),
        _isian(tanggal_mulai="1-1-2026", tanggal_berakhir="31-12-2098"),
    )
    perjanjian = Perjanjian.objects.get()

    def aksi(tindakan, **isi):
        return client.post(reverse(f"kemitraan:{tindakan}", args=[perjanjian.uid]), isi)

    aksi("perjanjian-bahas")
    aksi(
        "perjanjian-tandatangani",
        tanggal_ttd="2-1-2026",
        penandatangan_kota="Wali Kota",
        penandatangan_mitra="Rektor",
    )
    aksi("perjanjian-perpanjang", nomor_kota="1/ADD", tanggal_berakhir="31-12-2099")
    aksi(
        "program-buat",
        nama="Magang",
        arah="MASUK",
        tanggal_mulai="1-2-2026",
        tanggal_selesai="1-2-2027",
    )
    aksi("perjanjian-hentikan", alasan="Disepakati.")

    perjanjian.refresh_from_db()
    assert perjanjian.status == "DIHENTIKAN"
    assert perjanjian.turunan.get().nomor_kota == "1/ADD"
    assert perjanjian.program.get().nama == "Magang"


def test_penempatan_dari_pengajuan_sampai_nilai(client):
    program = ProgramMagangFactory()
    unit = UnitKerjaFactory()
    pembimbing = PegawaiFactory(unit_kerja=unit)
    respons = client.post(
        reverse("kemitraan:penempatan-ajukan"),
        {
            "program": program.pk,
            "nama": "Gracia M. Riwu",
            "nim": "2310020093",
            "program_studi": "Administrasi Publik",
            "unit_kerja": unit.pk,
            "tanggal_mulai": "1-10-2026",
            "tanggal_selesai": "1-10-2098",
        },
    )
    penempatan = program.penempatan.get()

    client.force_login(akun_berperan(Peran.KEPALA_OPD, unit_kerja=unit))

    def aksi(tindakan, **isi):
        client.post(
            reverse(f"kemitraan:penempatan-{tindakan}", args=[penempatan.uid]), isi
        )
        penempatan.refresh_from_db()
        return penempatan.status

    assert respons["Location"] == penempatan.get_absolute_url()
    assert aksi("terima", pembimbing=pembimbing.pk) == "DITERIMA"
    assert aksi("mulai") == "BERJALAN"
    assert aksi("selesai") == "SELESAI"
    aksi("nilai", nilai_akhir="87,5")
    assert str(penempatan.nilai_akhir) == "87.50"


@pytest.mark.parametrize("pisah", [" ", "\u00a0", "–", "."])
def test_ajukan_asn_lewat_nip(client, pisah):
    program = ProgramMagangFactory(arah="KELUAR")
    pegawai = PegawaiFactory()
    n = pegawai.nip
    nip = pisah.join([n[:8], n[8:14], n[14], n[15:]])

    client.post(
        reverse("kemitraan:penempatan-ajukan-asn"),
        {
            "program": program.pk,
            "pegawai": nip,
            "tempat": "Laboratorium Data",
            "tanggal_mulai": "1-12-2026",
            "tanggal_selesai": "31-12-2026",
        },
    )

    assert program.penempatan.get().pegawai == pegawai


@pytest.mark.parametrize("tambahan", ["", "x", "１"])
def test_ajukan_asn_nip_tidak_dikenal_diterangkan(client, tambahan):
    nip = f"{PegawaiFactory().nip}{tambahan}" if tambahan else "123"
    respons = client.post(reverse("kemitraan:penempatan-ajukan-asn"), {"pegawai": nip})

    assert "tidak ditemukan" in respons.content.decode()


def test_tolak_tanpa_alasan_diterangkan(client):
    penempatan = PenempatanFactory()
    client.force_login(
        akun_berperan(Peran.KEPALA_OPD, unit_kerja=penempatan.unit_kerja)
    )

    respons = client.post(
        reverse("kemitraan:penempatan-tolak", args=[penempatan.uid]), {"alasan": ""}
    )

    assert "Isi alasan" in respons.content.decode()
    penempatan.refresh_from_db()
    assert penempatan.status == "DIAJUKAN"
