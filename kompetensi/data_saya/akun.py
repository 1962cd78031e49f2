"""Blocks of the account: sign-in, roles, tokens, agenda, requests, the trail, notices."""

from kompetensi.data_saya.susunan import Bagian, Fakta, potong
from pegawai.dasar.models import Pemberitahuan, Pengguna
from pegawai.dasar.queries.masuk import token_terlihat
from pegawai.models import Agenda, JejakLihat, Pegawai, PemberianPeran
from pegawai.queries.jejak import jejak_sendiri
from pegawai.queries.perbaikan import perbaikan_sendiri, sebut_nilai


def bagian_akun(pegawai: Pegawai, *, batas: int | None) -> list[Bagian]:
    """All blocks; `batas` rows of each."""
    pengguna = pegawai.pengguna
    if pengguna is None:  # no account, nothing held about it
        return []
    return [
        _akun(pengguna),
        _peran(pengguna, batas),
        _token(pengguna, batas),
        _agenda(pegawai, batas),
        _perbaikan(pengguna, batas),
        _jejak(pengguna, batas),
    ]


def _akun(pengguna: Pengguna) -> Bagian:
    jumlah = Pemberitahuan.objects.filter(penerima=pengguna).count()
    return Bagian(
        "akun",
        "Akun",
        asal="Dibuat dari data kepegawaian; surel dan tampilan Anda isi sendiri",
        perbaikan="LAIN",
        fakta=[
            Fakta(kunci, label, nilai, "")
            for kunci, label, nilai in (
                ("nama_akun", "Nama akun", pengguna.nama_akun),
                ("nama", "Nama tampil", pengguna.nama),
                ("surel", "Surel", pengguna.surel),
                ("aktif", "Aktif", pengguna.is_active),
                ("masuk_terakhir", "Masuk terakhir", pengguna.last_login),
                ("tampilan", "Tampilan", pengguna.get_tema_display()),
                ("dibuat_pada", "Dibuat", pengguna.dibuat_pada),
                ("jumlah_pemberitahuan", "Pemberitahuan tersimpan", jumlah),
            )
        ],
    )


def _peran(pengguna: Pengguna, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        PemberianPeran.objects.filter(pengguna=pengguna)
        .select_related("unit_kerja", "diberikan_oleh")
        .order_by("-berlaku_mulai", "-pk"),
        batas,
    )
    return Bagian(
        "peran",
        "Peran yang diberikan",
        perbaikan="LAIN",
        kolom=(
            ("peran", "Peran"),
            ("cakupan", "Cakupan"),
            ("berlaku_mulai", "Berlaku mulai"),
            ("berlaku_sampai", "Berlaku sampai"),
            ("nomor_sk", "Nomor SK"),
            ("diberikan_oleh", "Diberikan oleh"),
            ("dicabut_pada", "Dicabut"),
        ),
        baris=[
            (
                p.get_peran_display(),
                str(p.unit_kerja or "Seluruh kota"),
                p.berlaku_mulai,
                p.berlaku_sampai,
                p.nomor_sk,
                str(p.diberikan_oleh or "Sistem"),
                p.dicabut_pada,
            )
            for p in daftar
        ],
        lebih=lebih,
        kosong="Hanya peran bawaan pegawai.",
    )


def _token(pengguna: Pengguna, batas: int | None) -> Bagian:
    daftar, lebih = potong(token_terlihat(pengguna), batas)
    return Bagian(
        "token",
        "Token API",
        asal="Anda buat sendiri; hanya sidik tersandi yang disimpan",
        kolom=(
            ("nama", "Nama"),
            ("lingkup", "Lingkup"),
            ("dibuat_pada", "Dibuat"),
            ("berlaku_sampai", "Berlaku sampai"),
            ("dipakai_pada", "Terakhir dipakai"),
            ("dicabut_pada", "Dicabut"),
        ),
        baris=[
            (
                t.nama,
                t.get_lingkup_display(),
                t.dibuat_pada,
                t.berlaku_sampai,
                t.dipakai_pada,
                t.dicabut_pada,
            )
            for t in daftar
        ],
        lebih=lebih,
    )


def _agenda(pegawai: Pegawai, batas: int | None) -> Bagian:
    daftar, lebih = potong(
        Agenda.objects.filter(pegawai=pegawai).order_by("-tanggal_mulai", "-pk"), batas
    )
    return Bagian(
        "agenda",
        "Agenda",
        asal="Sistem, dari pelatihan dan penugasan",
        kolom=(
            ("judul", "Kegiatan"),
            ("tanggal_mulai", "Mulai"),
            ("tanggal_selesai", "Selesai"),
        ),
        baris=[(a.judul, a.tanggal_mulai, a.tanggal_selesai) for a in daftar],
        lebih=lebih,
    )


def _perbaikan(pengguna: Pengguna, batas: int | None) -> Bagian:
    daftar, lebih = potong(perbaikan_sendiri(pengguna), batas)
    return Bagian(
        "permintaan_perbaikan",
        "Permintaan perbaikan",
        asal="Anda ajukan sendiri",
        kolom=(
            ("data", "Data"),
            ("nilai_lama", "Saat diajukan"),
            ("nilai_baru", "Yang diminta"),
            ("status", "Status"),
            ("diajukan_pada", "Diajukan"),
            ("diputuskan_oleh", "Diputuskan oleh"),
            ("diputuskan_pada", "Diputuskan"),
            ("alasan", "Alasan"),
        ),
        baris=[
            (
                p.get_medan_display(),
                sebut_nilai(p.medan, p.nilai_lama),
                sebut_nilai(p.medan, p.nilai_baru),
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


def _jejak(pengguna: Pengguna, batas: int | None) -> Bagian:
    daftar, lebih = potong(jejak_sendiri(pengguna), batas)
    return Bagian(
        "siapa_melihat",
        "Siapa melihat data saya",
        asal="Sistem, saat data dibuka atau diekspor",
        kolom=(
            ("siapa", "Siapa"),
            ("peran", "Peran"),
            ("unit_kerja", "Unit kerja"),
            ("apa", "Apa"),
            ("jumlah", "Kali"),
            ("pertama_pada", "Pertama"),
            ("terakhir_pada", "Terakhir"),
        ),
        baris=[_satu_jejak(j) for j in daftar],
        lebih=lebih,
    )


def _satu_jejak(jejak: JejakLihat) -> tuple[object, ...]:
    return (
        str(jejak.pengguna),
        jejak.get_sebagai_display(),
        str(jejak.unit_kerja or ""),
        jejak.get_jenis_display(),
        jejak.jumlah,
        jejak.pertama_pada,
        jejak.terakhir_pada,
    )
