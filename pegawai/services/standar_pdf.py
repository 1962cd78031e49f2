"""The SKJ document on paper."""

from typing import Any

from django.conf import settings

from pegawai.dasar.alat.pdf import buat_pdf
from pegawai.dasar.alat.tanggal import tanggal
from pegawai.models import StandarKompetensi
from pegawai.queries.standar_dokumen import Dokumen, dokumen_standar


def cetak_standar(standar: StandarKompetensi) -> bytes:
    """The PDF; nothing is stored, for the edition itself never changes."""
    return buat_pdf("standar", isi_cetak(dokumen_standar(standar)))


def isi_cetak(dok: Dokumen) -> dict[str, Any]:
    """What templates/cetak/standar.typ shows."""
    s = dok.standar
    return {
        "pemda": settings.NAMA_PEMDA,
        "instansi": settings.NAMA_INSTANSI,
        "draf": s.status == StandarKompetensi.Status.DRAF,
        "edisi": s.edisi,
        "keputusan": s.nomor_keputusan,
        "tanggal_keputusan": _tanggal(s.tanggal_keputusan),
        "berlaku": _tanggal(s.berlaku_mulai),
        "nama": dok.nama,
        "identitas": [
            ["Nama jabatan", dok.nama],
            ["Kelompok jabatan", s.kelompok_jabatan],
            ["Urusan pemerintahan", s.urusan],
            ["Kode jabatan", s.kode_jabatan],
            ["Unit kerja", dok.unit],
        ],
        "ikhtisar": s.ikhtisar,
        "kelompok": [
            {
                "judul": f"{k.huruf}. {k.jenis}",
                "baris": [[b.nama, b.sebutan, b.uraian, b.indikator] for b in k.baris],
            }
            for k in dok.kelompok
        ],
        "pangkat": str(s.golongan_minimum or ""),
        "pendidikan": str(s.pendidikan_minimum or ""),
        "bidang": s.bidang_pendidikan,
        "syarat": [
            {
                "judul": k.jenis,
                "baris": [[b.uraian, b.get_tanda_display()] for b in k.baris],
            }
            for k in dok.syarat
        ],
        "indikator": dok.indikator_kinerja,
    }


def _tanggal(nilai: Any) -> str:
    return tanggal(nilai) if nilai else ""
