"""Comparing the product with the oracle: by querysets, and over HTTP."""

from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from kompetensi.cari.queries import cari_semua
from pegawai.dasar.models import Pengguna
from pegawai.izin import (
    boleh_melihat_daftar_pegawai,
    boleh_melihat_data_pribadi,
    boleh_melihat_perubahan,
    boleh_melihat_semua_perubahan,
    boleh_membuka_pegawai,
)
from pegawai.queries.atasan import bawahan_terlihat
from pegawai.queries.ekspor import pegawai_diekspor
from pegawai.queries.pegawai import (
    SaringPegawai,
    daftar_pegawai,
    pegawai_terlihat,
    unit_pilihan,
)
from pegawai.queries.peran import peran_berlaku
from pegawai.queries.ringkasan import pegawai_ringkasan
from penilaian.queries.kesenjangan import kesenjangan_terlihat
from penilaian.queries.penilaian import pegawai_berprofil
from penilaian.queries.rencana import rencana_terlihat
from tests.izin import peramal as p
from tests.izin.periksa_berkas import banding as _beda
from tests.izin.periksa_berkas import beda_berkas_http, beda_berkas_kueri


def _pegawai(h, daftar, medan="pk"):
    """Numbers of the people in these rows; anybody of another world is an error."""
    nomor = {o.pk: n for n, o in enumerate(h.orang)}
    if isinstance(daftar, QuerySet):  # keys only: a thousand worlds need no rows
        return {nomor[pk] for pk in daftar.order_by().values_list(medan, flat=True)}
    return {nomor[getattr(baris, medan)] for baris in daftar}


def _ringkasan(h, akun):
    """Whose summary this account opens, and whose superior it may see there."""
    dapat = {k: pegawai_ringkasan(akun, o.uid) for k, o in enumerate(h.orang)}
    dapat = {k: r for k, r in dapat.items() if r is not None}
    return set(dapat), {k for k, r in dapat.items() if r.atasan_terlihat}


def beda_kueri(d, h):
    """Every difference between querysets (and predicates) and the oracle."""
    beda = []
    for n in d.akun:
        akun = Pengguna.objects.get(pk=h.akun[n].pk)
        lihat, profil = p.terlihat(d, n), p.profil(d, n)
        _beda(beda, "peran", n, set(peran_berlaku(akun)), p.peran(d, n))
        _beda(beda, "daftar", n, _pegawai(h, pegawai_terlihat(akun)), lihat)
        buka, atasan = _ringkasan(h, akun)
        _beda(beda, "ringkasan", n, buka, lihat)
        milik = {k for k in lihat if d.orang[k].atasan in lihat}
        _beda(beda, "atasan terlihat", n, atasan, milik)
        _beda(beda, "jumlah", n, pegawai_terlihat(akun).count(), len(lihat))
        _beda(
            beda,
            "boleh daftar",
            n,
            boleh_melihat_daftar_pegawai(akun),
            p.boleh_daftar(d, n),
        )
        _beda(
            beda, "boleh halaman", n, boleh_membuka_pegawai(akun), p.boleh_halaman(d, n)
        )
        _beda(beda, "profil", n, _pegawai(h, pegawai_berprofil(akun)), profil)
        _beda(
            beda,
            "rencana",
            n,
            _pegawai(h, rencana_terlihat(akun), "pegawai_id"),
            profil,
        )
        _beda(
            beda,
            "kesenjangan",
            n,
            _pegawai(h, kesenjangan_terlihat(akun), "pegawai_id"),
            profil,
        )
        if p.boleh_ekspor(d, n):
            diekspor = _pegawai(h, pegawai_diekspor(akun))
            _beda(beda, "ekspor", n, diekspor, p.ekspor(d, n))
        unit = {u.pk: k for k, u in enumerate(h.unit)}
        _beda(
            beda,
            "pilihan unit",
            n,
            {unit[u.pk] for u in unit_pilihan(akun)},
            p.unit_saring(d, n),
        )
        pribadi = {k for k in lihat if boleh_melihat_data_pribadi(akun, h.orang[k])}
        _beda(beda, "data pribadi", n, pribadi, p.pribadi(d, n))
        jejak = {k for k in lihat if boleh_melihat_perubahan(akun, h.orang[k])}
        _beda(beda, "perubahan", n, jejak, p.jejak(d, n))
        penuh = {k for k in lihat if boleh_melihat_semua_perubahan(akun, h.orang[k])}
        _beda(beda, "seluruh jejak", n, penuh, p.jejak_penuh(d, n))
        beda_berkas_kueri(beda, d, h, n, akun)
        if n < 3 or n >= len(d.orang):
            _cari(beda, d, h, n, akun)
    return beda


def _cari(beda, d, h, n, akun):
    """Search by name and by number, in the list and over everything; reports of one."""
    lihat = p.terlihat(d, n)
    semua = daftar_pegawai(akun, SaringPegawai(cari="orang"))
    _beda(beda, "cari nama", n, _pegawai(h, semua), lihat)
    sasaran = (n * 7 + 3) % len(h.orang)
    orang = h.orang[sasaran]
    nomor = daftar_pegawai(akun, SaringPegawai(cari=orang.nip))
    _beda(beda, "cari NIP", n, _pegawai(h, nomor), {sasaran} & lihat)
    hasil = cari_semua(akun, orang.nama)["pegawai"]
    tepat = {sasaran} & lihat if p.boleh_daftar(d, n) else set()
    if tepat or not hasil:
        _beda(beda, "cari semua", n, _pegawai(h, hasil), tepat)
    else:  # the most alike instead, but never one out of sight
        _beda(beda, "cari mirip", n, _pegawai(h, hasil) <= lihat, True)
    bawahan = {k for k, o in enumerate(d.orang) if o.atasan == sasaran}
    _beda(
        beda, "bawahan", n, _pegawai(h, bawahan_terlihat(akun, orang)), bawahan & lihat
    )


def beda_http(d, h, pelihat):
    """The same over HTTP for these accounts: every channel must agree."""
    beda = []
    for n in pelihat:
        client = Client()
        client.force_login(h.akun[n])
        _halaman_daftar(beda, d, h, n, client)
        for k, orang in enumerate(h.orang):
            _halaman_orang(beda, d, h, n, k, orang, client)
        beda_berkas_http(beda, d, h, n, client)
    return beda


def _halaman_daftar(beda, d, h, n, client):
    boleh, lihat = p.boleh_daftar(d, n), p.terlihat(d, n)
    nomor = {str(o.uid): k for k, o in enumerate(h.orang)}
    halaman = client.get(reverse("pegawai:pegawai-daftar"))
    api = client.get(reverse("pegawai:api-pegawai-daftar"))
    kode = 200 if boleh else 403
    _beda(beda, "HTTP daftar", n, halaman.status_code, kode)
    _beda(beda, "HTTP API daftar", n, api.status_code, kode)
    if boleh:
        isi = halaman.content.decode()
        tampil = {k for uid, k in nomor.items() if f"/pegawai/{uid}/" in isi}
        _beda(beda, "HTTP isi daftar", n, tampil, lihat)
        _beda(beda, "HTTP jumlah", n, halaman.context["halaman"].jumlah, len(lihat))
        dari_api = {nomor[b["uid"]] for b in api.json()["hasil"]}
        _beda(beda, "HTTP API isi", n, dari_api, lihat)
        rahasia = {nomor[b["uid"]] for b in api.json()["hasil"] if "surel_dinas" in b}
        _beda(beda, "HTTP API pribadi", n, rahasia, p.pribadi(d, n))
    berkas = client.get(reverse("pegawai:ekspor-csv"))
    boleh_ekspor = p.boleh_ekspor(d, n)
    _beda(beda, "HTTP ekspor", n, berkas.status_code, 200 if boleh_ekspor else 403)
    if boleh_ekspor:
        teks = b"".join(berkas.streaming_content).decode()
        ada = {k for k, o in enumerate(h.orang) if o.nama in teks}
        _beda(beda, "HTTP isi ekspor", n, ada, p.ekspor(d, n))
    cari = client.get(reverse("cari"), {"q": "orang"}).content.decode()
    tampil = {k for uid, k in nomor.items() if f"/pegawai/{uid}/" in cari}
    _beda(beda, "HTTP cari", n, tampil, lihat if boleh else set())


def _halaman_orang(beda, d, h, n, k, orang, client):
    kode = 200 if k in p.terlihat(d, n) else 404
    if not p.boleh_halaman(d, n):
        kode = 403
    for url in ("pegawai-rinci", "pegawai-riwayat", "api-pegawai-rinci"):
        jawaban = client.get(reverse(f"pegawai:{url}", kwargs={"uid": orang.uid}))
        _beda(beda, f"HTTP {url} {k}", n, jawaban.status_code, kode)
        if kode == 200 and url == "pegawai-rinci":
            ada = orang.surel_dinas in jawaban.content.decode()
            _beda(beda, f"HTTP surel {k}", n, ada, k in p.pribadi(d, n))
    perubahan = client.get(
        reverse("pegawai:pegawai-perubahan", kwargs={"uid": orang.uid})
    )
    boleh = kode if kode != 200 or k in p.jejak(d, n) else 403
    _beda(beda, f"HTTP perubahan {k}", n, perubahan.status_code, boleh)
    if boleh == 200:  # nobody of the world made the row: it shows in a whole trail only
        ada = "Data dibuat" in perubahan.content.decode()
        _beda(beda, f"HTTP isi jejak {k}", n, ada, k in p.jejak_penuh(d, n))
    rencana = client.get(reverse("lembar-rencana", kwargs={"uid": orang.uid}))
    lembar = 200 if k in p.profil(d, n) else 404
    lembar = lembar if p.boleh_profil(d, n) else 403
    _beda(beda, f"HTTP lembar rencana {k}", n, rencana.status_code, lembar)
    ada = str(h.rencana[k].uid) in rencana.content.decode()
    _beda(beda, f"HTTP isi rencana {k}", n, ada, lembar == 200)
