"""Blocks of learning and competence: hours, certificates, results, plans, placements.

Nothing here names an assessor or a rater, and no assessor's notes (UU PDP 33).
"""

from django.db.models import Case, CharField, Q, QuerySet, Value, When

from kemitraan.models import Penempatan
from kompetensi.data_saya.susunan import Bagian, Daftar
from pegawai.models import CapaianKompetensi, Pegawai
from pelatihan.models import Peserta, RiwayatPengembangan, Sertifikat
from penilaian.models import (
    Penilaian,
    Penugasan,
    RencanaPengembangan,
)

JAM_PELAJARAN = Daftar(
    "jam_pelajaran",
    "Riwayat pengembangan dan jam pelajaran",
    "PELATIHAN",
    (
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
        ("alasan_jp", "Dasar JP"),
        ("alasan_putusan", "Alasan keputusan"),
        ("bukti", "Bukti"),
    ),
    lambda pegawai: (
        RiwayatPengembangan.objects.filter(pegawai=pegawai)
        .select_related("bentuk", "diverifikasi_oleh")
        .order_by("-tanggal_selesai", "-pk")
    ),
    lambda r: (
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
        r.alasan_jp,
        r.alasan_putusan,
        r.bukti_nama,
    ),
)
PENDAFTARAN = Daftar(
    "pendaftaran",
    "Pendaftaran pelatihan",
    "PELATIHAN",
    (
        ("pelatihan", "Pelatihan"),
        ("angkatan", "Angkatan"),
        ("status", "Status"),
        ("dicalonkan_oleh", "Dicalonkan oleh"),
        ("diajukan_pada", "Diajukan"),
        ("diputuskan_oleh", "Diputuskan oleh"),
        ("diputuskan_pada", "Diputuskan"),
        ("alasan", "Alasan"),
    ),
    lambda pegawai: (
        Peserta.objects.filter(pegawai=pegawai)
        .select_related("angkatan__pelatihan", "diputuskan_oleh", "dicalonkan_oleh")
        .order_by("-diajukan_pada", "-pk")
    ),
    lambda p: (
        p.angkatan.pelatihan.nama,
        p.angkatan.nama,
        p.get_status_display(),
        str(p.dicalonkan_oleh or ""),
        p.diajukan_pada,
        str(p.diputuskan_oleh or ""),
        p.diputuskan_pada,
        p.alasan,
    ),
)
SERTIFIKAT = Daftar(
    "sertifikat",
    "Sertifikat",
    "PELATIHAN",
    (
        ("nomor", "Nomor"),
        ("judul", "Pelatihan"),
        ("penyelenggara", "Penyelenggara"),
        ("diterbitkan_pada", "Diterbitkan"),
        ("diterbitkan_oleh", "Diterbitkan oleh"),
        ("dicabut_pada", "Dicabut"),
        ("kode", "Kode pemeriksaan"),
    ),
    lambda pegawai: (
        Sertifikat.objects.filter(peserta__pegawai=pegawai)
        .select_related("dokumen", "penyelenggara", "diterbitkan_oleh")
        .order_by("-diterbitkan_pada", "-pk")
    ),
    lambda s: (
        s.nomor,
        s.dokumen.judul,
        str(s.penyelenggara),
        s.diterbitkan_pada,
        str(s.diterbitkan_oleh),
        s.dicabut_pada,
        s.dokumen.kode,
    ),
)
HASIL = Daftar(
    "hasil_penilaian",
    "Hasil penilaian",
    "PENILAIAN",
    (
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
    lambda pegawai: (
        Penilaian.objects.filter(
            pegawai=pegawai, status="FINAL", periode__status="DITERBITKAN"
        )
        .select_related("periode", "jabatan", "unit_kerja")
        .order_by("-tanggal_penilaian", "-pk")
    ),
    lambda h: (
        h.periode.nama,
        h.periode.get_tujuan_display(),
        str(h.jabatan or ""),
        str(h.unit_kerja or ""),
        h.tanggal_penilaian,
        h.berlaku_sampai,
        h.jpm_tampil,
        h.kategori_nama,
        h.periode.diterbitkan_pada,
    ),
)
CAPAIAN = Daftar(
    "capaian_kompetensi",
    "Tingkat kompetensi sekarang",
    "PENILAIAN",
    (
        ("kompetensi", "Kompetensi"),
        ("level", "Capaian"),
        ("level_standar", "Standar"),
        ("kesenjangan", "Kesenjangan"),
        ("tanggal", "Tanggal"),
        ("berlaku_sampai", "Berlaku sampai"),
        ("asal", "Asal"),
    ),
    lambda pegawai: (
        CapaianKompetensi.objects.filter(pegawai=pegawai)
        .select_related("kompetensi")
        .order_by("kompetensi__jenis", "kompetensi__urutan", "pk")
    ),
    lambda c: (
        c.kompetensi.nama,
        c.level,
        c.level_standar,
        c.kesenjangan,
        c.tanggal,
        c.berlaku_sampai,
        c.sumber,
    ),
    batas=20,
)
RENCANA = Daftar(
    "rencana_pengembangan",
    "Rencana pengembangan",
    "LAIN",
    (
        ("tahun", "Tahun"),
        ("status", "Status"),
        ("butir", "Kegiatan"),
        ("dibuat_pada", "Dibuat"),
        ("diajukan_pada", "Diajukan"),
        ("disetujui_oleh", "Disetujui oleh"),
        ("disetujui_pada", "Disetujui"),
        ("alasan", "Alasan pengembalian"),
    ),
    lambda pegawai: (
        RencanaPengembangan.objects.filter(pegawai=pegawai)
        .select_related("disetujui_oleh")
        .prefetch_related("butir__kompetensi", "butir__pelatihan")
        .order_by("-tahun", "-pk")
    ),
    lambda r: (
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
    ),
)
PENUGASAN = Daftar(
    "penugasan",
    "Penugasan pada program pembangunan",
    "LAIN",
    (
        ("program", "Program"),
        ("peran", "Peran"),
        ("tanggal_mulai", "Mulai"),
        ("tanggal_selesai", "Selesai"),
        ("status", "Status"),
        ("diusulkan_oleh", "Diusulkan oleh"),
        ("diputuskan_oleh", "Diputuskan oleh"),
        ("diputuskan_pada", "Diputuskan"),
    ),
    lambda pegawai: (
        Penugasan.objects.filter(pegawai=pegawai)
        .select_related("program", "diusulkan_oleh", "diputuskan_oleh")
        .order_by("-tanggal_mulai", "-pk")
    ),
    lambda t: (
        t.program.nama,
        t.peran_tugas,
        t.tanggal_mulai,
        t.tanggal_selesai,
        t.get_status_display(),
        str(t.diusulkan_oleh or ""),
        str(t.diputuskan_oleh or ""),
        t.diputuskan_pada,
    ),
)


def _penempatan(pegawai: Pegawai) -> QuerySet[Penempatan]:
    """Own internships outside, and the interns that the person mentors (no names)."""
    return (
        Penempatan.objects.filter(Q(pegawai=pegawai) | Q(pembimbing=pegawai))
        .select_related("program", "unit_kerja")
        .annotate(
            sebagai=Case(
                When(pegawai=pegawai, then=Value("Peserta")),
                default=Value("Pembimbing"),
                output_field=CharField(),
            )
        )
        .order_by("-tanggal_mulai", "-pk")
    )


MAGANG = Daftar(
    "magang",
    "Magang",
    "LAIN",
    (
        ("program", "Program"),
        ("sebagai", "Sebagai"),
        ("tempat", "Tempat"),
        ("tanggal_mulai", "Mulai"),
        ("tanggal_selesai", "Selesai"),
        ("status", "Status"),
        ("diajukan_pada", "Diajukan"),
    ),
    _penempatan,
    lambda p: (
        p.program.nama,
        p.sebagai,
        p.tempat or str(p.unit_kerja or ""),
        p.tanggal_mulai,
        p.tanggal_selesai,
        p.get_status_display(),
        p.dibuat_pada,
    ),
)
SEMUA = (
    JAM_PELAJARAN,
    PENDAFTARAN,
    SERTIFIKAT,
    HASIL,
    CAPAIAN,
    RENCANA,
    PENUGASAN,
    MAGANG,
)


def bagian_pengembangan(pegawai: Pegawai, *, batas: int | None) -> list[Bagian]:
    """All blocks; on a page the newest rows of each."""
    return [daftar.bagian(pegawai, batas=batas) for daftar in SEMUA]
