"""The public page /v/<kode> (KETENTUAN S-1, S-2)."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from pegawai.dasar.alat.kode import baca_kode, buat_kode, tulis_kode
from pegawai.dasar.models import DokumenTerbit, PercobaanPeriksa

NIP = "199001012015032001"


@pytest.fixture
def dokumen():
    return DokumenTerbit.objects.create(
        kode=buat_kode(),
        nomor="0001/BKPSDM/2026",
        jenis="SERTIFIKAT",
        judul="Bimbingan Teknis Arsip",
        pemegang_nama="Dr. Maria Demetria Seran, M.Si.",
        pemegang_nomor=NIP,
        tanggal_terbit=date(2026, 11, 1),
        keterangan={
            "nama_polos": "Maria Demetria Seran",
            "jp": 10,
            "waktu": "15–16 Oktober 2026",
            "penyelenggara": "BKPSDM Kota Kupang",
        },
    )


def periksa(dokumen, nip=None):
    alamat = dokumen.get_absolute_url()
    client = Client()
    return client.get(alamat) if nip is None else client.post(alamat, {"nip": nip})


def test_sah_tanpa_masuk_nama_disamarkan_dan_kecil(dokumen):
    jawaban = periksa(dokumen)

    isi = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "Sertifikat ini sah" in isi
    assert "Maria D… S…" in isi
    assert "Demetria" not in isi
    assert NIP not in isi
    assert len(jawaban.content) < 25_000


@pytest.mark.parametrize(
    "nip",
    ["19900101 201503 2 001", "‘19900101.201503.2.001", "`19900101–201503–2–001",
     "19900101\u00a0201503\u2009200\u200b1"],
)  # fmt: skip
def test_nip_lengkap_menampilkan_nama(dokumen, nip):
    jawaban = periksa(dokumen, nip)

    assert "Dr. Maria Demetria Seran, M.Si." in jawaban.content.decode()
    assert "no-store" in jawaban["Cache-Control"]
    assert not PercobaanPeriksa.objects.filter(jumlah__gt=0).exists()


def test_lima_kali_salah_lalu_nip_benar_pun_ditolak_sampai_jam_berikut(dokumen):
    with time_machine.travel("2026-11-24T02:10:00Z", tick=False):
        for _ in range(5):
            salah = periksa(dokumen, "199001012015032009")
        terkunci = periksa(dokumen, NIP)
    with time_machine.travel("2026-11-24T03:00:00Z", tick=False):
        lagi = periksa(dokumen, NIP)

    assert "tidak cocok" in salah.content.decode()
    assert "Terlalu banyak" in terkunci.content.decode()
    assert "Demetria" not in terkunci.content.decode()
    assert "Demetria" in lagi.content.decode()


def test_nip_tidak_18_angka_tidak_menghabiskan_percobaan(dokumen):
    jawaban = [periksa(dokumen, nip) for nip in ("", "2001", f"{NIP}x")]

    assert "18 angka" in jawaban[1].content.decode()
    assert "18 angka" in jawaban[2].content.decode()
    assert all(j.status_code == 200 for j in jawaban)
    assert not PercobaanPeriksa.objects.filter(jumlah__gt=0).exists()


def test_dicabut_tampil_dengan_golongan_alasan(dokumen):
    DokumenTerbit.objects.update(
        status="DICABUT",
        alasan_dicabut="Peserta tidak berhak",
        dicabut_pada="2026-11-20T00:00:00Z",
    )

    isi = periksa(dokumen).content.decode()
    bernama = periksa(dokumen, NIP).content.decode()

    assert "sudah dicabut" in isi
    assert "Peserta tidak berhak" in isi
    assert "20 November 2026" in isi
    assert "Sertifikat ini sah" not in isi
    assert "Demetria" in bernama


@pytest.mark.parametrize("kode", ["A" * 26, "bukan-kode", "%00", "x" * 300])
def test_tidak_ada_404_dengan_kalimat(dokumen, kode):
    jawaban = Client().get(f"/v/{kode}")

    assert jawaban.status_code == 404
    assert "Sertifikat tidak ditemukan" in jawaban.content.decode()


def test_ketik_kode_bertanda_hubung_menuju_halamannya(dokumen):
    diketik = tulis_kode(dokumen.kode).lower()

    jawaban = Client().get(reverse("dasar:dokumen-cari"), {"kode": f" {diketik} "})

    assert jawaban["Location"] == dokumen.get_absolute_url()
    assert baca_kode(diketik) == dokumen.kode


def test_ketik_kode_pendek_diberi_tahu():
    jawaban = Client().get(reverse("dasar:dokumen-cari"), {"kode": "ABC"})

    assert "26 huruf dan angka" in jawaban.content.decode()


def test_enam_puluh_per_menit_lalu_429_sopan(dokumen):
    with time_machine.travel("2026-11-24T02:10:00Z", tick=False):
        status = [periksa(dokumen).status_code for _ in range(61)]

    assert (status[59], status[60]) == (200, 429)


@pytest.mark.parametrize(
    ("nama", "samar"), [("Yusuf", "Y…"), ("Ana Bria", "Ana B…"), ("M. Nai", "M. N…")]
)
def test_nama_samar(dokumen, nama, samar):
    dokumen.keterangan = {"nama_polos": nama}
    dokumen.save()

    assert f"<dd>{samar}</dd>" in periksa(dokumen).content.decode()


@pytest.mark.parametrize(
    ("sampai", "sah"), [("2026-11-23", False), ("2026-11-24", True), (None, True)]
)
def test_masa_berlaku_yang_habis_tidak_disebut_sah(dokumen, sampai, sah):
    DokumenTerbit.objects.update(berlaku_sampai=sampai)

    with time_machine.travel("2026-11-24T02:10:00Z", tick=False):
        isi = periksa(dokumen).content.decode()

    assert ("Sertifikat ini sah" in isi) is sah
    assert ("sudah habis" in isi) is not sah
    assert ("<title>Sertifikat sah" in isi) is sah
