"""Placements: asked for, accepted or refused, started, finished, marked, cancelled."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from kemitraan.models import (
    Penempatan,
    Perjanjian,
    PesertaMagang,
    ProgramMagang,
)
from kemitraan.queries.mitra import mitra_sendiri
from kemitraan.queries.perjanjian import dengan_masa, perjanjian_berlaku
from kemitraan.services.magang_agenda import tulis_agenda
from kemitraan.services.magang_jam import tulis_pelatihan
from kemitraan.services.magang_kabar import kabari_keputusan, kabari_pengajuan
from kemitraan.services.magang_program import BERLAKU
from pegawai.dasar.alat.galat import AturanDilanggar
from pegawai.dasar.alat.tanggal import rentang_tanggal, tanggal
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Pegawai, UnitKerja

Status = Penempatan.Status
Arah = ProgramMagang.Arah


@transaction.atomic
def ajukan_penempatan_masuk(
    *,
    program: ProgramMagang,
    nama: str,
    nim: str,
    program_studi: str,
    surel: str,
    unit_kerja: UnitKerja,
    tanggal_mulai: date,
    tanggal_selesai: date,
    oleh: Pengguna,
) -> Penempatan:
    """Ask for a place for a student of the partner."""
    _wajib_dapat_mengajukan(program, Arah.MASUK, oleh)
    _wajib_di_dalam(program, tanggal_mulai, tanggal_selesai)
    peserta = _peserta(
        program.perjanjian.mitra_id,
        nim=nim,
        nama=nama,
        program_studi=program_studi,
        surel=surel,
    )
    return _tempatkan(
        program=program,
        peserta=peserta,
        unit_kerja=unit_kerja,
        tanggal_mulai=tanggal_mulai,
        tanggal_selesai=tanggal_selesai,
        diajukan_oleh=oleh,
    )


@transaction.atomic
def ajukan_penempatan_keluar(
    *,
    program: ProgramMagang,
    pegawai: Pegawai,
    tempat: str,
    tanggal_mulai: date,
    tanggal_selesai: date,
    oleh: Pengguna,
) -> Penempatan:
    """Ask to send an ASN to the partner; the unit is the one of today."""
    _wajib_dapat_mengajukan(program, Arah.KELUAR, oleh)
    _wajib_di_dalam(program, tanggal_mulai, tanggal_selesai)
    if not pegawai.aktif or pegawai.unit_kerja_id is None:
        raise AturanDilanggar(
            "Hanya pegawai aktif yang memiliki unit kerja yang dapat dikirim magang.",
            kode="pegawai_tidak_aktif",
            medan="pegawai",
        )
    return _tempatkan(
        program=program,
        pegawai=pegawai,
        tempat=tempat,
        unit_kerja_id=pegawai.unit_kerja_id,
        tanggal_mulai=tanggal_mulai,
        tanggal_selesai=tanggal_selesai,
        diajukan_oleh=oleh,
    )


def _wajib_dapat_mengajukan(program: ProgramMagang, arah: str, oleh: Pengguna) -> None:
    """MOU-4: signed is enough; MOU-7: a partner needs an agreement in force today."""
    if program.arah != arah:
        raise AturanDilanggar(
            "Program ini untuk arah yang lain.", kode="arah_lain", medan="program"
        )
    masa = dengan_masa(Perjanjian.objects.filter(pk=program.perjanjian_id)).get()
    if masa.keadaan not in BERLAKU:
        raise AturanDilanggar(
            "Perjanjian program ini tidak berlaku. Pengajuan baru tidak dapat diterima.",
            kode="perjanjian_tidak_berlaku",
            medan="program",
        )
    milik = mitra_sendiri(oleh).filter(pk=masa.mitra_id).exists()
    if milik and not perjanjian_berlaku().filter(mitra=masa.mitra_id).exists():
        raise AturanDilanggar(
            "Institusi Anda tidak memiliki perjanjian yang berlaku. Penempatan yang "
            "berjalan dapat diselesaikan; pengajuan baru menunggu perjanjian baru.",
            kode="mitra_tanpa_perjanjian",
            medan="program",
        )


def _wajib_di_dalam(program: ProgramMagang, mulai: date, selesai: date) -> None:
    if selesai < mulai:
        raise AturanDilanggar(
            "Tanggal selesai tidak boleh sebelum tanggal mulai.",
            kode="tanggal_terbalik",
            medan="tanggal_selesai",
        )
    if mulai < program.tanggal_mulai or selesai > program.tanggal_selesai:
        masa = rentang_tanggal(program.tanggal_mulai, program.tanggal_selesai)
        raise AturanDilanggar(
            f"Tanggal penempatan harus di dalam masa program, {masa}.",
            kode="di_luar_program",
            medan="tanggal_mulai",
        )


def _peserta(mitra_id: int, *, nim: str, nama: str, **isi: str) -> PesertaMagang:
    """The student with this number at the partner, new or known."""
    lama = PesertaMagang.objects.filter(mitra=mitra_id, nim__iexact=nim).first()
    if lama is None:
        return PesertaMagang.objects.create(
            mitra_id=mitra_id, nim=nim, nama=nama, **isi
        )
    if lama.nama.casefold() != nama.casefold():
        raise AturanDilanggar(
            f"NIM {nim} sudah tercatat atas nama {lama.nama}.",
            kode="nim_nama_lain",
            medan="nim",
        )
    return lama


def _tempatkan(**isi: Any) -> Penempatan:
    """The exclusion constraint decides races for one person's dates (MG-2)."""
    try:
        with transaction.atomic():
            penempatan = Penempatan.objects.create(**isi)
    except IntegrityError as galat:
        if "tidak_tumpang_tindih" not in str(galat):
            raise
        raise AturanDilanggar(
            "Orang ini sudah memiliki penempatan pada tanggal itu.",
            kode="penempatan_bertumpuk",
            medan="tanggal_mulai",
        ) from galat
    kabari_pengajuan(penempatan)
    return penempatan


def _kunci(penempatan: Penempatan) -> Penempatan:
    return (
        Penempatan.objects.select_for_update(of=("self",))
        .select_related(
            "program__perjanjian",
            "program__pelatihan",
            "kepesertaan__angkatan",
            "peserta__pengguna",
            "pegawai__pengguna",
            "pembimbing__pengguna",
            "unit_kerja",
            "diajukan_oleh",
        )
        .get(pk=penempatan.pk)
    )


def _wajib_status(penempatan: Penempatan, pesan: str, *boleh: str) -> None:
    if penempatan.status not in boleh:
        raise AturanDilanggar(pesan, kode="status_penempatan")


def _simpan(penempatan: Penempatan, status: str, oleh: Pengguna) -> Penempatan:
    penempatan.status = status
    penempatan.diputuskan_oleh = oleh
    penempatan.diputuskan_pada = timezone.now()
    penempatan.save()
    tulis_agenda(penempatan)
    tulis_pelatihan(penempatan, oleh=oleh)
    kabari_keputusan(penempatan)
    return penempatan


@transaction.atomic
def terima_penempatan(
    *, penempatan: Penempatan, pembimbing: Pegawai | None, oleh: Pengguna
) -> Penempatan:
    """Accept, with a mentor. Accepting again changes nothing."""
    penempatan = _kunci(penempatan)
    if penempatan.status == Status.DITERIMA:
        return penempatan
    _wajib_status(
        penempatan,
        "Hanya penempatan yang diajukan yang dapat diterima.",
        Status.DIAJUKAN,
    )
    if pembimbing is None and penempatan.program.arah == Arah.MASUK:
        raise AturanDilanggar(
            "Pilih pembimbing dari unit penempatan.",
            kode="tanpa_pembimbing",
            medan="pembimbing",
        )
    if pembimbing is not None and pembimbing.pk == penempatan.pegawai_id:
        raise AturanDilanggar(
            "Pegawai tidak dapat membimbing dirinya sendiri.",
            kode="pembimbing_sendiri",
            medan="pembimbing",
        )
    penempatan.pembimbing = pembimbing
    return _simpan(penempatan, Status.DITERIMA, oleh)


@transaction.atomic
def tolak_penempatan(
    *, penempatan: Penempatan, alasan: str, oleh: Pengguna
) -> Penempatan:
    """Refuse with a reason."""
    penempatan = _kunci(penempatan)
    if penempatan.status == Status.DITOLAK:
        return penempatan
    _wajib_status(
        penempatan,
        "Hanya penempatan yang diajukan yang dapat ditolak.",
        Status.DIAJUKAN,
    )
    penempatan.alasan = alasan
    return _simpan(penempatan, Status.DITOLAK, oleh)


@transaction.atomic
def mulai_penempatan(
    *, penempatan: Penempatan, hari: date, oleh: Pengguna
) -> Penempatan:
    """Start, only inside the dates of placement and agreement (MOU-4)."""
    penempatan = _kunci(penempatan)
    if penempatan.status == Status.BERJALAN:
        return penempatan
    _wajib_status(
        penempatan,
        "Hanya penempatan yang diterima yang dapat dimulai.",
        Status.DITERIMA,
    )
    if not penempatan.tanggal_mulai <= hari <= penempatan.tanggal_selesai:
        masa = rentang_tanggal(penempatan.tanggal_mulai, penempatan.tanggal_selesai)
        raise AturanDilanggar(
            f"Penempatan hanya dapat dimulai pada {masa}.", kode="di_luar_tanggal"
        )
    perjanjian = penempatan.program.perjanjian_id
    if not perjanjian_berlaku(hari=hari).filter(pk=perjanjian).exists():
        raise AturanDilanggar(
            f"Perjanjian tidak berlaku pada {tanggal(hari)}, sehingga penempatan tidak "
            "dapat dimulai.",
            kode="perjanjian_tidak_berlaku",
        )
    return _simpan(penempatan, Status.BERJALAN, oleh)


@transaction.atomic
def selesaikan_penempatan(
    *, penempatan: Penempatan, nilai_akhir: Decimal | None, oleh: Pengguna
) -> Penempatan:
    """Finish; without a mark it awaits one (MOU-7)."""
    penempatan = _kunci(penempatan)
    if penempatan.status == Status.SELESAI:
        return penempatan
    _wajib_status(
        penempatan,
        "Hanya penempatan yang berjalan yang dapat diselesaikan.",
        Status.BERJALAN,
    )
    penempatan.nilai_akhir = _nilai(nilai_akhir)
    return _simpan(penempatan, Status.SELESAI, oleh)


@transaction.atomic
def nilai_penempatan(
    *, penempatan: Penempatan, nilai_akhir: Decimal, oleh: Pengguna
) -> Penempatan:
    """Give the mark that a finished placement awaits; once."""
    penempatan = _kunci(penempatan)
    if penempatan.nilai_akhir == nilai_akhir:
        return penempatan
    if not penempatan.menunggu_nilai:
        raise AturanDilanggar(
            "Nilai hanya dapat diberikan sekali, sesudah penempatan selesai.",
            kode="tidak_menunggu_nilai",
        )
    penempatan.nilai_akhir = _nilai(nilai_akhir)
    penempatan.save()
    tulis_pelatihan(penempatan, oleh=oleh)
    return penempatan


def _nilai(nilai: Decimal | None) -> Decimal | None:
    if nilai is not None and not 0 <= nilai <= 100:
        raise AturanDilanggar(
            "Nilai akhir antara 0 dan 100.", kode="nilai_luar", medan="nilai_akhir"
        )
    return nilai


@transaction.atomic
def batalkan_penempatan(
    *, penempatan: Penempatan, alasan: str, oleh: Pengguna
) -> Penempatan:
    """Cancel what is not over, with a reason; the dates become free."""
    penempatan = _kunci(penempatan)
    if penempatan.status == Status.DIBATALKAN:
        return penempatan
    _wajib_status(
        penempatan,
        "Penempatan yang sudah selesai atau ditolak tidak dapat dibatalkan.",
        Status.DIAJUKAN,
        Status.DITERIMA,
        Status.BERJALAN,
    )
    penempatan.alasan = alasan
    return _simpan(penempatan, Status.DIBATALKAN, oleh)
