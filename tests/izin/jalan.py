"""The matrix as data: its rows, their addresses, and a browser of each principal."""

import csv
import importlib
import uuid
from collections import defaultdict
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from django.urls.resolvers import URLPattern

DI_SINI = Path(__file__).parent


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


def alamat(baris, dunia):
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


def klien(dunia, pelaku):
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
