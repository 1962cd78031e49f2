"""The rules that reminders read, without loading all reference data."""

from datetime import date

from pegawai.dasar.models import Aturan

NILAI = {
    "pengingat_penilaian": [14, 7, 1, 0],
    "pengingat_perjanjian": [90, 60, 30],
    "pengingat_pelatihan": [3],
    "pengingat_kedaluwarsa": [180, 90, 30],
    "pengingat_terlambat": [1, 3, 7, 14, 21],
}


def aturan_pengingat():
    Aturan.objects.bulk_create(
        Aturan(
            kode=kode,
            edisi="Awal",
            berlaku_mulai=date(2020, 1, 1),
            nilai=nilai,
            sumber="KETENTUAN R-1",
        )
        for kode, nilai in NILAI.items()
    )
