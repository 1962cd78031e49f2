"""Every URL x method x role answers as matriks.csv says, and refusals change nothing."""

import uuid
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from tests.izin.dunia import PELAKU
from tests.izin.jalan import MATRIKS, PER_URL, alamat, klien, semua_url

DITOLAK = {302, 401, 403, 404, 405}
# URLs of which nothing is out of anybody's scope, or that name no object of a unit.
TANPA_LUAR = {
    "account_reset_password_from_key",
    "account_confirm_email",
}
TANPA_BARIS: set[str] = set()


def test_setiap_url_punya_baris():
    tanpa = set(semua_url()) - set(PER_URL) - TANPA_BARIS

    assert tanpa == set()


def test_setiap_baris_punya_url():
    assert set(PER_URL) - set(semua_url()) == set()


def test_url_bernomor_punya_baris_dalam_dan_luar():
    kurang = {
        nama
        for nama, argumen in semua_url().items()
        if "uid" in argumen
        and nama not in TANPA_LUAR
        and not (
            {b["letak"] for b in PER_URL[nama]} & {"dalam", "sendiri"}
            and "luar" in {b["letak"] for b in PER_URL[nama]}
        )
    }

    assert kurang == set()


def test_baris_lengkap_dan_tunggal():
    kunci = [(b["url"], b["metode"], b["letak"]) for b in MATRIKS]

    assert len(kunci) == len(set(kunci)), [k for k in kunci if kunci.count(k) > 1]
    for baris in MATRIKS:
        assert all(baris[p] for p in PELAKU), baris


@pytest.mark.parametrize("url", sorted(PER_URL))
def test_matriks(dunia_bersama, url, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    dunia = SimpleNamespace(**vars(dunia_bersama))  # what OBJEK adds dies with the test
    salah = []

    for baris in PER_URL[url]:
        tujuan = alamat(baris, dunia)
        for pelaku in PELAKU:
            kode = _coba(baris, tujuan, klien(dunia, pelaku))
            if str(kode) not in baris[pelaku].split("|"):
                salah.append(
                    f"{baris['metode']} {tujuan} {baris['letak']} sebagai {pelaku}: "
                    f"{kode}, seharusnya {baris[pelaku]}"
                )

    assert salah == []


def _coba(baris, alamat, client):
    """Status of one call; a refused one must leave every table as it was."""
    if baris["metode"] == "GET":
        sebelum = {}
        jawaban = client.get(alamat)
    else:
        sebelum = _jumlah_baris()
        jawaban = client.post(alamat, {"kunci_kirim": str(uuid.uuid4())})
    kode = jawaban.status_code
    if jawaban.streaming:
        list(jawaban.streaming_content)  # closes the file
    ditolak = kode in DITOLAK - {302} or (
        kode == 302 and jawaban["Location"].startswith("/akun/login/")
    )
    if ditolak and baris["metode"] != "GET":
        assert _jumlah_baris() == sebelum, f"{alamat} ditolak {kode} tetapi menulis"
    return kode


def _jumlah_baris():
    tabel = [
        m._meta.db_table
        for label in ("pegawai", "pelatihan", "penilaian", "kemitraan")
        for m in apps.get_app_config(label).get_models()
    ]
    bagian = " UNION ALL ".join(
        f"SELECT '{t}', count(*) FROM {connection.ops.quote_name(t)}" for t in tabel
    )
    with connection.cursor() as kursor:
        kursor.execute(bagian)
        return dict(kursor.fetchall())
