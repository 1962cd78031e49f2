"""Reminder of correction requests that nobody decided for 48 hours."""

from datetime import datetime

from pegawai.dasar.alat.pengingat import Tanda
from pegawai.dasar.alat.tanggal import jarak_jam, waktu
from pegawai.dasar.services.pengingat import Pengingat, tulis_pengingat
from pegawai.models import PermintaanPerbaikan
from pegawai.queries.perbaikan import perbaikan_untuk_diingatkan
from pegawai.services.perbaikan import penerima_perbaikan


def ingatkan_perbaikan(*, sekarang: datetime) -> int:
    """Tell the unit's carers and the analysts, once a request; how many were new.

    The hours are the law's, so they run on days off too.
    """
    return tulis_pengingat(
        daftar=[
            _pengingat(perbaikan, penerima, sekarang)
            for perbaikan in perbaikan_untuk_diingatkan(sekarang)
            for penerima in penerima_perbaikan(perbaikan.pegawai, eskalasi=True)
        ],
        sekarang=sekarang,
    )


def _pengingat(
    perbaikan: PermintaanPerbaikan, penerima: int, sekarang: datetime
) -> Pengingat:
    return Pengingat(
        jenis="perbaikan",
        objek=str(perbaikan.pk),
        tanda=Tanda(hari=0, sisa=0),
        penerima_id=penerima,
        judul="Permintaan perbaikan belum diputuskan",
        isi=f"{perbaikan.pegawai.nama_lengkap} menunggu perbaikan "
        f"{perbaikan.get_medan_display().lower()}. Batasnya "
        f"{waktu(perbaikan.batas_pada)} ({jarak_jam(perbaikan.batas_pada, sekarang)}).",
        tautan=perbaikan.get_absolute_url(),
    )
