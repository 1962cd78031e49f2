import random
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from kompetensi.perantara import BerlakukanHari, SekaliKirim
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models import KunciKirim, Pemberitahuan
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.services.kedudukan import ubah_kedudukan
from tests.pabrik.pegawai import PegawaiFactory, PenggunaFactory
from tests.serentak import serentak


class _Pesan:
    def add(self, *args, **kwargs):
        """Messages are not looked at here."""


def kirim(pengguna, kunci, jawaban):
    permintaan = RequestFactory().post("/uji/", {"kunci_kirim": kunci})
    permintaan.user, permintaan._messages = pengguna, _Pesan()

    def view(request):
        kabari(kunci=str(uuid.uuid4()), penerima=pengguna, judul="x", isi="x")
        return jawaban

    perantara = SekaliKirim(lambda r: HttpResponse())
    hasil = perantara.process_view(permintaan, view, (), {})
    return view(permintaan) if hasil is None else hasil


def test_isian_dikirim_dua_kali_dikerjakan_sekali():
    pengguna, kunci = PenggunaFactory(), str(uuid.uuid4())

    kirim(pengguna, kunci, HttpResponseRedirect("/hasil/1/"))
    kedua = kirim(pengguna, kunci, HttpResponseRedirect("/hasil/2/"))

    assert kedua["Location"] == "/hasil/1/"
    assert Pemberitahuan.objects.count() == 1


def test_isian_yang_ditolak_dapat_dikirim_lagi_dengan_kunci_sama():
    pengguna, kunci = PenggunaFactory(), str(uuid.uuid4())

    kirim(pengguna, kunci, HttpResponse("ada galat"))
    kedua = kirim(pengguna, kunci, HttpResponseRedirect("/hasil/2/"))

    assert kedua["Location"] == "/hasil/2/"
    assert Pemberitahuan.objects.count() == 1


def test_kunci_orang_lain_tidak_membuka_jawabannya():
    kunci = str(uuid.uuid4())
    kirim(PenggunaFactory(), kunci, HttpResponseRedirect("/rahasia/"))

    lain = kirim(PenggunaFactory(), kunci, HttpResponseRedirect("/punyaku/"))

    assert lain["Location"] == "/"
    assert KunciKirim.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("berkunci", "baris"), [(True, 1), (False, 50)])
def test_lima_puluh_kiriman_serentak_satu_baris(berkunci, baris):
    """KEAMANAN B.5 row 3; without the key (CONTROL) each makes its row."""
    pengguna, kunci = PenggunaFactory(), str(uuid.uuid4()) if berkunci else ""
    jawaban = HttpResponseRedirect("/hasil/")

    hasil = serentak(lambda _: kirim(pengguna, kunci, jawaban), range(50))

    assert {h["Location"] for h in hasil} == {"/hasil/"}
    assert Pemberitahuan.objects.count() == baris


@pytest.mark.parametrize("berkunci", [True, False])
def test_jawaban_hilang_dikirim_lagi_tidak_menggandakan(berkunci):
    """One answer in ten is lost after the commit, and its sender tries again."""
    pengguna, acak, kiriman = PenggunaFactory(), random.Random(3), 0
    for _ in range(200):
        kunci = str(uuid.uuid4()) if berkunci else ""
        for _ in range(2 if acak.random() < 0.1 else 1):
            kirim(pengguna, kunci, HttpResponseRedirect("/hasil/"))
            kiriman += 1

    assert kiriman > 210
    assert Pemberitahuan.objects.count() == (200 if berkunci else kiriman)


@pytest.mark.parametrize("jalur", ["/", "/sehat/hidup", "/akun/login/", "/tidak-ada"])
def test_kepala_aman_di_setiap_jawaban(client, jalur):
    jawaban = client.get(jalur)

    assert "default-src 'none'" in jawaban["Content-Security-Policy"]
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Referrer-Policy"] == "same-origin"
    assert jawaban["Cross-Origin-Opener-Policy"] == "same-origin"
    assert jawaban["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=(self)" in jawaban["Permissions-Policy"]


def test_permintaan_pertama_hari_itu_memberlakukan_yang_menunggu(settings, analis):
    settings.BERLAKUKAN_DI_PERMINTAAN = True
    pegawai = PegawaiFactory()
    perantara = BerlakukanHari(lambda r: HttpResponse())
    besok = hari_ini() + timedelta(days=1)
    ubah_kedudukan(
        pegawai=pegawai, kedudukan_hukum="PENSIUN", tmt=besok, nomor_sk="1", oleh=analis
    )

    perantara(RequestFactory().get("/"))
    pegawai.refresh_from_db()
    sebelum = pegawai.aktif
    with time_machine.travel(f"{besok} 00:00+08:00"):
        perantara(RequestFactory().get("/"))

    pegawai.refresh_from_db()
    assert (sebelum, pegawai.aktif) == (True, False)
