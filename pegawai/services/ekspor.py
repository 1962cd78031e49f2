"""Export of people: a CSV at once, or a file in the download centre; always recorded."""

from collections.abc import Iterator
from typing import Any

from django.db import transaction

from pegawai.dasar.alat.ekspor import BARIS_XLSX, alir_csv, tulis_csv, tulis_xlsx
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import hari_ini
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pekerjaan import (
    buat_pekerjaan,
    lapor_kemajuan,
    periksa_batal,
)
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.dasar.services.unduhan import simpan_unduhan
from pegawai.izin import boleh_mengekspor
from pegawai.models import JejakLihat, UnitKerja
from pegawai.queries.ekspor import (
    akar_ekspor,
    isi_berkas,
    jumlah_sepilihan,
    kolom_ekspor,
    sepilihan,
)
from pegawai.queries.pegawai import SaringPegawai
from pegawai.services.jejak import catat_lihat_sepilihan

TUGAS = "pegawai.services.ekspor.tulis_ekspor"
BENTUK = {"csv": "CSV", "xlsx": "XLSX"}


def alirkan_csv(
    *, saring: SaringPegawai, kolom: list[str], uid: list[str], oleh: Pengguna
) -> Iterator[bytes]:
    """Record the export, then hand out the file piece by piece."""
    _periksa_hak(oleh)
    daftar = sepilihan(oleh, saring, uid)
    _catat(daftar, "csv", oleh)
    return alir_csv(*isi_berkas(daftar, kolom_ekspor(kolom), lembar_kerja=False))


@transaction.atomic
def minta_ekspor(
    *,
    bentuk: str,
    saring: SaringPegawai,
    kolom: list[str],
    uid: list[str],
    oleh: Pengguna,
) -> Pekerjaan:
    """Queue the file; what is kept is the filter, so rights count when it is written."""
    _periksa_hak(oleh)
    terbuka = Pekerjaan.objects.filter(
        pemilik=oleh, tugas=TUGAS, status__in=["ANTRE", "BERJALAN"]
    )
    if terbuka.exists():
        raise AturanDilanggar(
            "Ekspor Anda yang sebelumnya belum selesai. Tunggu sampai selesai atau "
            "batalkan lewat Pekerjaan dan unduhan.",
            kode="ekspor_masih_berjalan",
        )
    return buat_pekerjaan(
        tugas=TUGAS,
        judul=f"Ekspor daftar ASN ({BENTUK[bentuk]})",
        oleh=oleh,
        bentuk=bentuk,
        saring=saring_ke_json(saring),
        kolom=kolom,
        uid=uid,
    )


def tulis_ekspor(
    *,
    pekerjaan: Pekerjaan,
    bentuk: str,
    saring: dict[str, Any],
    kolom: list[str],
    uid: list[str],
) -> dict[str, Any]:
    """Write the file with the rights of its starter today; may run again from the start."""
    oleh = pekerjaan.pemilik
    _periksa_hak(oleh)
    daftar = sepilihan(oleh, saring_dari_json(saring), uid)
    jumlah = jumlah_sepilihan(daftar, BARIS_XLSX)
    if bentuk == "xlsx" and jumlah > BARIS_XLSX:
        raise AturanDilanggar(
            "Lebih dari 1.000.000 baris tidak muat dalam satu lembar XLSX. Pilih CSV, "
            "atau persempit saringan.",
            kode="xlsx_terlalu_besar",
        )
    kepala, baris = isi_berkas(
        daftar, kolom_ekspor(kolom), lembar_kerja=bentuk == "xlsx"
    )

    def setiap(selesai: int) -> None:
        lapor_kemajuan(
            pekerjaan=pekerjaan, selesai=selesai, total=jumlah, langkah="Menulis berkas"
        )
        periksa_batal(pekerjaan=pekerjaan)

    setiap(0)
    if bentuk == "xlsx":
        wadah = tulis_xlsx(kepala, baris, judul="Daftar ASN", setiap=setiap)
    else:
        wadah = tulis_csv(kepala, baris)
    with wadah, transaction.atomic():
        _catat(daftar, bentuk, oleh)
        simpan_unduhan(pekerjaan=pekerjaan, berkas=wadah, nama=nama_berkas(bentuk))
        kabari(
            kunci=f"ekspor-siap:{pekerjaan.uid}",
            penerima=oleh,
            judul="Berkas ekspor daftar ASN siap diunduh",
            isi="Berkas disimpan tujuh hari, lalu dihapus.",
            tautan=pekerjaan.get_absolute_url(),
        )
    return {"baris": jumlah, "akar": akar_ekspor(oleh)}


def nama_berkas(bentuk: str) -> str:
    """daftar-asn-2026-11-24.csv"""
    return f"daftar-asn-{hari_ini():%Y-%m-%d}.{bentuk}"


def saring_ke_json(saring: SaringPegawai) -> dict[str, Any]:
    """The filter as a job keeps it; the unit by its uid."""
    isi = {k: v for k, v in vars(saring).items() if v}
    if saring.unit is not None:
        isi["unit"] = str(saring.unit.uid)
    return isi


def saring_dari_json(isi: dict[str, Any]) -> SaringPegawai:
    """The filter as it was kept; a unit that is gone stops, not widens, it."""
    isi = dict(isi)
    if uid := isi.pop("unit", None):
        isi["unit"] = UnitKerja.objects.filter(uid=uid).first()
        if isi["unit"] is None:
            raise AturanDilanggar(
                "Unit pada saringan ini sudah tidak ada. Pilih unit lain, lalu ekspor "
                "lagi.",
                kode="ekspor_unit_tiada",
            )
    return SaringPegawai(**isi)


def _periksa_hak(oleh: Pengguna | None) -> None:
    if oleh is None or not oleh.is_active or not boleh_mengekspor(oleh):
        raise AturanDilanggar(
            "Peran Anda tidak lagi mencakup ekspor data ASN. Hubungi admin BKPSDM bila "
            "seharusnya masih berlaku.",
            kode="ekspor_tanpa_hak",
        )


def _catat(daftar: Any, bentuk: str, oleh: Pengguna) -> None:
    catat_lihat_sepilihan(
        daftar=daftar,
        jenis=JejakLihat.Jenis.EKSPOR,
        oleh=oleh,
        rincian=f"Daftar ASN, {BENTUK[bentuk]}",
    )
