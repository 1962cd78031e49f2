"""Certificates: who sees them."""

from django.db.models import Q, QuerySet

from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models.peran import Peran
from pegawai.queries.peran import berlaku_sekota, pegawai_dalam_cakupan
from pelatihan.models import Sertifikat
from pelatihan.queries.penyelenggara import penyelenggara_terkelola


def sertifikat_terlihat(pengguna: Pengguna) -> QuerySet[Sertifikat]:
    """Own, direct reports', granted units', own organisers'; the analyst's city."""
    return _sertifikat(pengguna, Peran.ANALIS)


def register_sertifikat(pengguna: Pengguna) -> QuerySet[Sertifikat]:
    """The register: what this account sees, and all that an administrator may revoke."""
    return _sertifikat(pengguna, Peran.ANALIS, Peran.ADMIN)


def _sertifikat(pengguna: Pengguna, *sekota: str) -> QuerySet[Sertifikat]:
    semua = Sertifikat.objects.select_related(
        "dokumen",
        "penyelenggara",
        "peserta__pegawai__unit_kerja",
        "peserta__angkatan__pelatihan",
    )
    if berlaku_sekota(pengguna, *sekota):
        return semua
    orang = pegawai_dalam_cakupan(pengguna, Peran.PENGELOLA_OPD, Peran.KEPALA_OPD)
    return semua.filter(
        Q(peserta__pegawai__in=orang)
        | Q(penyelenggara__in=penyelenggara_terkelola(pengguna).values("pk"))
    )


def daftar_sertifikat(pengguna: Pengguna, *, cari: str = "") -> QuerySet[Sertifikat]:
    """The list page: by number, holder's name or course; newest first."""
    daftar = register_sertifikat(pengguna)
    for kata in cari.lower().split()[:6]:
        daftar = daftar.filter(
            Q(nomor__icontains=kata)
            | Q(peserta__pegawai__nama_urut__contains=kata)
            | Q(peserta__angkatan__pelatihan__nama_cari__contains=kata)
        )
    return daftar.order_by("-diterbitkan_pada", "-pk")
