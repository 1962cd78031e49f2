"""Take everything along as JSON or PDF."""

import json
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from kompetensi.data_saya.services import minta_unduhan
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.models import Pekerjaan, Pemberitahuan, Pengguna
from pegawai.dasar.queries.pekerjaan import unduhan_terlihat
from pegawai.dasar.services.pekerjaan import jalankan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import JejakLihat, Pegawai, SaringanTersimpan
from pegawai.services.jejak import catat_lihat
from tests.pabrik.pegawai import (
    CapaianKompetensiFactory,
    NomorPegawaiFactory,
    PegawaiFactory,
    RiwayatJabatanFactory,
)
from tests.pabrik.perbaikan import PerbaikanFactory

BAGIAN = [
    "identitas", "kepegawaian", "pendidikan", "atasan", "nomor", "riwayat_jabatan",
    "riwayat_golongan", "riwayat_pendidikan", "riwayat_kedudukan", "jam_pelajaran",
    "pendaftaran", "sertifikat", "hasil_penilaian", "capaian_kompetensi",
    "rencana_pengembangan", "penugasan", "magang", "akun", "peran", "token", "agenda",
    "permintaan_perbaikan", "siapa_melihat", "usul_peran",
    "keanggotaan_penyelenggara", "saringan_tersimpan", "pekerjaan", "pemberitahuan",
]  # fmt: skip


def unduh(pegawai, bentuk):
    pekerjaan = minta_unduhan(bentuk=bentuk, oleh=pegawai.pengguna)
    jalankan(pk=pekerjaan.pk)
    pekerjaan.refresh_from_db()
    assert pekerjaan.galat == ""
    with pekerjaan.berkas.open("rb") as berkas:
        return pekerjaan, berkas.read()


def test_unduh_json_memuat_semua_bagian_dan_semua_baris(referensi, analis):
    pegawai = PegawaiFactory(nama="Yublina Nale")
    for n in range(12):
        NomorPegawaiFactory(pegawai=pegawai, nomor=f"19900101202012{n:04d}")
    RiwayatJabatanFactory(pegawai=pegawai, tmt=date(2021, 1, 1))
    CapaianKompetensiFactory(pegawai=pegawai, level="2.5")
    PerbaikanFactory(pegawai=pegawai)
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.LEMBAR, oleh=analis)

    _, isi = unduh(pegawai, "json")

    data = json.loads(isi)
    bagian = data["bagian"]
    assert list(bagian) == BAGIAN
    assert data["subjek"] == {"nip": pegawai.nip, "nama": "Yublina Nale"}
    assert len(bagian["nomor"]["daftar"]) == 12
    assert bagian["riwayat_jabatan"]["daftar"][0]["tmt"] == "2021-01-01"
    assert bagian["capaian_kompetensi"]["daftar"][0]["level"] == 2.5
    assert bagian["identitas"]["data"]["tanggal_lahir"]["nilai"] == "1990-01-01"
    assert bagian["siapa_melihat"]["daftar"][0]["siapa"] == str(analis)
    assert set(bagian["akun"]["kamus"]) == set(bagian["akun"]["data"])


def test_unduh_json_tidak_memuat_orang_lain(referensi):
    PerbaikanFactory(pegawai__nama="Orang Lain", nilai_baru="Rahasia")

    _, isi = unduh(PegawaiFactory(), "json")

    assert b"Orang Lain" not in isi
    assert b"Rahasia" not in isi


def test_unduh_pdf_tercetak(referensi, analis):
    pegawai = PegawaiFactory()
    NomorPegawaiFactory(pegawai=pegawai)

    pekerjaan, isi = unduh(pegawai, "pdf")

    assert isi.startswith(b"%PDF-")
    assert pekerjaan.nama_berkas.startswith(f"data-saya-{pegawai.nip}-")
    assert Pemberitahuan.objects.filter(penerima=pegawai.pengguna).count() == 1


def test_minta_unduhan_dua_kali_satu_pekerjaan(referensi):
    pegawai = PegawaiFactory()

    pertama = minta_unduhan(bentuk="json", oleh=pegawai.pengguna)
    kedua = minta_unduhan(bentuk="json", oleh=pegawai.pengguna)

    assert pertama == kedua
    assert Pekerjaan.objects.count() == 1


@pytest.mark.parametrize(
    ("bentuk", "pegawai", "kode"),
    [("exe", True, "bentuk_asing"), ("json", False, "bukan_pegawai")],
)
def test_minta_unduhan_ditolak(orang_lain, bentuk, pegawai, kode):
    oleh = PegawaiFactory().pengguna if pegawai else orang_lain

    with pytest.raises(AturanDilanggar) as galat:
        minta_unduhan(bentuk=bentuk, oleh=oleh)

    assert galat.value.kode == kode


def test_unduhan_habis_setelah_tujuh_hari_dan_hanya_milik_sendiri(referensi, analis):
    pegawai = PegawaiFactory()
    with time_machine.travel(datetime(2026, 11, 24, tzinfo=UTC), tick=False):
        pekerjaan, _ = unduh(pegawai, "json")
        kini = timezone.now()

    saat = [timedelta(days=7, seconds=-1), timedelta(days=7)]
    ada = [
        pekerjaan in unduhan_terlihat(pegawai.pengguna, sekarang=kini + s) for s in saat
    ]
    assert ada == [True, False]
    assert not unduhan_terlihat(analis, sekarang=kini).exists()


def test_halaman_unduh_menuju_pekerjaan(client, referensi):
    pegawai = PegawaiFactory()
    client.force_login(pegawai.pengguna)

    isian = {"bentuk": "pdf", "kunci_kirim": str(uuid.uuid4())}
    jawaban = client.post(reverse("data-saya-unduh"), isian)

    assert jawaban["Location"] == Pekerjaan.objects.get().get_absolute_url()


# Relation to a person or account -> block of the file. Whoever adds a model with such a
# relation says here where it goes, or below why it stays out.
TERMASUK = {
    "dasar.Pekerjaan.pemilik": "pekerjaan",
    "dasar.Pemberitahuan.penerima": "pemberitahuan",
    "dasar.TokenApi.pengguna": "token",
    "kemitraan.Penempatan.pegawai": "magang",
    "kemitraan.Penempatan.pembimbing": "magang",
    "pegawai.Agenda.pegawai": "agenda",
    "pegawai.CapaianKompetensi.pegawai": "capaian_kompetensi",
    "pegawai.JejakLihat.pegawai": "siapa_melihat",
    "pegawai.NomorPegawai.pegawai": "nomor",
    "pegawai.Pegawai.atasan": "atasan",
    "pegawai.Pegawai.pengguna": "akun",
    "pegawai.PemberianPeran.pengguna": "peran",
    "pegawai.PermintaanPerbaikan.pegawai": "permintaan_perbaikan",
    "pegawai.RiwayatGolongan.pegawai": "riwayat_golongan",
    "pegawai.RiwayatJabatan.pegawai": "riwayat_jabatan",
    "pegawai.RiwayatKedudukan.pegawai": "riwayat_kedudukan",
    "pegawai.RiwayatPendidikan.pegawai": "riwayat_pendidikan",
    "pegawai.SaringanTersimpan.pengguna": "saringan_tersimpan",
    "pegawai.UsulPeran.pengguna": "usul_peran",
    "pelatihan.AnggotaPenyelenggara.pengguna": "keanggotaan_penyelenggara",
    "pelatihan.Peserta.pegawai": "pendaftaran",
    "pelatihan.RiwayatPengembangan.pegawai": "jam_pelajaran",
    "penilaian.Penilaian.pegawai": "hasil_penilaian",
    "penilaian.Penugasan.pegawai": "penugasan",
    "penilaian.RencanaPengembangan.pegawai": "rencana_pengembangan",
}
TIDAK_TERMASUK = {
    "account.EmailAddress.user": "alamat sama dengan akun",
    "dasar.KodeMasuk.pengguna": "rahasia (F6)",
    "dasar.KunciKirim.pengguna": "teknis, dibuang",
    "kemitraan.PenggunaMitra.pengguna": "akun mitra, bukan pegawai",
    "kemitraan.Perjanjian.pic_kota": "isi perjanjian",
    "kemitraan.PermintaanData.pengguna": "akun mitra; salinannya sendiri (/mitra/permintaan/)",
    "kemitraan.PesertaMagang.pengguna": "mahasiswa, bukan pegawai",
    "mfa.Authenticator.user": "rahasia (F6)",
    "pegawai.BarisImpor.pegawai": "isi berkas impor; hasilnya ada pada data pegawai",
    "pegawai.JejakLihat.pengguna": "data orang yang dilihat",
    "penilaian.Penilaian.asesor": "nama penilai tidak disertakan (UU PDP 33)",
    "penilaian.PenugasanAsesor.asesor": "data orang yang dinilai",
    "penilaian.PenugasanAsesor.pegawai": "nama penilai tidak disertakan (UU PDP 33)",
    "pghistory.MiddlewareEvents.user": "bukan tabel",
    "usersessions.UserSession.user": "tampil pada halaman sesi, hilang bersama sesi",
}


def _hubungan():
    """Every relation to a person or account, but for "by whom" of an act on others."""
    for model in apps.get_models():
        if hasattr(model, "pgh_id"):
            continue  # history of a table; its origins stand beside the values
        for medan in model._meta.get_fields():
            if (
                medan.concrete
                and medan.related_model in (Pegawai, Pengguna)
                and not medan.name.endswith("oleh")
            ):
                yield f"{model._meta.label}.{medan.name}"


def test_setiap_tabel_tentang_orang_diunduh_atau_disebut_mengapa_tidak(referensi):
    hubungan = set(_hubungan())
    _, isi = unduh(PegawaiFactory(), "json")

    assert hubungan - TERMASUK.keys() - TIDAK_TERMASUK.keys() == set()
    assert TERMASUK.keys() - hubungan == set()  # nothing that is gone
    assert set(TERMASUK.values()) <= set(json.loads(isi)["bagian"])


def test_unduh_json_memuat_isi_pemberitahuan_dan_saringan(referensi):
    pegawai, lain = PegawaiFactory(), PegawaiFactory()
    for satu in (pegawai, lain):
        kabari(
            kunci=f"uji:{satu.pk}",
            penerima=satu.pengguna,
            judul="Rapat",
            isi=f"Untuk {satu.nip}",
        )
    SaringanTersimpan.objects.create(
        pengguna=pegawai.pengguna, nama="Guru", kueri="jenis=PNS"
    )

    _, isi = unduh(pegawai, "json")

    bagian = json.loads(isi)["bagian"]
    assert [p["isi"] for p in bagian["pemberitahuan"]["daftar"]] == [
        f"Untuk {pegawai.nip}"
    ]
    assert bagian["saringan_tersimpan"]["daftar"][0]["kueri"] == "jenis=PNS"
