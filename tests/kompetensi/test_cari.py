"""Search of people: fenced on every way to it, as forgiving on each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pegawai.queries import kata
from tests.pabrik.pegawai import PegawaiFactory

JALAN = [
    ("pegawai:pegawai-daftar", "cari", 200),
    ("cari", "q", 200),
    ("/api/v1/pegawai/", "cari", 400),
]


def buka(client, jalan, parameter, dicari):
    alamat = jalan if jalan.startswith("/") else reverse(jalan)
    return client.get(alamat, {parameter: dicari})


@pytest.mark.parametrize(("jalan", "parameter", "status"), JALAN)
def test_cari_yang_terlalu_lama_dijawab_kalimat(
    client, analis, monkeypatch, jalan, parameter, status
):
    PegawaiFactory(nama="Yohanis Manu")
    monkeypatch.setattr(kata, "MEMUAT", "SELECT pg_sleep(5), %(kata)s::text[]")
    client.force_login(analis)

    jawaban = buka(client, jalan, parameter, "yohanis")

    assert jawaban.status_code == status
    assert "terlalu luas" in jawaban.text


@pytest.mark.parametrize(("jalan", "parameter", "status"), JALAN)
@pytest.mark.parametrize("dicari", ["yohanis", "yohannis", "nis man"])
def test_cari_memaafkan_salah_ketik(client, analis, jalan, parameter, status, dicari):
    PegawaiFactory(nama="Yohanis Manu")
    PegawaiFactory(nama="Maria Seran")
    client.force_login(analis)

    jawaban = buka(client, jalan, parameter, dicari)

    assert jawaban.status_code == 200
    assert "Yohanis Manu" in jawaban.text
    assert "Maria Seran" not in jawaban.text


@pytest.mark.parametrize(("jalan", "parameter", "status"), JALAN)
def test_cari_kata_yang_dipunyai_banyak_nama(
    client, analis, monkeypatch, jalan, parameter, status
):
    monkeypatch.setattr(kata, "MEMUAT_TERBANYAK", 1)
    for nama in ("Lani Tallo", "Lano Sesa", "Maria Seran"):
        PegawaiFactory(nama=nama)
    client.force_login(analis)

    isi = buka(client, jalan, parameter, "lan").text

    assert isi.index("Lani Tallo") < isi.index("Lano Sesa")
    assert "Maria Seran" not in isi


@pytest.mark.parametrize("dicari", ["yohanis", "yohannis", "qwrtzp", "12345678"])
def test_cari_dari_daftar_paling_banyak_dua_belas_kueri(client, analis, dicari):
    for n in range(55):
        PegawaiFactory(nama=f"Yohanis {n}")
    client.force_login(analis)

    with CaptureQueriesContext(connection) as kueri:
        buka(client, "pegawai:pegawai-daftar", "cari", dicari)

    # Outside a test's transaction a page has no savepoint, and the fence goes with each
    # statement (tests/pegawai/dasar/alat/test_batas.py).
    dalam_uji = ("SAVEPOINT", "RELEASE", "SET LOCAL statement_timeout")
    dikirim = [k["sql"] for k in kueri if not k["sql"].startswith(dalam_uji)]
    assert len(dikirim) <= 12
