"""Figures of a staff start page, each with its base and the list it opens."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import NoReverseMatch, reverse

from kemitraan.models import Perjanjian
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.queries.aturan import aturan
from pegawai.models import CapaianKompetensi, Jabatan, Pegawai, Peran
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.queries.peran import punya_peran
from pegawai.queries.standar import standar_berlaku
from pelatihan.models import Angkatan
from pelatihan.queries.angkatan import angkatan_terlihat
from pelatihan.queries.riwayat import jp_tahun

HITUNG_AKTIF = ("AKTIF", "TUGAS_BELAJAR")  # KETENTUAN JP-6


@dataclass(frozen=True)
class Angka:
    """A figure with its base."""

    nama: str
    nilai: int
    dasar: str = ""
    nama_url: str = ""
    kueri: str = ""

    @property
    def url(self) -> str:
        """The list it counts."""
        try:
            return reverse(self.nama_url) + self.kueri if self.nama_url else ""
        except NoReverseMatch:
            return ""


def daftar_angka(pengguna: Pengguna) -> list[Angka]:
    """Figures for the roles that manage; empty for the others."""
    if punya_peran(pengguna, Peran.ANALIS, Peran.ADMIN):
        return [*_angka_orang(pegawai_terlihat(pengguna)), *_angka_kota()]
    if punya_peran(pengguna, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD):
        return _angka_orang(pegawai_terlihat(pengguna))
    if punya_peran(pengguna, Peran.PIMPINAN):
        return _angka_orang(Pegawai.objects.all(), tautan=False)
    if punya_peran(pengguna, Peran.PENYELENGGARA):
        return _angka_penyelenggara(pengguna)
    return []


def _angka_orang(orang: QuerySet[Pegawai], *, tautan: bool = True) -> list[Angka]:
    aktif = orang.filter(kedudukan_hukum__in=HITUNG_AKTIF)
    target = aturan("jp_target")["PNS"]
    capaian = CapaianKompetensi.objects.filter(
        pegawai=OuterRef("pk"), berlaku_sampai__gte=hari_ini()
    )
    semua = aktif.count()
    cukup = jp_tahun(aktif, hari_ini().year).filter(jp__gte=target).count()
    dinilai = aktif.filter(Exists(capaian)).count()
    dasar = f"dari {semua:,} ASN".replace(",", ".")
    daftar = "pegawai:pegawai-daftar" if tautan else ""
    return [
        Angka(f"Memenuhi {target} JP", cukup, dasar, daftar),
        Angka("Hasil penilaian berlaku", dinilai, dasar),
    ]


def _angka_kota() -> list[Angka]:
    hari = hari_ini()
    berlaku = standar_berlaku(hari)
    tanpa = (
        Jabatan.objects.filter(aktif=True, pegawai__isnull=False)
        .exclude(Exists(berlaku.filter(jabatan=OuterRef("pk")).order_by()))
        .exclude(Exists(berlaku.filter(jenjang=OuterRef("jenjang")).order_by()))
        .distinct()
        .count()
    )
    berakhir = Perjanjian.objects.filter(
        status="DITANDATANGANI",
        tanggal_berakhir__range=(hari, hari + timedelta(days=90)),
    ).count()
    return [
        Angka("Jabatan tanpa standar", tanpa, "", "pegawai:jabatan-daftar"),
        Angka(
            "Perjanjian akan berakhir",
            berakhir,
            "dalam 90 hari",
            "kemitraan:mitra-daftar",
        ),
    ]


def _angka_penyelenggara(pengguna: Pengguna) -> list[Angka]:
    angkatan = angkatan_terlihat(pengguna)
    hari = hari_ini()
    dibuka = angkatan.filter(status=Angkatan.Status.DIBUKA).count()
    lewat = angkatan.filter(
        tanggal_selesai__lt=hari, status__in=["DIBUKA", "BERJALAN"]
    ).count()
    return [
        Angka("Angkatan dibuka", dibuka, "", "pelatihan:angkatan-daftar"),
        Angka("Selesai, belum ditutup", lewat, "", "pelatihan:angkatan-daftar"),
    ]
