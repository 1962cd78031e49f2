"""Blocks that only the download has: what the account was told, asked, kept and started."""

from kompetensi.data_saya.susunan import Bagian, Daftar
from pegawai.dasar.models import Pekerjaan, Pemberitahuan
from pegawai.models import Pegawai, SaringanTersimpan, UsulPeran
from pelatihan.models import AnggotaPenyelenggara

PEMBERITAHUAN = Daftar(
    "pemberitahuan",
    "Pemberitahuan",
    "",
    (
        ("judul", "Judul"),
        ("isi", "Isi"),
        ("dibuat_pada", "Dibuat"),
        ("dibaca_pada", "Dibaca"),
        ("surat", "Surel"),
        ("surat_terkirim_pada", "Surel terkirim"),
    ),
    lambda akun: Pemberitahuan.objects.filter(penerima=akun).order_by(
        "-dibuat_pada", "-pk"
    ),
    lambda p: (
        p.judul,
        p.isi,
        p.dibuat_pada,
        p.dibaca_pada,
        p.get_surat_display(),
        p.surat_terkirim_pada,
    ),
    asal="Sistem",
)
USUL_PERAN = Daftar(
    "usul_peran",
    "Peran yang diusulkan untuk Anda",
    "LAIN",
    (
        ("peran", "Peran"),
        ("cakupan", "Cakupan"),
        ("berlaku_mulai", "Berlaku mulai"),
        ("berlaku_sampai", "Berlaku sampai"),
        ("nomor_sk", "Nomor SK"),
        ("diusulkan_oleh", "Diusulkan oleh"),
        ("status", "Status"),
        ("diputuskan_pada", "Diputuskan"),
    ),
    lambda akun: (
        UsulPeran.objects.filter(pengguna=akun)
        .select_related("unit_kerja", "diusulkan_oleh")
        .order_by("-pk")
    ),
    lambda u: (
        u.get_peran_display(),
        str(u.unit_kerja or "Seluruh kota"),
        u.berlaku_mulai,
        u.berlaku_sampai,
        u.nomor_sk,
        str(u.diusulkan_oleh),
        u.get_status_display(),
        u.diputuskan_pada,
    ),
)
KEANGGOTAAN = Daftar(
    "keanggotaan_penyelenggara",
    "Keanggotaan pada penyelenggara pelatihan",
    "LAIN",
    (
        ("penyelenggara", "Penyelenggara"),
        ("tanggal_mulai", "Mulai"),
        ("tanggal_selesai", "Selesai"),
    ),
    lambda akun: (
        AnggotaPenyelenggara.objects.filter(pengguna=akun)
        .select_related("penyelenggara")
        .order_by("-tanggal_mulai", "-pk")
    ),
    lambda a: (str(a.penyelenggara), a.tanggal_mulai, a.tanggal_selesai),
)
SARINGAN = Daftar(
    "saringan_tersimpan",
    "Saringan tersimpan",
    "",
    (("nama", "Nama"), ("kueri", "Saringan"), ("dibuat_pada", "Dibuat")),
    lambda akun: SaringanTersimpan.objects.filter(pengguna=akun).order_by("nama", "pk"),
    lambda s: (s.nama, s.kueri, s.dibuat_pada),
    asal="Anda simpan sendiri",
)
PEKERJAAN = Daftar(
    "pekerjaan",
    "Pekerjaan dan unduhan",
    "",
    (
        ("judul", "Pekerjaan"),
        ("status", "Status"),
        ("dibuat_pada", "Dibuat"),
        ("selesai_pada", "Selesai"),
    ),
    lambda akun: Pekerjaan.objects.filter(pemilik=akun).order_by("-dibuat_pada", "-pk"),
    lambda p: (p.judul, p.get_status_display(), p.dibuat_pada, p.selesai_pada),
    asal="Anda mulai sendiri",
)
SEMUA = (USUL_PERAN, KEANGGOTAAN, SARINGAN, PEKERJAAN, PEMBERITAHUAN)


def bagian_catatan(pegawai: Pegawai) -> list[Bagian]:
    """All of them, all rows; nothing without an account."""
    if pegawai.pengguna is None:
        return []
    return [daftar.bagian(pegawai.pengguna, batas=None) for daftar in SEMUA]
