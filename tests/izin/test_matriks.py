"""Every URL x method x role answers as matriks.csv says, and refusals change nothing."""

import csv
import importlib
import uuid
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern

from tests.izin.dunia import PELAKU, buat_dunia

DI_SINI = Path(__file__).parent
DITOLAK = {302, 401, 403, 404, 405}
# URLs of which nothing is out of anybody's scope, or that name no object of a unit.
TANPA_LUAR = {
    "account_reset_password_from_key",
    "account_confirm_email",
}
TANPA_BARIS: set[str] = set()


def muat_matriks():
    with (DI_SINI / "matriks.csv").open(encoding="utf-8") as berkas:
        return [b for b in csv.DictReader(berkas) if not b["url"].startswith("#")]


def muat_objek():
    objek, siapkan = {}, []
    for berkas in sorted(DI_SINI.glob("objek_*.py")):
        modul = importlib.import_module(f"tests.izin.{berkas.stem}")
        objek |= modul.OBJEK
        siapkan += modul.SIAPKAN
    return objek, siapkan


def semua_url(pola=None, ruang="", warisan=frozenset()):
    """Name -> argument names of every URL pattern of the project."""
    hasil = {}
    for butir in pola if pola is not None else get_resolver().url_patterns:
        argumen = warisan | set(butir.pattern.converters)
        argumen |= set(butir.pattern.regex.groupindex)
        if isinstance(butir, URLPattern):
            assert butir.name, f"URL tanpa nama: {butir.pattern}"
            hasil[ruang + butir.name] = argumen
        else:
            baru = f"{ruang}{butir.namespace}:" if butir.namespace else ruang
            hasil |= semua_url(butir.url_patterns, baru, argumen)
    return hasil


MATRIKS = muat_matriks()
OBJEK, SIAPKAN = muat_objek()
PER_URL = defaultdict(list)
for _baris in MATRIKS:
    PER_URL[_baris["url"]].append(_baris)


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


@pytest.fixture(scope="module")
def dunia_bersama(django_db_setup, django_db_blocker):
    """The world, built once; each test's own savepoint takes back what it changed."""
    with django_db_blocker.unblock(), transaction.atomic():
        dunia = buat_dunia()
        for siapkan in SIAPKAN:
            siapkan(dunia)
        dunia.sesi = {}
        for pelaku in PELAKU[1:]:
            masuk = Client()
            masuk.force_login(dunia.akun[pelaku])
            dunia.sesi[pelaku] = masuk.session.session_key
        yield dunia
        transaction.set_rollback(True)


@pytest.mark.parametrize("url", sorted(PER_URL))
def test_matriks(dunia_bersama, url, settings):
    settings.WAJIB_FAKTOR_KEDUA = False
    dunia = SimpleNamespace(**vars(dunia_bersama))  # what OBJEK adds dies with the test
    salah = []

    for baris in PER_URL[url]:
        alamat = _alamat(baris, dunia)
        for pelaku in PELAKU:
            kode = _coba(baris, alamat, _klien(dunia, pelaku))
            if str(kode) not in baris[pelaku].split("|"):
                salah.append(
                    f"{baris['metode']} {alamat} {baris['letak']} sebagai {pelaku}: "
                    f"{kode}, seharusnya {baris[pelaku]}"
                )

    assert salah == []


def _alamat(baris, dunia):
    url, letak = baris["url"], baris["letak"]
    if letak == "tiada":
        asal = OBJEK.get((url, "dalam")) or OBJEK[(url, "sendiri")]
        kwargs = {k: _acak(v) for k, v in asal(dunia).items()}
    else:
        kwargs = OBJEK[(url, letak)](dunia) if (url, letak) in OBJEK else {}
    try:
        return reverse(url, kwargs=kwargs)
    except NoReverseMatch:
        pytest.fail(f"{url} {letak}: tambahkan OBJEK[({url!r}, {letak!r})]")


def _acak(nilai):
    try:
        uuid.UUID(str(nilai))
    except ValueError:
        return nilai
    return uuid.uuid4()


def _klien(dunia, pelaku):
    """A browser of this principal: the session of the world, unless a call ended it."""
    client = Client(raise_request_exception=True)
    if pelaku == "tamu":
        return client
    kunci = dunia.sesi[pelaku]
    if Session.objects.filter(session_key=kunci).exists():
        client.cookies[settings.SESSION_COOKIE_NAME] = kunci
    else:
        client.force_login(dunia.akun[pelaku])
    return client


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
