"""Correction requests and the trail of readers of the demo city."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from kompetensi.contoh.akun import AkunDemo
from kompetensi.contoh.alat import Kota, siang
from pegawai.dasar.models import Pengguna
from pegawai.models import JejakLihat, Pegawai, PermintaanPerbaikan
from pegawai.services.jejak import catat_lihat
from pegawai.services.perbaikan import ajukan_perbaikan, tolak_perbaikan

# The smallest PDF that readers open: one empty page.
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
PENDIDIKAN = "S-2 Administrasi Publik, Universitas Nusa Cendana, lulus 2022"


def isi_perbaikan(kota: Kota, akun: AkunDemo) -> None:
    """One refused and one waiting of the `asn`; a colleague's whose clock has run out."""
    pengelola = akun.pengelola_opd.pengguna
    lama = _ajukan(akun.asn, "GELAR_BELAKANG", "M.Si.")
    tolak_perbaikan(
        perbaikan=lama, alasan="Foto ijazah buram. Kirim pindaiannya.", oleh=pengelola
    )
    _ajukan(akun.asn, "PENDIDIKAN", PENDIDIKAN)
    rekan = (
        Pegawai.objects.filter(unit_kerja=akun.asn.unit_kerja, kedudukan_hukum="AKTIF")
        .exclude(pk__in=[akun.asn.pk, akun.atasan.pk, akun.pengelola_opd.pk])
        .exclude(pengguna=None)
        .order_by("pk")
        .first()
    )
    if rekan is not None:
        _mundurkan(kota, _ajukan(rekan, "GELAR_DEPAN", "Dr."), hari=4)
    pembaca: tuple[Pengguna | None, ...] = (
        akun.analis,
        pengelola,
        akun.atasan.pengguna,
    )
    for oleh in pembaca:
        if oleh is not None:
            catat_lihat(pegawai=akun.asn, jenis=JejakLihat.Jenis.LEMBAR, oleh=oleh)
    catat_lihat(pegawai=akun.asn, jenis=JejakLihat.Jenis.PROFIL, oleh=akun.analis)


def _ajukan(pegawai: Pegawai, medan: str, nilai: str) -> PermintaanPerbaikan:
    oleh = pegawai.pengguna
    return ajukan_perbaikan(
        pegawai=pegawai,
        medan=medan,
        nilai=nilai,
        bukti=SimpleUploadedFile("ijazah.pdf", PDF),
        oleh=oleh,  # type: ignore[arg-type] -- everybody in the demo has one
    )


def _mundurkan(kota: Kota, perbaikan: PermintaanPerbaikan, *, hari: int) -> None:
    """Asked some days before the city's today."""
    saat = siang(kota.hari - timedelta(days=hari))
    PermintaanPerbaikan.objects.filter(pk=perbaikan.pk).update(
        diajukan_pada=saat,
        ingatkan_pada=saat + timedelta(hours=48),
        batas_pada=saat + timedelta(hours=72),
    )
