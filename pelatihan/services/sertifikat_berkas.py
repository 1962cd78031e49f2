"""The PDF of a certificate: printed outside any transaction, once."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from pegawai.dasar.alat.angka import nip
from pegawai.dasar.alat.kode import tulis_kode
from pegawai.dasar.alat.pdf import buat_pdf, kode_qr
from pegawai.dasar.alat.tanggal import tanggal
from pegawai.dasar.models.dokumen import DokumenTerbit
from pegawai.dasar.models.pekerjaan import Pekerjaan
from pegawai.dasar.services.dokumen import simpan_berkas_dokumen
from pegawai.dasar.services.pekerjaan import lapor_kemajuan, periksa_batal
from pelatihan.models import Sertifikat


def isi_sertifikat(dokumen: DokumenTerbit) -> dict[str, Any]:
    """What the template shows; frozen in the document when it was issued."""
    alamat = settings.ALAMAT_SITUS + reverse(
        "dasar:dokumen-periksa", kwargs={"kode": dokumen.kode}
    )
    keterangan = {"jabatan": "", "unit": "", "kompetensi": []} | dokumen.keterangan
    return keterangan | {
        "pemda": settings.NAMA_PEMDA,
        "instansi": settings.NAMA_INSTANSI,
        "kota": settings.NAMA_KOTA.removeprefix("Kota "),
        "nomor": dokumen.nomor,
        "nama": dokumen.pemegang_nama,
        "nip": nip(dokumen.pemegang_nomor),
        "pelatihan": dokumen.judul,
        "tanggal_terbit": tanggal(dokumen.tanggal_terbit),
        "kode": tulis_kode(dokumen.kode),
        "alamat": alamat,
        "alamat_pendek": settings.ALAMAT_SITUS.split("//")[-1] + "/v/",
        "qr": kode_qr(alamat),
    }


def siapkan_berkas(*, dokumen: DokumenTerbit) -> DokumenTerbit:
    """Print the certificate unless its file is there; repeating changes nothing."""
    if dokumen.berkas:
        return dokumen
    isi = buat_pdf("sertifikat", isi_sertifikat(dokumen))
    return simpan_berkas_dokumen(dokumen=dokumen, isi=isi)


def cetak_sertifikat(*, pekerjaan: Pekerjaan, sertifikat_ids: list[int]) -> dict:
    """Job: print the files of these certificates; continues where it was left."""
    daftar = Sertifikat.objects.filter(pk__in=sertifikat_ids).select_related("dokumen")
    total = len(sertifikat_ids)
    for ke, sertifikat in enumerate(daftar.order_by("pk"), 1):
        periksa_batal(pekerjaan=pekerjaan)
        siapkan_berkas(dokumen=sertifikat.dokumen)
        lapor_kemajuan(pekerjaan=pekerjaan, selesai=ke, total=total)
    return {"dicetak": total}
