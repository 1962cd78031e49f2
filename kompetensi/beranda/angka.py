"""Figures of a staff start page, each with its base and the list it opens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from kemitraan.models import Perjanjian
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import CapaianKompetensi, Pegawai, Peran, UsulPeran
from pegawai.queries.jabatan import jumlah_tanpa_standar
from pegawai.queries.pegawai import pegawai_terlihat
from pegawai.queries.peran import akar_cakupan, berlaku_sekota, punya_peran
from pegawai.queries.surat import daftar_surat_tertahan
from pelatihan.models import Angkatan
from pelatihan.queries.angkatan import angkatan_terlihat
from pelatihan.queries.riwayat import jp_tahun

HITUNG_AKTIF = ("AKTIF", "TUGAS_BELAJAR")  # KETENTUAN JP-6
# Hours and results of people; KEAMANAN C.3 gives the administrator none of both.
PEMANTAU = (Peran.PENGELOLA_OPD, Peran.KEPALA_OPD, Peran.ANALIS)


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


def perlu_target(pengguna: Pengguna, pegawai: object | None) -> bool:
    """Does this start page show hours: one's own, or those of people one manages?"""
    return pegawai is not None or punya_peran(pengguna, *PEMANTAU, Peran.PIMPINAN)


def daftar_angka(pengguna: Pengguna, target: int) -> list[Angka]:
    """Figures for the roles that manage; empty for the others."""
    if punya_peran(pengguna, Peran.ANALIS):
        return [*_angka_orang(pengguna, target), *_angka_kota()]
    if punya_peran(pengguna, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD):
        return _angka_orang(pengguna, target)
    if punya_peran(pengguna, Peran.PIMPINAN):
        return _angka_orang(None, target)
    if punya_peran(pengguna, Peran.ADMIN):
        return _angka_sistem()
    if punya_peran(pengguna, Peran.PENYELENGGARA):
        return _angka_penyelenggara(pengguna)
    return []


def _segar(kunci: tuple, hitung: Callable[[], dict[str, int]]) -> dict[str, int]:
    """Counts that may be some seconds old: a start page must not scan the city."""
    if not settings.ANGKA_SEGAR_DETIK:
        return hitung()
    simpanan = caches["angka"]
    nama = "|".join(map(str, (hari_ini(), *kunci)))
    isi = simpanan.get(nama)
    if isi is None:
        isi = hitung()
        simpanan.set(nama, isi, settings.ANGKA_SEGAR_DETIK)
    return isi


def _angka_orang(pengguna: Pengguna | None, target: int) -> list[Angka]:
    """People of this account's scope; without an account the city, as bare figures."""
    if pengguna is None or berlaku_sekota(pengguna, *PEMANTAU):
        orang, kunci = Pegawai.objects.all(), ("kota",)
    else:
        akar = sorted(akar_cakupan(pengguna, *PEMANTAU))
        orang, kunci = pegawai_terlihat(pengguna), (pengguna.pk, *akar)
    n = _segar((*kunci, target), lambda: _hitung_orang(orang, target))
    dasar = f"dari {n['semua']:,} ASN".replace(",", ".")
    daftar = "pegawai:pegawai-daftar" if pengguna else ""
    return [
        Angka(f"Memenuhi {target} JP", n["cukup"], dasar, daftar),
        Angka("Hasil penilaian berlaku", n["dinilai"], dasar),
    ]


def _hitung_orang(orang: QuerySet[Pegawai], target: int) -> dict[str, int]:
    capaian = CapaianKompetensi.objects.filter(
        pegawai=OuterRef("pk"), berlaku_sampai__gte=hari_ini()
    )
    aktif = orang.filter(kedudukan_hukum__in=HITUNG_AKTIF).order_by()
    return (
        jp_tahun(aktif, hari_ini().year)
        .annotate(ada_hasil=Exists(capaian))
        .aggregate(
            semua=Count("pk"),
            cukup=Count("pk", filter=Q(jp__gte=target)),
            dinilai=Count("pk", filter=Q(ada_hasil=True)),
        )
    )


def _angka_kota() -> list[Angka]:
    n = _segar(("jabatan", "perjanjian"), _hitung_kota)
    return [
        Angka(
            "Jabatan tanpa standar",
            n["tanpa"],
            "",
            "pegawai:jabatan-daftar",
            "?tanpa=standar",
        ),
        Angka(
            "Perjanjian akan berakhir",
            n["berakhir"],
            "dalam 90 hari",
            "kemitraan:mitra-daftar",
        ),
    ]


def _hitung_kota() -> dict[str, int]:
    hari = hari_ini()
    berakhir = Perjanjian.objects.filter(
        status="DITANDATANGANI",
        tanggal_berakhir__range=(hari, hari + timedelta(days=90)),
    ).count()
    return {"tanpa": jumlah_tanpa_standar(), "berakhir": berakhir}


def _angka_sistem() -> list[Angka]:
    """The administrator's: is the system well, and what waits for a second person."""
    gagal = Pekerjaan.objects.filter(
        status=Pekerjaan.Status.GAGAL,
        selesai_pada__gte=timezone.now() - timedelta(days=7),
    )
    usul = UsulPeran.objects.filter(status=UsulPeran.Status.DIUSULKAN)
    surat = daftar_surat_tertahan().count()
    return [
        Angka("Usul peran menunggu", usul.count(), "", "pegawai:peran-usul"),
        Angka("Surat tertahan", surat, "", "pegawai:surat-daftar"),
        Angka("Pekerjaan gagal", gagal.count(), "dalam 7 hari"),
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
