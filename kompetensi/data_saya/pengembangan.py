"""Blocks of learning and competence: hours, certificates, results, plans, placements.

Nothing here names an assessor or a rater, and no assessor's notes (UU PDP 33).
"""

from django.db.models import Q

from kemitraan.models import Penempatan
from kompetensi.data_saya.susunan import Bagian, potong
from pegawai.models import CapaianKompetensi, Pegawai
from pelatihan.models import Peserta, RiwayatPengembangan, Sertifikat
from penilaian.models import Penilaian, Penugasan, RencanaPengembangan

KOLOM_RIWAYAT = (
    ("nama", "Kegiatan"),
    ("bentuk", "Bentuk"),
    ("penyelenggara", "Penyelenggara"),
    ("tanggal_mulai", "Mulai"),
    ("tanggal_selesai", "Selesai"),
    ("jp", "JP"),
    ("nomor_sertifikat", "Nomor sertifikat"),
    ("status", "Status"),
    ("dicatat_pada", "Dicatat"),
    ("diverifikasi_oleh", "Diverifikasi oleh"),
    ("diverifikasi_pada", "Diverifikasi"),
)


def bagian_pengembangan(pegawai: Pegawai, *, batas: int | None) -> list[Bagian]:
    """All blocks; `batas` rows of each."""
    return [
        _riwayat(pegawai, batas),
        _kepesertaan(pegawai, batas),
        _sertifikat(pegawai, batas),
        _hasil(pegawai, batas),
        _capaian(pegawai, None if batas is None else 20),
        _rencana(pegawai, batas),
        _penugasan(pegawai, batas),
        _magang(pegawai, batas),
    ]


def _riwayat(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        RiwayatPengembangan.objects.filter(pegawai=pegawai)
        .select_related("bentuk", "diverifikasi_oleh")
        .order_by("-tanggal_selesai", "-pk"),
        batas,
    )
    return Bagian(
        "jam_pelajaran",
        "Riwayat pengembangan dan jam pelajaran",
        perbaikan="PELATIHAN",
        kolom=KOLOM_RIWAYAT,
        baris=[
            (
                r.nama,
                str(r.bentuk),
                r.penyelenggara,
                r.tanggal_mulai,
                r.tanggal_selesai,
                r.jp,
                r.nomor_sertifikat,
                r.get_status_display(),
                r.dibuat_pada,
                str(r.diverifikasi_oleh or ""),
                r.diverifikasi_pada,
            )
            for r in daftar
        ],
        lebih=lebih,
    )


def _kepesertaan(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        Peserta.objects.filter(pegawai=pegawai)
        .select_related("angkatan__pelatihan", "diputuskan_oleh")
        .order_by("-diajukan_pada", "-pk"),
        batas,
    )
    return Bagian(
        "pendaftaran",
        "Pendaftaran pelatihan",
        perbaikan="PELATIHAN",
        kolom=(
            ("pelatihan", "Pelatihan"),
            ("angkatan", "Angkatan"),
            ("status", "Status"),
            ("diajukan_pada", "Diajukan"),
            ("diputuskan_oleh", "Diputuskan oleh"),
            ("diputuskan_pada", "Diputuskan"),
            ("alasan", "Alasan"),
        ),
        baris=[
            (
                p.angkatan.pelatihan.nama,
                p.angkatan.nama,
                p.get_status_display(),
                p.diajukan_pada,
                str(p.diputuskan_oleh or ""),
                p.diputuskan_pada,
                p.alasan,
            )
            for p in daftar
        ],
        lebih=lebih,
    )


def _sertifikat(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        Sertifikat.objects.filter(peserta__pegawai=pegawai)
        .select_related("dokumen", "penyelenggara", "diterbitkan_oleh")
        .order_by("-diterbitkan_pada", "-pk"),
        batas,
    )
    return Bagian(
        "sertifikat",
        "Sertifikat",
        perbaikan="PELATIHAN",
        kolom=(
            ("nomor", "Nomor"),
            ("judul", "Pelatihan"),
            ("penyelenggara", "Penyelenggara"),
            ("diterbitkan_pada", "Diterbitkan"),
            ("diterbitkan_oleh", "Diterbitkan oleh"),
            ("dicabut_pada", "Dicabut"),
            ("kode", "Kode pemeriksaan"),
        ),
        baris=[
            (
                s.nomor,
                s.dokumen.judul,
                str(s.penyelenggara),
                s.diterbitkan_pada,
                str(s.diterbitkan_oleh),
                s.dicabut_pada,
                s.dokumen.kode,
            )
            for s in daftar
        ],
        lebih=lebih,
    )


def _hasil(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        Penilaian.objects.filter(
            pegawai=pegawai, status="FINAL", periode__status="DITERBITKAN"
        )
        .select_related("periode", "jabatan", "unit_kerja")
        .order_by("-tanggal_penilaian", "-pk"),
        batas,
    )
    return Bagian(
        "hasil_penilaian",
        "Hasil penilaian",
        perbaikan="PENILAIAN",
        kolom=(
            ("periode", "Periode"),
            ("tujuan", "Tujuan"),
            ("jabatan", "Jabatan saat dinilai"),
            ("unit_kerja", "Unit saat dinilai"),
            ("tanggal_penilaian", "Tanggal"),
            ("berlaku_sampai", "Berlaku sampai"),
            ("jpm", "JPM (%)"),
            ("kategori", "Kategori"),
            ("diterbitkan_pada", "Diterbitkan"),
        ),
        baris=[
            (
                h.periode.nama,
                h.periode.get_tujuan_display(),
                str(h.jabatan or ""),
                str(h.unit_kerja or ""),
                h.tanggal_penilaian,
                h.berlaku_sampai,
                h.jpm_tampil,
                h.kategori_nama,
                h.periode.diterbitkan_pada,
            )
            for h in daftar
        ],
        lebih=lebih,
    )


def _capaian(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        CapaianKompetensi.objects.filter(pegawai=pegawai)
        .select_related("kompetensi")
        .order_by("kompetensi__jenis", "kompetensi__urutan", "pk"),
        batas,
    )
    return Bagian(
        "capaian_kompetensi",
        "Tingkat kompetensi sekarang",
        perbaikan="PENILAIAN",
        kolom=(
            ("kompetensi", "Kompetensi"),
            ("level", "Capaian"),
            ("level_standar", "Standar"),
            ("kesenjangan", "Kesenjangan"),
            ("tanggal", "Tanggal"),
            ("berlaku_sampai", "Berlaku sampai"),
            ("asal", "Asal"),
        ),
        baris=[
            (
                c.kompetensi.nama,
                c.level,
                c.level_standar,
                c.kesenjangan,
                c.tanggal,
                c.berlaku_sampai,
                c.sumber,
            )
            for c in daftar
        ],
        lebih=lebih,
    )


def _rencana(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        RencanaPengembangan.objects.filter(pegawai=pegawai)
        .select_related("disetujui_oleh")
        .prefetch_related("butir__kompetensi", "butir__pelatihan")
        .order_by("-tahun", "-pk"),
        batas,
    )
    return Bagian(
        "rencana_pengembangan",
        "Rencana pengembangan",
        perbaikan="LAIN",
        kolom=(
            ("tahun", "Tahun"),
            ("status", "Status"),
            ("butir", "Kegiatan"),
            ("dibuat_pada", "Dibuat"),
            ("diajukan_pada", "Diajukan"),
            ("disetujui_oleh", "Disetujui oleh"),
            ("disetujui_pada", "Disetujui"),
            ("alasan", "Alasan pengembalian"),
        ),
        baris=[
            (
                r.tahun,
                r.get_status_display(),
                "; ".join(
                    f"{b.kompetensi.nama} ke tingkat {b.level_target}: "
                    f"{b.nama_kegiatan} ({b.jp} JP)"
                    for b in r.butir.all()
                ),
                r.dibuat_pada,
                r.diajukan_pada,
                str(r.disetujui_oleh or ""),
                r.disetujui_pada,
                r.alasan,
            )
            for r in daftar
        ],
        lebih=lebih,
    )


def _penugasan(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        Penugasan.objects.filter(pegawai=pegawai)
        .select_related("program", "diusulkan_oleh", "diputuskan_oleh")
        .order_by("-tanggal_mulai", "-pk"),
        batas,
    )
    return Bagian(
        "penugasan",
        "Penugasan pada program pembangunan",
        perbaikan="LAIN",
        kolom=(
            ("program", "Program"),
            ("peran", "Peran"),
            ("tanggal_mulai", "Mulai"),
            ("tanggal_selesai", "Selesai"),
            ("status", "Status"),
            ("diusulkan_oleh", "Diusulkan oleh"),
            ("diputuskan_oleh", "Diputuskan oleh"),
            ("diputuskan_pada", "Diputuskan"),
        ),
        baris=[
            (
                t.program.nama,
                t.peran_tugas,
                t.tanggal_mulai,
                t.tanggal_selesai,
                t.get_status_display(),
                str(t.diusulkan_oleh or ""),
                str(t.diputuskan_oleh or ""),
                t.diputuskan_pada,
            )
            for t in daftar
        ],
        lebih=lebih,
    )


def _magang(pegawai: Pegawai, batas: int | None) -> Bagian:
    """Own internships outside, and the interns that the person mentors (no names)."""
    daftar, lebih = potong(
        Penempatan.objects.filter(Q(pegawai=pegawai) | Q(pembimbing=pegawai))
        .select_related("program", "unit_kerja")
        .order_by("-tanggal_mulai", "-pk"),
        batas,
    )
    return Bagian(
        "magang",
        "Magang",
        perbaikan="LAIN",
        kolom=(
            ("program", "Program"),
            ("sebagai", "Sebagai"),
            ("tempat", "Tempat"),
            ("tanggal_mulai", "Mulai"),
            ("tanggal_selesai", "Selesai"),
            ("status", "Status"),
            ("diajukan_pada", "Diajukan"),
        ),
        baris=[
            (
                p.program.nama,
                "Peserta" if p.pegawai_id == pegawai.pk else "Pembimbing",
                p.tempat or str(p.unit_kerja or ""),
                p.tanggal_mulai,
                p.tanggal_selesai,
                p.get_status_display(),
                p.dibuat_pada,
            )
            for p in daftar
        ],
        lebih=lebih,
    )
