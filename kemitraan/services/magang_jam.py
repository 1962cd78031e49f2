"""ASN sent out learn there: their stays are written into `pelatihan` (NKL12).

From there on hours (JP), certificate, plan lines and effect see only that.
"""

from kemitraan.models import Penempatan
from pegawai.dasar.models.pengguna import Pengguna
from pelatihan.services.praktik import (
    akhiri_praktik,
    batalkan_praktik,
    ikutkan_praktik,
    luluskan_praktik,
)

Status = Penempatan.Status


def tulis_pelatihan(penempatan: Penempatan, *, oleh: Pengguna) -> None:
    """Follow the placement: begun, finished, marked, called off. Students have none.

    The mark gives the hours, since without it a placement is not complete (MOU-7).
    """
    if penempatan.pegawai is None:
        return
    if penempatan.status in {Status.BERJALAN, Status.SELESAI}:
        _ikutkan(penempatan, oleh)
    peserta = penempatan.kepesertaan
    if peserta is None:
        return
    if penempatan.status == Status.SELESAI:
        akhiri_praktik(peserta=peserta, oleh=oleh)
        if penempatan.nilai_akhir is not None:
            luluskan_praktik(peserta=peserta, oleh=oleh)
    elif penempatan.status == Status.DIBATALKAN:
        batalkan_praktik(peserta=peserta, alasan=penempatan.alasan, oleh=oleh)


def _ikutkan(penempatan: Penempatan, oleh: Pengguna) -> None:
    if penempatan.kepesertaan is not None:
        return
    penempatan.kepesertaan = ikutkan_praktik(
        pelatihan=penempatan.program.pelatihan,
        pegawai=penempatan.pegawai,
        tempat=penempatan.tempat,
        tanggal_mulai=penempatan.tanggal_mulai,
        tanggal_selesai=penempatan.tanggal_selesai,
        oleh=oleh,
    )
    penempatan.save(update_fields=["kepesertaan"])
