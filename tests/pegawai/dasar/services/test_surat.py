import socket
from datetime import UTC, datetime, timedelta
from smtplib import SMTPRecipientsRefused
from threading import Barrier, Thread

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from django.db import connection

from pegawai.dasar.models import Pemberitahuan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.dasar.services.surat import (
    PERCOBAAN_TERBANYAK,
    ambil_surat,
    kirim_satu_surat,
    kirim_semua,
)
from tests.pabrik.pegawai import PenggunaFactory

SEKARANG = datetime(2027, 3, 1, 1, 0, tzinfo=UTC)
MENIT = timedelta(minutes=1)


def _kabar(penerima, ke=1, judul="Rencana disetujui", isi="Isi kabar."):
    kabari(
        kunci=f"uji:{penerima.pk}:{ke}",
        penerima=penerima,
        judul=judul,
        isi=isi,
        tautan="/rencana/",
    )


def test_kirim_semua_satu_orang_satu_surat():
    penerima, lain = PenggunaFactory(), PenggunaFactory()
    for ke in range(3):
        _kabar(penerima, ke, judul=f"Kabar {ke}")
    _kabar(lain)

    jumlah = kirim_semua(sekarang=SEKARANG)

    assert jumlah == 2
    assert [s.to for s in mail.outbox] == [[penerima.surel], [lain.surel]]
    assert mail.outbox[0].subject == "3 pemberitahuan dari Kompetensi ASN"
    assert mail.outbox[1].subject == "Rencana disetujui"
    assert all(f"Kabar {ke}" in mail.outbox[0].body for ke in range(3))
    assert "http://localhost:8000/rencana/" in mail.outbox[0].body
    assert set(Pemberitahuan.objects.values_list("surat", flat=True)) == {"TERKIRIM"}


def test_kirim_semua_dua_kali_hanya_sekali():
    _kabar(PenggunaFactory())
    kirim_semua(sekarang=SEKARANG)

    assert kirim_semua(sekarang=SEKARANG + MENIT) == 0
    assert len(mail.outbox) == 1


def test_kirim_judul_dua_baris_tidak_menyisipkan_kepala():
    _kabar(PenggunaFactory(), judul="Kabar\r\nBcc: lain@contoh.go.id")

    kirim_semua(sekarang=SEKARANG)

    assert mail.outbox[0].subject == "Kabar Bcc: lain@contoh.go.id"
    assert mail.outbox[0].recipients() == mail.outbox[0].to


def test_kirim_nama_bertanda_petik_tidak_diubah():
    _kabar(PenggunaFactory(nama="Ma'u & Tokan"), isi="Nilai < 3.")

    kirim_semua(sekarang=SEKARANG)

    assert "Yth. Ma'u & Tokan," in mail.outbox[0].body
    assert "Nilai < 3." in mail.outbox[0].body


def test_kirim_surel_dihapus_sesudah_dikabari_menjadi_tanpa():
    penerima = PenggunaFactory()
    _kabar(penerima)
    penerima.surel = ""
    penerima.save()

    assert kirim_semua(sekarang=SEKARANG) == 0
    assert penerima.pemberitahuan.get().surat == "TANPA"


def test_ambil_lalu_mati_dikirim_sesudah_sewa_habis():
    penerima = PenggunaFactory()
    _kabar(penerima)
    ambil_surat(sekarang=SEKARANG)  # killed between claim and send

    belum = kirim_semua(sekarang=SEKARANG + 4 * MENIT)
    sudah = kirim_semua(sekarang=SEKARANG + 6 * MENIT)

    assert (belum, sudah) == (0, 1)
    assert penerima.pemberitahuan.get().surat_percobaan == 2


def test_kirim_gagal_menunggu_makin_lama(settings):
    settings.EMAIL_BACKEND = "tests.pegawai.dasar.services.test_surat.PengirimMenolak"
    penerima = PenggunaFactory()
    _kabar(penerima)
    sekarang, jeda = SEKARANG, []

    while (kabar := penerima.pemberitahuan.get()).surat != "GAGAL":
        sekarang = max(sekarang, kabar.surat_berikutnya_pada)
        kirim_satu_surat(sekarang=sekarang)
        kabar.refresh_from_db()
        jeda.append((kabar.surat_berikutnya_pada - sekarang) // MENIT)

    assert jeda[:8] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert len(jeda) == PERCOBAAN_TERBANYAK
    assert timedelta(hours=23) < sekarang - SEKARANG < timedelta(hours=25)
    assert "550" in kabar.surat_galat


def test_kirim_satu_alamat_buruk_tidak_menahan_yang_lain():
    buruk, baik = PenggunaFactory(surel="a\nb@contoh.go.id"), PenggunaFactory()
    _kabar(buruk)
    _kabar(baik)

    kirim_semua(sekarang=SEKARANG)

    assert [s.to for s in mail.outbox] == [[baik.surel]]
    assert buruk.pemberitahuan.get().surat == "MENUNGGU"


class PengirimMenolak:
    """A mail server that refuses every receiver."""

    def __init__(self, **lain):
        pass

    def send_messages(self, daftar):
        raise SMTPRecipientsRefused({"x@contoh.go.id": (550, b"tidak ada")})


class Penampung:
    """What a real SMTP server does with a mail: keep it, or refuse it."""

    def __init__(self, jawaban="250 OK"):
        self.jawaban = jawaban
        self.surat = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.jawaban.startswith("250"):
            self.surat.append((envelope.rcpt_tos, envelope.content.decode()))
        return self.jawaban


def _kandar_bebas():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@pytest.fixture
def server(settings):
    penampung = Penampung()
    pengendali = Controller(penampung, hostname="127.0.0.1", port=_kandar_bebas())
    pengendali.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = pengendali.port
    yield penampung
    pengendali.stop()


def test_kirim_diterima_server_smtp(server):
    penerima = PenggunaFactory()
    _kabar(penerima)

    kirim_semua(sekarang=SEKARANG)

    [(tujuan, isi)] = server.surat
    assert tujuan == [penerima.surel]
    assert "Auto-Submitted: auto-generated" in isi
    assert penerima.pemberitahuan.get().surat == "TERKIRIM"


@pytest.mark.parametrize("jawaban", ["451 coba lagi", "554 ditolak"])
def test_kirim_ditolak_server_dicoba_lagi(server, jawaban):
    server.jawaban = jawaban
    penerima = PenggunaFactory()
    _kabar(penerima)
    kirim_semua(sekarang=SEKARANG)
    tertunda = penerima.pemberitahuan.get()
    server.jawaban = "250 OK"

    kirim_semua(sekarang=SEKARANG + 2 * MENIT)

    assert (tertunda.surat, jawaban[:3] in tertunda.surat_galat) == ("MENUNGGU", True)
    assert len(server.surat) == 1
    assert penerima.pemberitahuan.get().surat == "TERKIRIM"


def test_kirim_server_mati_tidak_ada_yang_hilang(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    penerima = PenggunaFactory()
    _kabar(penerima)

    assert kirim_semua(sekarang=SEKARANG) == 0
    assert penerima.pemberitahuan.get().surat == "MENUNGGU"


@pytest.mark.django_db(transaction=True)
def test_kirim_delapan_serentak_tiap_orang_satu_surat(server):
    daftar = [PenggunaFactory() for _ in range(20)]
    for penerima in daftar:
        for ke in range(3):
            _kabar(penerima, ke)
    pagar = Barrier(8)

    def kirim():
        pagar.wait()
        kirim_semua(sekarang=SEKARANG)
        connection.close()

    utas = [Thread(target=kirim) for _ in range(8)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    kirim_semua(sekarang=SEKARANG)

    assert sorted(t for tujuan, _ in server.surat for t in tujuan) == sorted(
        p.surel for p in daftar
    )
    assert set(Pemberitahuan.objects.values_list("surat", flat=True)) == {"TERKIRIM"}
