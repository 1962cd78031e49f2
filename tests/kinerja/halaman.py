"""Which pages are timed, as whom, against which bare view."""

from django.test import Client
from django.urls import reverse

from pegawai.dasar.alat.halaman import tulis_kursor
from pegawai.dasar.models import Pengguna
from pegawai.models import CapaianKompetensi, Pegawai
from tests.kinerja.ukur import baris, ukur, ukur_batas


def _masuk(nama: str) -> Client:
    klien = Client()
    klien.force_login(Pengguna.objects.get(nama_akun=nama))
    return klien


def ukur_halaman(n: int) -> list[str]:
    """Rows of the table."""
    analis, pengelola, asn = (_masuk(x) for x in ("analis", "pengelola-opd", "asn"))
    urut = Pegawai.objects.order_by("nama_urut", "pk")
    tengah = urut[n // 2]
    nama = tengah.nama.split()[0]
    nilai = CapaianKompetensi.objects.filter(pegawai__pengguna__nama_akun="asn")
    uid = nilai.select_related("pegawai").first().pegawai.uid
    daftar = reverse("pegawai:pegawai-daftar")
    kursor = tulis_kursor([tengah.nama_urut, tengah.pk])
    batas = {
        "daftar": ukur_batas("/daftar"),
        "cari": ukur_batas(f"/cari?q={nama}"),
        "satu": ukur_batas(f"/satu?uid={uid}"),
        "capaian": ukur_batas(f"/capaian?uid={uid}"),
    }
    rinci = reverse("pegawai:pegawai-rinci", kwargs={"uid": uid})
    halaman = [
        ("daftar pegawai, sekota", analis, daftar, "daftar", 3),
        ("daftar pegawai, satu OPD", pengelola, daftar, "daftar", 3),
        ("daftar pegawai, tengah", analis, f"{daftar}?sesudah={kursor}", "daftar", 3),
        ("cari nama", analis, f"{daftar}?cari={nama}", "cari", 3),
        ("cari NIP", analis, f"{daftar}?cari={tengah.nip}", "cari", 3),
        ("satu pegawai", analis, rinci, "satu", 5),
        ("profil kompetensi (ASN)", asn, reverse("penilaian:profil"), "capaian", 5),
        (
            "katalog pelatihan (ASN)",
            asn,
            reverse("pelatihan:katalog-daftar"),
            "satu",
            5,
        ),
        ("beranda (ASN)", asn, reverse("beranda"), "satu", 5),
        ("beranda (analis)", analis, reverse("beranda"), "satu", 5),
        ("program (analis)", analis, reverse("penilaian:program-daftar"), "satu", 5),
        ("mitra (analis)", analis, reverse("kemitraan:mitra-daftar"), "satu", 5),
    ]
    return [
        baris(nama, n, ukur(klien, url), batas[kunci], sasaran)
        for nama, klien, url, kunci, sasaran in halaman
    ]
