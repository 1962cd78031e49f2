"""The competency profile on paper: what the page shows, and who took it when."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from pegawai.dasar.alat import bagan
from pegawai.dasar.alat.angka import angka, nip, persen, selisih
from pegawai.dasar.alat.pdf import buat_pdf
from pegawai.dasar.alat.tanggal import tanggal, tanggal_pendek, waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import JejakLihat, Pegawai
from pegawai.services.jejak import catat_lihat
from pelatihan.queries.riwayat import RekapJp, rekap_jp
from penilaian.queries.kesenjangan import BarisProfil, Profil, profil_pegawai


def cetak_profil(*, pegawai: Pegawai, oleh: Pengguna) -> bytes:
    """The PDF; taking another person's leaves a trail that the person sees."""
    catat_lihat(pegawai=pegawai, jenis=JejakLihat.Jenis.EKSPOR, oleh=oleh)
    profil = profil_pegawai(pegawai)
    return buat_pdf("profil", isi_cetak(pegawai, profil, rekap_jp(pegawai), oleh))


def isi_cetak(
    pegawai: Pegawai, profil: Profil | None, jp: RekapJp, oleh: Pengguna
) -> dict[str, Any]:
    """What templates/cetak/profil.typ shows."""
    isi = {
        "pemda": settings.NAMA_PEMDA,
        "instansi": settings.NAMA_INSTANSI,
        "nama": pegawai.nama_lengkap,
        "nip": nip(pegawai.nip),
        "jabatan": pegawai.jabatan.nama
        if pegawai.jabatan
        else "Jabatan belum tercatat",
        "unit": pegawai.unit_kerja.nama if pegawai.unit_kerja else "",
        "pengunduh": str(oleh),
        "dibuat": waktu(timezone.now()),
        "angka": [_angka_jp(jp)],
        "radar": "",
        "uraian": "",
        "berstandar": False,
        "baris": [],
        "sumber": "",
        "lain": [],
        "judul_rangkap": "",
        "rangkap": [],
    }
    return isi | (_isi_profil(profil, jp) if profil else {})


def _isi_profil(profil: Profil, jp: RekapJp) -> dict[str, Any]:
    hasil, rangkap = profil.hasil, profil.pembanding
    pembanding = hasil.jabatan.nama if hasil.jabatan else "jabatan"
    return {
        "angka": [*_angka_hasil(profil), _angka_jp(jp)],
        "radar": _radar(profil.radar),
        "uraian": "Radar capaian setiap kompetensi; angkanya ada pada tabel di bawah.",
        "berstandar": bool(profil.berstandar),
        "baris": _tabel(profil.baris),
        "sumber": f"Hasil {hasil.periode.nama} ({hasil.periode.metode.nama}), "
        f"dibandingkan dengan standar {pembanding} saat dinilai. Tingkat 0 sampai 5.",
        "lain": [
            [*b, f"{p.sumber}, {tanggal_pendek(p.tanggal)}"]
            for b, p in zip(_tabel(profil.lain), profil.lain, strict=True)
        ],
        "judul_rangkap": f"{rangkap.jenis} {rangkap.jabatan}" if rangkap else "",
        "rangkap": _tabel(rangkap.baris) if rangkap else [],
    }


def _angka_hasil(profil: Profil) -> list[list[str]]:
    hasil = profil.hasil
    dasar = "Tanpa standar jabatan"
    if hasil.jumlah_standar:
        dasar = (
            f"{angka(hasil.jumlah_capaian)} dari {hasil.jumlah_standar} tingkat, "
            f"{hasil.kategori_nama}"
        )
    memenuhi = "—"
    if profil.berstandar:
        memenuhi = f"{profil.memenuhi} dari {len(profil.berstandar)}"
    return [
        ["Kesesuaian dengan jabatan (JPM)", persen(hasil.jpm_tampil, 2), dasar],
        ["Kompetensi yang memenuhi standar", memenuhi, ""],
        [
            "Hasil berlaku sampai",
            tanggal(hasil.berlaku_sampai),
            f"{profil.nama_masa}, dinilai {tanggal(hasil.tanggal_penilaian)}",
        ],
    ]


def _angka_jp(jp: RekapJp) -> list[str]:
    lalu = ", ".join(f"{tahun}: {jumlah} JP" for tahun, jumlah in jp.sebelumnya)
    return [f"Jam pelajaran {jp.tahun}", f"{jp.jp} dari {jp.target} JP", lalu]


def _tabel(daftar: Sequence[BarisProfil]) -> list[list[str]]:
    return [
        [b.nama, angka(b.capaian), angka(b.standar), selisih(b.selisih)] for b in daftar
    ]


def _radar(daftar: Sequence[BarisProfil]) -> str:
    """The chart of the page as SVG; outside 3 to 9 axes only the table."""
    if not bagan.SUMBU_PALING_SEDIKIT <= len(daftar) <= bagan.SUMBU_PALING_BANYAK:
        return ""
    sumbu = [bagan.Sumbu(b.nama, b.capaian, b.standar) for b in daftar]
    return render_to_string("cetak/radar.svg", {"bentuk": bagan.radar(sumbu)})
