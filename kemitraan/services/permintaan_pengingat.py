"""Reminder of requests about personal data that nobody decided for 48 hours."""

from datetime import datetime, timedelta

from kemitraan.models import PermintaanData
from kemitraan.queries.permintaan import permintaan_data_belum_diputuskan
from pegawai.dasar.alat.pengingat import Tanda
from pegawai.dasar.alat.tanggal import hari_ini, jarak_jam, waktu
from pegawai.dasar.queries.aturan import aturan
from pegawai.dasar.services.pengingat import Pengingat, tulis_pengingat
from pegawai.models import Peran
from pegawai.queries.penerima import pemegang_peran


def ingatkan_permintaan_data(*, sekarang: datetime) -> int:
    """Tell the analysts, once a request; how many were new. On days off too: the hours
    are the law's."""
    sejak = sekarang - timedelta(hours=aturan("perbaikan_ingatkan_jam"))
    daftar = list(permintaan_data_belum_diputuskan(sejak))
    if not daftar:
        return 0
    analis = list(pemegang_peran(Peran.ANALIS, hari=hari_ini()))
    return tulis_pengingat(
        daftar=[_pengingat(p, a, sekarang) for p in daftar for a in analis],
        sekarang=sekarang,
    )


def _pengingat(
    permintaan: PermintaanData, penerima: int, sekarang: datetime
) -> Pengingat:
    return Pengingat(
        jenis="permintaan-data",
        objek=str(permintaan.pk),
        tanda=Tanda(hari=0, sisa=0),
        penerima_id=penerima,
        judul="Permintaan data pribadi belum diputuskan",
        isi=f"{permintaan.pengguna.nama}, {permintaan.mitra.nama}: "
        f"{permintaan.get_jenis_display().lower()}. Batasnya "
        f"{waktu(permintaan.batas_pada)} ({jarak_jam(permintaan.batas_pada, sekarang)}).",
        tautan=permintaan.get_absolute_url(),
    )
