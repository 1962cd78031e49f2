"""Assignments to programmes: proposed, decided by the direct superior, called off."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.alat.putusan import wajib_alasan
from pegawai.dasar.alat.tanggal import hari_ini, rentang_tanggal, waktu
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.dasar.services.pemberitahuan import kabari
from pegawai.models import Pegawai
from pegawai.services.agenda import catat_agenda, hapus_agenda
from penilaian.models import Penugasan, ProgramPembangunan
from penilaian.queries.penugasan import kunci_agenda

Status = Penugasan.Status


def _kunci(penugasan: Penugasan) -> Penugasan:
    return (
        Penugasan.objects.select_for_update(of=("self",))
        .select_related(
            "program", "pegawai__pengguna", "diusulkan_oleh", "diputuskan_oleh"
        )
        .get(pk=penugasan.pk)
    )


def _periksa_usul(
    program: ProgramPembangunan, pegawai: Pegawai, mulai: date, selesai: date
) -> None:
    if not program.terbuka:
        raise AturanDilanggar(
            "Program ini sudah selesai atau dihentikan, sehingga tidak menerima "
            "penugasan baru.",
            kode="program_tertutup",
        )
    if not pegawai.aktif:
        raise AturanDilanggar(
            f"{pegawai.nama_lengkap} tidak berstatus aktif.", kode="pegawai_tidak_aktif"
        )
    if pegawai.atasan is None:
        raise AturanDilanggar(
            f"Atasan langsung {pegawai.nama_lengkap} belum tercatat, sehingga tidak ada "
            "yang dapat menyetujui. Tetapkan atasannya pada halaman pegawai.",
            kode="tanpa_atasan",
        )
    if selesai < mulai:
        raise AturanDilanggar(
            "Tanggal selesai tidak boleh sebelum tanggal mulai.",
            kode="penugasan_tanggal",
            medan="tanggal_selesai",
        )
    if mulai < program.tanggal_mulai or selesai > program.tanggal_selesai:
        masa = rentang_tanggal(program.tanggal_mulai, program.tanggal_selesai)
        raise AturanDilanggar(
            f"Penugasan harus berada dalam masa program: {masa}.",
            kode="penugasan_di_luar_program",
            medan="tanggal_mulai",
        )


@transaction.atomic
def usulkan_penugasan(
    *,
    program: ProgramPembangunan,
    pegawai: Pegawai,
    peran_tugas: str,
    tanggal_mulai: date,
    tanggal_selesai: date,
    oleh: Pengguna,
) -> Penugasan:
    """Propose a person; the direct superior is told. One open proposal per programme."""
    _periksa_usul(program, pegawai, tanggal_mulai, tanggal_selesai)
    penugasan = Penugasan(
        program=program,
        pegawai=pegawai,
        peran_tugas=peran_tugas.strip(),
        tanggal_mulai=tanggal_mulai,
        tanggal_selesai=tanggal_selesai,
        diusulkan_oleh=oleh,
    )
    try:
        with transaction.atomic():
            penugasan.save()
    except IntegrityError as galat:
        if "penugasan_satu_berlaku_per_program" not in str(galat):
            raise
        raise AturanDilanggar(
            f"{pegawai.nama_lengkap} sudah diusulkan atau ditugaskan pada program ini.",
            kode="penugasan_ganda",
        ) from galat
    penugasan.refresh_from_db()
    kabari(
        kunci=f"penugasan-diusulkan:{penugasan.pk}",
        penerima=pegawai.atasan.pengguna,
        judul="Usulan penugasan menunggu persetujuan Anda",
        isi=f"{pegawai.nama_lengkap} diusulkan sebagai {penugasan.peran_tugas} pada "
        f"program {program.nama}, {rentang_tanggal(tanggal_mulai, tanggal_selesai)}.",
        tautan=penugasan.get_absolute_url(),
    )
    return penugasan


def _menunggu(penugasan: Penugasan, oleh: Pengguna, versi: int | None) -> None:
    """Refuse unless the proposal still waits for this account's decision."""
    if penugasan.pegawai.pengguna_id == oleh.pk:
        raise AturanDilanggar(
            "Penugasan sendiri tidak dapat diputuskan sendiri.", kode="diri_sendiri"
        )
    if penugasan.status != Status.DIUSULKAN:
        raise AturanDilanggar(
            f"Usulan ini sudah {penugasan.get_status_display().lower()}"
            + (
                f" oleh {penugasan.diputuskan_oleh} pada "
                f"{waktu(penugasan.diputuskan_pada)}."
                if penugasan.diputuskan_oleh
                else "."
            ),
            kode="penugasan_sudah_diputuskan",
        )
    if versi is not None and versi != penugasan.versi:
        raise versi_usang("Usulan ini")


def _putuskan(penugasan: Penugasan, status: str, oleh: Pengguna, alasan: str) -> None:
    penugasan.status = status
    penugasan.diputuskan_oleh = oleh
    penugasan.diputuskan_pada = timezone.now()
    penugasan.alasan = alasan
    penugasan.versi += 1
    penugasan.save()


def _kabari_hasil(penugasan: Penugasan, kata: str, oleh: Pengguna) -> None:
    """Tell the person and the proposer, but not the one who just did it."""
    program, orang = penugasan.program, penugasan.pegawai
    alasan = f" Alasan: “{penugasan.alasan}”" if penugasan.alasan else ""
    for siapa, penerima in (
        ("pegawai", orang.pengguna),
        ("pengusul", penugasan.diusulkan_oleh),
    ):
        kabari(
            kunci=f"penugasan-{kata}:{penugasan.pk}:{siapa}",
            penerima=None if penerima == oleh else penerima,
            judul=f"Penugasan pada program {kata}",
            isi=f"Penugasan {orang.nama_lengkap} pada program {program.nama} "
            f"{kata}.{alasan}",
            tautan=penugasan.get_absolute_url(),
        )


@transaction.atomic
def setujui_penugasan(
    *, penugasan: Penugasan, versi: int | None = None, oleh: Pengguna
) -> Penugasan:
    """Approve a proposal; it enters the person's agenda. Again: no change."""
    penugasan = _kunci(penugasan)
    if penugasan.status == Status.DISETUJUI:
        return penugasan
    _menunggu(penugasan, oleh, versi)
    _putuskan(penugasan, Status.DISETUJUI, oleh, "")
    catat_agenda(
        kunci=kunci_agenda(penugasan),
        pegawai=penugasan.pegawai,
        jenis="PENUGASAN",
        judul=f"{penugasan.peran_tugas} – {penugasan.program.nama}",
        tanggal_mulai=penugasan.tanggal_mulai,
        tanggal_selesai=penugasan.tanggal_selesai,
        tautan=penugasan.get_absolute_url(),
    )
    _kabari_hasil(penugasan, "disetujui", oleh)
    return penugasan


@transaction.atomic
def tolak_penugasan(
    *, penugasan: Penugasan, alasan: str, versi: int | None = None, oleh: Pengguna
) -> Penugasan:
    """Refuse a proposal with a reason. Again: no change."""
    penugasan = _kunci(penugasan)
    alasan = alasan.strip()
    if penugasan.status == Status.DITOLAK:
        return penugasan
    _menunggu(penugasan, oleh, versi)
    wajib_alasan(alasan, "Isi alasan penolakan.")
    _putuskan(penugasan, Status.DITOLAK, oleh, alasan)
    _kabari_hasil(penugasan, "ditolak", oleh)
    return penugasan


@transaction.atomic
def batalkan_penugasan(
    *, penugasan: Penugasan, alasan: str, oleh: Pengguna
) -> Penugasan:
    """Call off a proposal or an assignment with a reason. Again: no change."""
    penugasan = _kunci(penugasan)
    alasan = alasan.strip()
    if penugasan.status == Status.DIBATALKAN:
        return penugasan
    if penugasan.status not in {Status.DIUSULKAN, Status.DISETUJUI}:
        raise AturanDilanggar(
            "Hanya usulan atau penugasan yang berlaku yang dapat dibatalkan.",
            kode="penugasan_sudah_diputuskan",
        )
    wajib_alasan(alasan, "Isi alasan pembatalan.")
    penugasan.status = Status.DIBATALKAN
    penugasan.alasan = alasan
    penugasan.versi += 1
    penugasan.save()
    hapus_agenda(kunci_agenda(penugasan))
    _kabari_hasil(penugasan, "dibatalkan", oleh)
    return penugasan


@transaction.atomic
def selesaikan_penugasan(*, penugasan: Penugasan, oleh: Pengguna) -> Penugasan:
    """Close an assignment that has begun. Again: no change."""
    penugasan = _kunci(penugasan)
    if penugasan.status == Status.SELESAI:
        return penugasan
    if penugasan.status != Status.DISETUJUI:
        raise AturanDilanggar(
            "Hanya penugasan yang disetujui yang dapat diselesaikan.",
            kode="penugasan_belum_disetujui",
        )
    if penugasan.tanggal_mulai > hari_ini():
        raise AturanDilanggar(
            "Penugasan ini belum mulai. Batalkan bila tidak jadi.",
            kode="penugasan_belum_mulai",
        )
    penugasan.status = Status.SELESAI
    penugasan.versi += 1
    penugasan.save()
    return penugasan
