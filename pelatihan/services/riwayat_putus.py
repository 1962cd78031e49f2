"""Recorded training accepted, refused, or its acceptance taken back; never one's own."""

from django.db import transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.putusan import sudah_diputuskan, wajib_alasan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pelatihan.izin import boleh_memverifikasi_riwayat
from pelatihan.models import RiwayatPengembangan, Sertifikat
from pelatihan.services.riwayat import kunci_riwayat, periksa_jp
from pelatihan.signals import pengembangan_diverifikasi

Status = RiwayatPengembangan.Status
TANPA_ALASAN = "Isi alasannya; pegawai membacanya."


@transaction.atomic
def terima_riwayat(
    *,
    riwayat: RiwayatPengembangan,
    versi: int,
    jp: int | None = None,
    alasan: str = "",
    oleh: Pengguna,
) -> RiwayatPengembangan:
    """Accept: from now on the hours count, in the year of the end date (JP-8).

    Other hours than were asked need a reason, which the person reads. Accepting again
    by the same account changes nothing.
    """
    riwayat = kunci_riwayat(riwayat)
    if riwayat.status == Status.TERVERIFIKASI and riwayat.diverifikasi_oleh == oleh:
        return riwayat
    _periksa_putusan(riwayat, versi, oleh)
    alasan = " ".join(alasan.split())
    if jp is not None and jp != riwayat.jp:
        wajib_alasan(
            alasan,
            "Tulis mengapa JP-nya lain daripada yang dicatat; pegawai membacanya.",
        )
        periksa_jp(jp, alasan, riwayat.tanggal_mulai, riwayat.tanggal_selesai)
        riwayat.jp = jp
    _putuskan(riwayat, Status.TERVERIFIKASI, alasan, oleh)
    pengembangan_diverifikasi.send(
        sender=RiwayatPengembangan, riwayat_ids=[riwayat.pk], oleh=oleh
    )
    return riwayat


@transaction.atomic
def tolak_riwayat(
    *, riwayat: RiwayatPengembangan, versi: int, alasan: str, oleh: Pengguna
) -> RiwayatPengembangan:
    """Refuse with a reason; the person may correct it and send it again."""
    riwayat = kunci_riwayat(riwayat)
    if riwayat.status == Status.DITOLAK and riwayat.diverifikasi_oleh == oleh:
        return riwayat
    _periksa_putusan(riwayat, versi, oleh)
    alasan = wajib_alasan(alasan, TANPA_ALASAN)
    _putuskan(riwayat, Status.DITOLAK, alasan, oleh)
    return riwayat


@transaction.atomic
def urungkan_verifikasi(
    *, riwayat: RiwayatPengembangan, alasan: str, oleh: Pengguna
) -> RiwayatPengembangan:
    """Take an acceptance back: the hours leave the ledger, the person may correct it.

    A row that carries a certificate of ours goes by the certificate's revocation.
    """
    riwayat = kunci_riwayat(riwayat)
    if riwayat.status == Status.DITOLAK and riwayat.diverifikasi_oleh == oleh:
        return riwayat
    _periksa_hak(riwayat, oleh)
    if riwayat.status != Status.TERVERIFIKASI:
        raise AturanDilanggar(
            "Hanya catatan yang terverifikasi yang dapat diurungkan.",
            kode="belum_diverifikasi",
        )
    if Sertifikat.objects.filter(riwayat=riwayat).exists():
        raise AturanDilanggar(
            "Catatan ini bersertifikat. Cabut sertifikatnya bila keliru.",
            kode="bersertifikat",
        )
    alasan = wajib_alasan(alasan, TANPA_ALASAN)
    _putuskan(riwayat, Status.DITOLAK, alasan, oleh)
    pengembangan_diverifikasi.send(
        sender=RiwayatPengembangan, riwayat_ids=[riwayat.pk], oleh=oleh
    )
    return riwayat


def _periksa_hak(riwayat: RiwayatPengembangan, oleh: Pengguna) -> None:
    if not boleh_memverifikasi_riwayat(oleh, riwayat):
        raise AturanDilanggar(
            "Catatan ini diverifikasi pengelola unitnya atau analis, dan tidak pernah "
            "oleh orangnya sendiri.",
            kode="bukan_pemeriksa",
        )


def _periksa_putusan(riwayat: RiwayatPengembangan, versi: int, oleh: Pengguna) -> None:
    _periksa_hak(riwayat, oleh)
    if riwayat.status == Status.DITARIK:
        raise AturanDilanggar(
            "Catatan ini sudah ditarik orangnya.", kode="sudah_diputuskan"
        )
    if riwayat.status != Status.DIAJUKAN:
        raise sudah_diputuskan("Catatan", riwayat, jenis="diverifikasi")
    if riwayat.versi != versi:
        raise versi_usang("Catatan ini")


def _putuskan(
    riwayat: RiwayatPengembangan, status: str, alasan: str, oleh: Pengguna
) -> None:
    riwayat.status = status
    riwayat.alasan_putusan = alasan[:300]
    riwayat.diverifikasi_oleh = oleh
    riwayat.diverifikasi_pada = timezone.now()
    riwayat.versi += 1
    riwayat.save()
    if status == Status.TERVERIFIKASI:
        judul, isi = (
            "Pelatihan terverifikasi",
            f"{riwayat.nama}: {riwayat.jp} JP dihitung.",
        )
    else:
        judul = "Catatan pelatihan ditolak"
        isi = f"{riwayat.nama}. Anda dapat memperbaiki dan mengirimnya lagi."
    kabari(
        kunci=f"riwayat-putus:{riwayat.pk}:{riwayat.versi}",
        penerima=riwayat.pegawai.pengguna,
        judul=judul,
        isi=isi + (f" Alasan: {alasan}" if alasan else ""),
        tautan=riwayat.get_absolute_url(),
    )
