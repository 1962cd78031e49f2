"""Programmes and what they need."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from pegawai.dasar.alat.galat import AturanDilanggar, versi_usang
from pegawai.dasar.models.pengguna import Pengguna
from pegawai.models import Kompetensi, UnitKerja
from penilaian.models import KebutuhanKompetensi, ProgramPembangunan


def _periksa_tanggal(mulai: date, selesai: date) -> None:
    if selesai < mulai:
        raise AturanDilanggar(
            "Tanggal selesai tidak boleh sebelum tanggal mulai.",
            kode="program_tanggal",
            medan="tanggal_selesai",
        )


def _simpan(program: ProgramPembangunan) -> ProgramPembangunan:
    try:
        with transaction.atomic():
            program.save()
    except IntegrityError as galat:
        if "kode" not in str(galat):
            raise
        raise AturanDilanggar(
            f"Kode {program.kode} sudah dipakai program lain.",
            kode="program_kode_ganda",
            medan="kode",
        ) from galat
    return program


@transaction.atomic
def buat_program(
    *,
    kode: str,
    nama: str,
    opd: UnitKerja,
    tanggal_mulai: date,
    tanggal_selesai: date,
    sasaran: str = "",
    uraian: str = "",
    status: str = ProgramPembangunan.Status.DIRENCANAKAN,
    oleh: Pengguna,
) -> ProgramPembangunan:
    """Write down a programme of one OPD."""
    _periksa_tanggal(tanggal_mulai, tanggal_selesai)
    program = _simpan(
        ProgramPembangunan(
            kode=kode,
            nama=nama,
            opd=opd,
            tanggal_mulai=tanggal_mulai,
            tanggal_selesai=tanggal_selesai,
            sasaran=sasaran,
            uraian=uraian,
            status=status,
        )
    )
    program.refresh_from_db()
    return program


@transaction.atomic
def ubah_program(
    *,
    program: ProgramPembangunan,
    isi: dict[str, Any],
    versi: int | None = None,
    oleh: Pengguna,
) -> ProgramPembangunan:
    """Change a programme; one changed elsewhere meanwhile is refused (X-1)."""
    program = ProgramPembangunan.objects.select_for_update().get(pk=program.pk)
    if versi is not None and versi != program.versi:
        raise versi_usang("Program ini")
    _periksa_tanggal(isi["tanggal_mulai"], isi["tanggal_selesai"])
    for nama, nilai in isi.items():
        setattr(program, nama, nilai)
    program.versi += 1
    return _simpan(program)


@transaction.atomic
def tambah_kebutuhan(
    *,
    program: ProgramPembangunan,
    kompetensi: Kompetensi,
    level: int,
    jumlah_orang: int,
    oleh: Pengguna,
) -> KebutuhanKompetensi:
    """Add a need; the same competency and level again sets the number of people."""
    kebutuhan, _ = KebutuhanKompetensi.objects.update_or_create(
        program=program,
        kompetensi=kompetensi,
        level=level,
        defaults={"jumlah_orang": jumlah_orang},
    )
    return kebutuhan


@transaction.atomic
def hapus_kebutuhan(*, kebutuhan: KebutuhanKompetensi, oleh: Pengguna) -> None:
    """Take a need away; again: no change."""
    KebutuhanKompetensi.objects.filter(pk=kebutuhan.pk).delete()
