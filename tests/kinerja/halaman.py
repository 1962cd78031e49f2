"""Which pages are timed, as whom, against which bare view."""

import math

from django.db import connection
from django.test import Client
from django.urls import reverse

from pegawai.dasar.alat.halaman import tulis_kursor
from pegawai.dasar.models import Pengguna
from pegawai.models import CapaianKompetensi, Pegawai
from tests.kinerja.peladen import dua_peladen
from tests.kinerja.ukur import Tugas, baris, ukur


def _masuk(nama: str) -> Client:
    klien = Client()
    klien.force_login(Pengguna.objects.get(nama_akun=nama))
    return klien


def daftar_halaman(n: int) -> list[Tugas]:
    """Pages of the table in KINERJA, each with its limit and goal."""
    analis, pengelola, asn = (_masuk(x) for x in ("analis", "pengelola-opd", "asn"))
    tengah = Pegawai.objects.order_by("nama_urut", "pk")[n // 2]
    nama = tengah.nama.split()[0]
    salah = nama[:-2] + nama[-1] + nama[-2]  # its last two letters swapped
    api = "/api/v1/pegawai/"
    nilai = CapaianKompetensi.objects.filter(pegawai__pengguna__nama_akun="asn")
    uid = nilai.select_related("pegawai").first().pegawai.uid
    daftar = reverse("pegawai:pegawai-daftar")
    sesudah = f"{daftar}?sesudah={tulis_kursor([tengah.nama_urut, tengah.pk])}"
    rinci = reverse("pegawai:pegawai-rinci", kwargs={"uid": uid})
    satu = f"/satu?uid={uid}"
    lain = [
        ("beranda (ASN)", asn, "beranda"),
        ("beranda (analis)", analis, "beranda"),
        ("program (analis)", analis, "penilaian:program-daftar"),
        ("mitra (analis)", analis, "kemitraan:mitra-daftar"),
    ]
    return [
        Tugas("daftar pegawai, sekota", analis, daftar, "/daftar", 3),
        Tugas("daftar pegawai, satu OPD", pengelola, daftar, "/daftar", 3),
        Tugas("daftar pegawai, tengah", analis, sesudah, "/daftar", 3),
        Tugas("cari nama", analis, f"{daftar}?cari={nama}", f"/cari?q={nama}", 3),
        Tugas(
            "cari salah ketik", analis, f"{daftar}?cari={salah}", f"/cari?q={nama}", 3
        ),
        Tugas(
            "cari dua huruf", analis, f"{daftar}?cari={nama[:2]}", f"/cari?q={nama}", 3
        ),
        Tugas(
            "cari semua", analis, f"{reverse('cari')}?q={salah}", f"/cari?q={nama}", 3
        ),
        Tugas(
            "cari lewat API", analis, f"{api}?cari={salah}", f"/cari?q={nama}", math.inf
        ),
        Tugas("cari NIP", analis, f"{daftar}?cari={tengah.nip}", f"/cari?q={nama}", 3),
        Tugas("satu pegawai", analis, rinci, satu, 5),
        Tugas(
            "profil kompetensi (ASN)",
            asn,
            reverse("penilaian:profil"),
            f"/capaian?uid={uid}",
            5,
        ),
        Tugas(
            "katalog pelatihan (ASN)",
            asn,
            reverse("pelatihan:katalog-daftar"),
            "/daftar",
            math.inf,  # no goal but the number of queries
        ),
        *(Tugas(n_, klien, reverse(url), satu, 5) for n_, klien, url in lain),
    ]


def ukur_halaman(n: int) -> tuple[list[str], list[str]]:
    """Rows of the table; sentences on depth and on the worker's peak memory."""
    daftar = daftar_halaman(n)
    connection.close()  # the servers read what this process has committed
    with dua_peladen() as (produk, batas):
        hasil = {t: ukur(t, produk, batas) for t in daftar}
        puncak = produk.puncak_mib()
    p50 = {t.nama: h.p50 for t, h in hasil.items()}
    dalam = p50["daftar pegawai, tengah"] / p50["daftar pegawai, sekota"]
    kalimat = [
        f"halaman di tengah daftar: {dalam:.2f}x halaman pertama (sasaran <= 1.2x)",
        f"memori pekerja web: {puncak} MiB (sasaran <= 150)",
    ]
    return [baris(t, n, h) for t, h in hasil.items()], kalimat
